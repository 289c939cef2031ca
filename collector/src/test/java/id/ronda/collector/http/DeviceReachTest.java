package id.ronda.collector.http;

import static id.ronda.collector.device.OfficesUnderTest.HEALTH;
import static id.ronda.collector.device.OfficesUnderTest.SCHOOLS;
import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.collector.device.OfficesUnderTest;
import id.ronda.collector.device.TestingDevices;
import id.ronda.identity.Caller;
import id.ronda.identity.Classification;
import id.ronda.identity.Credential;
import id.ronda.identity.Grant;
import id.ronda.identity.Grants;
import id.ronda.identity.Requester;
import id.ronda.identity.Right;
import id.ronda.identity.Scope;
import id.ronda.testkit.TestDatabase;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Devices over HTTP for people of two offices. */
class DeviceReachTest {

    private static final String DEVICES = "/api/v1/devices";
    private static final String OF_HEALTH = "health";
    private static final String OF_SCHOOLS = "schools";
    private static final String READER = "reader";

    @RegisterExtension
    static final TestDatabase POSTGRES = TestDatabase.with(TestingDevices.migrations());

    private TestingApi api;
    private long theirs;

    @BeforeEach
    void open() {
        var devices = new TestingDevices(POSTGRES);
        var offices = new OfficesUnderTest(POSTGRES.database());
        api = new TestingApi(TestingApi.routes(devices));
        know(OF_HEALTH, OfficesUnderTest.of(offices.health(), Classification.TERBATAS));
        know(OF_SCHOOLS, OfficesUnderTest.of(offices.schools(), Classification.RAHASIA));
        know(
                READER,
                new Caller.Service(
                        "reader",
                        null,
                        new Credential.OfServer(),
                        new Grants(List.of(
                                new Grant(Set.of(Right.DEVICE_READ), new Scope.Everything(), Classification.RAHASIA),
                                new Grant(
                                        Set.of(Right.DEVICE_WRITE),
                                        new Scope.Units(Set.of(offices.health())),
                                        Classification.RAHASIA)))));
        theirs = api.as(OF_SCHOOLS)
                .post(DEVICES, device(1, SCHOOLS, "rahasia"))
                .json()
                .get("id")
                .longValue();
    }

    @AfterEach
    void close() {
        api.close();
    }

    private void know(String token, Caller caller) {
        api.gate.know(token, new Requester(caller));
    }

    private static String device(int n, String unit, String classification) {
        return "{'address': '127.0.4.%d', 'name': 'server-%d', 'unit': '%s', 'classification': '%s', 'snmp': {'community': 'c'}}"
                .formatted(n, n, unit, classification);
    }

    private String path() {
        return DEVICES + "/" + theirs;
    }

    @Test
    void aForeignDevice_isAnsweredAsOneThatIsNotThere() {
        var health = api.as(OF_HEALTH);
        for (String part : List.of("", "/interfaces", "/readings")) {
            assertThat(health.get(path() + part).status()).as(part).isEqualTo(404);
            assertThat(health.get(path() + part).text())
                    .isEqualTo(health.get(DEVICES + "/999999" + part).text().replace("999999", String.valueOf(theirs)));
            assertThat(api.as(OF_SCHOOLS).get(path() + part).status()).as(part).isEqualTo(200);
        }
        assertThat(health.patch(path(), "{'name': 'x'}").status()).isEqualTo(404);
        assertThat(health.get(DEVICES).json().get("items")).isEmpty();
        assertThat(health.get(DEVICES, "Accept", "text/csv").text()).doesNotContain("server-1");
        assertThat(api.as(OF_SCHOOLS).get(DEVICES).json().get("items")).hasSize(1);
    }

    @Test
    void aDevice_showsItsUnitAndClassification() {
        var shown = api.get(path()).json();
        assertThat(shown.get("unit").asText()).isEqualTo(SCHOOLS);
        assertThat(shown.get("unitId").asLong()).isPositive();
        assertThat(shown.get("classification").asText()).isEqualTo("rahasia");
    }

    @Test
    void aDeviceOfAnotherOffice_isNotMade() {
        var foreign = api.as(OF_HEALTH).post(DEVICES, device(2, SCHOOLS, "publik"));
        assertThat(foreign.status()).isEqualTo(422);
        assertThat(foreign.json().at("/errors/0/field").asText()).isEqualTo("/unit");
        var nobodys = api.as(OF_HEALTH).post(DEVICES, device(2, "Tidak Ada", "publik"));
        assertThat(nobodys.json().at("/errors/0/field").asText()).isEqualTo("/unit");
        var secret = api.as(OF_HEALTH).post(DEVICES, device(2, HEALTH, "rahasia"));
        assertThat(secret.json().at("/errors/0/field").asText()).isEqualTo("/classification");
        assertThat(api.as(OF_HEALTH)
                        .post(DEVICES, device(2, HEALTH, "terbatas"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void theSameAsAForeignDevice_isTaken_butWhichItIsIsNotTold() {
        var taken = api.as(OF_HEALTH).post(DEVICES, device(1, HEALTH, "terbatas"));
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.json().has("id")).isFalse();
        assertThat(taken.header("Location")).isEmpty();
        assertThat(taken.text()).doesNotContain("evice " + theirs);

        var own = api.as(OF_SCHOOLS).post(DEVICES, device(1, SCHOOLS, "rahasia"));
        assertThat(own.json().get("id").asLong()).isEqualTo(theirs);

        long mine = api.as(OF_HEALTH)
                .post(DEVICES, device(2, HEALTH, "terbatas"))
                .json()
                .get("id")
                .asLong();
        var moved = api.as(OF_HEALTH).patch(DEVICES + "/" + mine, "{'address': '127.0.4.1'}");
        assertThat(moved.status()).isEqualTo(409);
        assertThat(moved.json().has("id")).isFalse();
    }

    @Test
    void aDevice_isNotGivenAway_norTakenOverByATable() {
        long mine = api.as(OF_HEALTH)
                .post(DEVICES, device(2, HEALTH, "terbatas"))
                .json()
                .get("id")
                .asLong();
        var given = api.as(OF_HEALTH).patch(DEVICES + "/" + mine, "{'unit': '" + SCHOOLS + "'}");
        assertThat(given.status()).isEqualTo(422);
        assertThat(given.json().at("/errors/0/field").asText()).isEqualTo("/unit");

        var rows = api.as(OF_HEALTH)
                .postCsv(
                        DEVICES,
                        "address,community,name,unit,classification\n127.0.4.1,c,taken," + HEALTH
                                + ",\n127.0.4.2,c,own," + HEALTH + ",\n127.0.4.3,c,given," + SCHOOLS
                                + ",\n127.0.4.4,c,new," + HEALTH + ",publik\n")
                .json()
                .get("items");
        assertThat(rows.findValuesAsText("status")).containsExactly("refused", "updated", "refused", "created");
        assertThat(rows.get(0).get("id").isNull()).isTrue();
        assertThat(rows.get(2).at("/errors/0/field").asText()).isEqualTo("/unit");
        assertThat(api.get(path()).json().get("name").asText()).isEqualTo("server-1");
    }

    @Test
    void rowsAboutForeignDevices_areRefusedAsIfThereWereNone() {
        long mine = api.as(OF_HEALTH)
                .post(DEVICES, device(2, HEALTH, "terbatas"))
                .json()
                .get("id")
                .asLong();

        var edited = api.as(OF_HEALTH)
                .patch(
                        DEVICES,
                        "[{'id': %d, 'name': 'taken'}, {'id': %d, 'address': '127.0.4.1'}]".formatted(theirs, mine))
                .json()
                .get("items");
        assertThat(edited.findValuesAsText("status")).containsExactly("refused", "refused");
        assertThat(edited.at("/0/id").isNull()).isTrue();
        assertThat(edited.at("/0/errors/0/reason").asText()).isEqualTo("is the id of no device");
        assertThat(edited.at("/1/id").asLong()).isEqualTo(mine);
        assertThat(edited.at("/1/errors").toString()).doesNotContain("device " + theirs);
        assertThat(api.as(OF_HEALTH)
                        .patch(DEVICES, "[{'id': %d, 'unit': '%s'}]".formatted(mine, SCHOOLS))
                        .json()
                        .at("/items/0/errors/0/field")
                        .asText())
                .isEqualTo("/unit");

        var added = api.as(OF_HEALTH)
                .post(
                        DEVICES + "?atomic=true",
                        "[" + device(1, HEALTH, "publik") + "," + device(3, SCHOOLS, "publik") + ","
                                + device(4, HEALTH, "publik") + "]");
        assertThat(added.status()).isEqualTo(422);
        assertThat(added.json().get("items").findValuesAsText("status"))
                .containsExactly("refused", "refused", "skipped");
        assertThat(added.json().at("/items/0/id").isNull()).isTrue();
        assertThat(api.as(OF_HEALTH)
                        .get(DEVICES + "?name__contains=server")
                        .json()
                        .get("items"))
                .hasSize(1);
        assertThat(api.as(READER)
                        .patch(DEVICES, "[{'id': %d, 'name': 'x'}]".formatted(theirs))
                        .json()
                        .at("/items/0/errors/0/reason")
                        .asText())
                .isEqualTo("is not yours to edit");
    }

    @Test
    void whoOnlyReadsADevice_isToldThatHeMayNotEditIt() {
        assertThat(api.as(READER).get(path()).status()).isEqualTo(200);
        assertThat(api.as(READER).patch(path(), "{'name': 'x'}").status()).isEqualTo(403);
        assertThat(api.as(READER)
                        .post(DEVICES, device(1, HEALTH, "publik"))
                        .json()
                        .get("id")
                        .asLong())
                .isEqualTo(theirs);
    }
}
