package id.ronda.collector.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.ronda.collector.Device.LastFailure;
import id.ronda.collector.DeviceId;
import id.ronda.collector.DeviceStatus;
import id.ronda.collector.device.DeviceStatusUpdate;
import id.ronda.collector.device.Findings;
import id.ronda.collector.device.TestingDevices;
import id.ronda.testkit.TestDatabase;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceRoutesTest {

    private static final String DEVICES = "/api/v1/devices";
    private static final String PUBLIC = "{'address': '127.0.1.5', 'port': 11161, 'name': 'UPS', 'interval': '30s',"
            + " 'snmp': {'version': '2c', 'community': 'hush-community'}}";

    @RegisterExtension
    static final TestDatabase POSTGRES = TestDatabase.with(TestingDevices.migrations());

    private TestingDevices devices;
    private TestingApi api;

    @BeforeEach
    void open() {
        devices = new TestingDevices(POSTGRES);
        api = new TestingApi(TestingApi.routes(devices));
    }

    @AfterEach
    void close() {
        api.close();
    }

    private long add(String json) {
        return api.post(DEVICES, json).json().get("id").longValue();
    }

    @Test
    void post_answersTheDevice_whereItIs_andItsTag() {
        var reply = api.post(DEVICES, PUBLIC);

        long id = reply.json().get("id").longValue();
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.header("Location")).isEqualTo(DEVICES + "/" + id);
        assertThat(reply.header("ETag")).isEqualTo("\"1\"");
        assertThat(reply.json().get("address").textValue()).isEqualTo("127.0.1.5");
        assertThat(reply.json().get("port").intValue()).isEqualTo(11161);
        assertThat(reply.json().get("interval").textValue()).isEqualTo("30s");
        assertThat(reply.json().get("status").textValue()).isEqualTo("discovering");
        assertThat(reply.json().get("snmp").toString()).isEqualTo("{\"version\":\"2c\",\"user\":null}");
        assertThat(reply.json().get("lastFailure").isNull()).isTrue();
        assertThat(api.get(reply.header("Location")).json()).isEqualTo(reply.json());
    }

    @Test
    void post_ofTheSameAgainIs409WithTheIdThatIsThere() {
        long id = add(PUBLIC);

        var again = api.post(DEVICES, PUBLIC);

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(again.json().get("id").longValue()).isEqualTo(id);
        assertThat(again.text()).doesNotContain("hush");
    }

    @Test
    void post_namesEveryWrongField() {
        var reply = api.post(DEVICES, "{'port': 0, 'snmp': {'version': '3', 'authPassphrase': 'hush-pass'}}");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.json().get("errors").findValuesAsText("field"))
                .contains("/address", "/port", "/snmp/user", "/snmp/authProtocol");
        assertThat(reply.text()).doesNotContain("hush");
    }

    @Test
    void post_namesWhatOnlyTheDomainKnowsToBeWrong() {
        var reply = api.post(DEVICES, "{'address': '1.2.3', 'name': 'a\\u0007', 'snmp': {'community': 'hush'}}");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().get("errors").findValuesAsText("field")).containsExactly("/address", "/name");
        assertThat(reply.json().at("/errors/0/reasons/id").textValue()).startsWith("harus alamat");
        assertThat(reply.text()).doesNotContain("hush");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{'address': ", "{'community': hush-word}", "{'a': 1, 'a': 2}"})
    void post_ofWhatIsNoObjectIs400_andNothingOfItIsRepeated(String body) {
        var reply = api.post(DEVICES, body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).doesNotContain("hush");
    }

    @Test
    void postOfCsv_answersRowByRow() {
        long known = add("{'address': '127.0.1.5', 'name': 'A', 'snmp': {'community': 'c'}}");

        var reply = api.postCsv(DEVICES, """
                address,name,community,interval
                127.0.1.6,new,c,30s
                127.0.1.5,renamed,c,60s
                127.0.1.7,wrong,hush-community,often
                """);

        assertThat(reply.status()).isEqualTo(200);
        JsonNode items = reply.json().get("items");
        assertThat(items.findValuesAsText("row")).containsExactly("2", "3", "4");
        assertThat(items.findValuesAsText("status")).containsExactly("created", "updated", "refused");
        assertThat(items.get(1).get("id").longValue()).isEqualTo(known);
        assertThat(items.get(2).get("errors").get(0).get("field").textValue()).isEqualTo("/interval");
        assertThat(reply.text()).doesNotContain("hush");
        assertThat(api.postCsv(DEVICES, "address,name,community\n127.0.1.5,renamed,c\n")
                        .json()
                        .at("/items/0/status")
                        .textValue())
                .isEqualTo("unchanged");
    }

    @Test
    void postOfCsv_refusesAShortRowAndTakesTheOthers() {
        var reply = api.postCsv(DEVICES, "address,community\n127.0.1.6,c\n127.0.1.7\n127.0.1.8,c\n");

        assertThat(reply.status()).isEqualTo(200);
        JsonNode items = reply.json().get("items");
        assertThat(items.findValuesAsText("status")).containsExactly("created", "refused", "created");
        assertThat(items.at("/1/errors/0/reason").textValue()).isEqualTo("has 1 cells, the header 2");
        assertThat(items.at("/1/row").intValue()).isEqualTo(3);
    }

    @Test
    void postOfCsv_thatIsNoTableIs422_andNothingIsTaken() {
        var reply = api.postCsv(DEVICES, "address,colour\n127.0.1.5,red\n");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().at("/errors/0/field").textValue()).isEqualTo("/1");
        assertThat(api.get(DEVICES).json().get("items")).isEmpty();
    }

    @Test
    void list_goesFromPageToPage() {
        for (int n = 1; n <= 5; n++) {
            add("{'address': '127.0.1.%d', 'snmp': {'community': 'c'}}".formatted(n));
        }

        var first = api.get(DEVICES + "?limit=2").json();
        var second = api.get(DEVICES + "?limit=3&after=" + first.get("next").textValue())
                .json();

        assertThat(first.get("items").findValuesAsText("address")).containsExactly("127.0.1.1", "127.0.1.2");
        assertThat(second.get("items").findValuesAsText("address"))
                .containsExactly("127.0.1.3", "127.0.1.4", "127.0.1.5");
        assertThat(second.get("next").isNull()).isTrue();
    }

    @Test
    void list_isCsvToo() {
        long id = add(PUBLIC);

        var reply = api.get(DEVICES, "Accept", "text/csv");

        assertThat(reply.header("Content-Type")).startsWith("text/csv");
        assertThat(reply.text().lines().toList())
                .hasSize(2)
                .satisfies(lines -> assertThat(lines.get(0)).startsWith("id,address,port,name,interval"))
                .satisfies(lines -> assertThat(lines.get(1)).startsWith(id + ",127.0.1.5,11161,UPS,30s"));
        assertThat(reply.text()).doesNotContain("hush");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=0", "?limit=1001", "?limit=x", "?after=x"})
    void list_refusesPagesThatAreNone(String query) {
        assertThat(api.get(DEVICES + query).status()).isEqualTo(422);
    }

    @Test
    void aDeviceThatAnsweredShowsWhoItIs_andWhyItFailedLast() {
        DeviceId id = new DeviceId(add(PUBLIC));
        var failure = new LastFailure("timeout", Instant.parse("2026-11-21T04:01:00Z"));
        TestingDevices.await(devices.desk().saveInventory(id, Findings.router()));
        TestingDevices.await(devices.desk()
                .saveStatus(List.of(new DeviceStatusUpdate(
                        id, DeviceStatus.DOWN, Instant.parse("2026-11-21T04:00:00Z"), failure, 9000.0))));

        JsonNode device = api.get(DEVICES + "/" + id).json();

        assertThat(device.get("class").textValue()).isEqualTo("router");
        assertThat(device.get("vendor").textValue()).isEqualTo("MikroTik");
        assertThat(device.get("version").textValue()).isEqualTo("7.11");
        assertThat(device.get("serial").isNull()).isTrue();
        assertThat(device.get("profile").textValue()).isEqualTo("mikrotik-routeros");
        assertThat(device.get("status").textValue()).isEqualTo("down");
        assertThat(device.get("lastAnswerAt").textValue()).isEqualTo("2026-11-21T04:00:00Z");
        assertThat(device.get("lastFailure").toString())
                .isEqualTo("{\"reason\":\"timeout\",\"at\":\"2026-11-21T04:01:00Z\"}");
        assertThat(device.get("uptimeSeconds").doubleValue()).isEqualTo(9000.0);
    }

    @Test
    void patch_changesWhatItNames_andTheTag() {
        String device = DEVICES + "/" + add(PUBLIC);

        var reply = api.patch(device, "{'interval': '5s', 'enabled': false}", "If-Match", "\"1\"");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("ETag")).isEqualTo("\"2\"");
        assertThat(reply.json().get("interval").textValue()).isEqualTo("5s");
        assertThat(reply.json().get("enabled").booleanValue()).isFalse();
        assertThat(reply.json().get("name").textValue()).isEqualTo("UPS");
        assertThat(reply.json().get("status").textValue()).isEqualTo("unknown");
    }

    @Test
    void patch_onAnOldStateIs412_andChangesNothing() {
        String device = DEVICES + "/" + add(PUBLIC);
        api.patch(device, "{'name': 'first'}", "If-Match", "\"1\"");

        var second = api.patch(device, "{'name': 'second'}", "If-Match", "\"1\"");

        assertThat(second.status()).isEqualTo(412);
        assertThat(api.get(device).json().get("name").textValue()).isEqualTo("first");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"status": "up"}                         | /status
            {"interval": "often"}                    | /interval
            {"snmp": {"version": "3"}}               | /snmp/user
            {"snmp": {"user": "x"}}                  | /snmp/user
            """)
    void patch_namesTheFieldThatIsWrong(String patch, String field) {
        String device = DEVICES + "/" + add(PUBLIC);

        var reply = api.patch(device, patch);

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().get("errors").findValuesAsText("field")).contains(field);
    }

    @Test
    void patch_intoAnotherDeviceIs409WithItsId() {
        long one = add(PUBLIC);
        long two = add("{'address': '127.0.1.6', 'port': 11161, 'snmp': {'community': 'hush-community'}}");

        var reply = api.patch(DEVICES + "/" + two, "{'address': '127.0.1.5'}");

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.json().get("id").longValue()).isEqualTo(one);
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999", "0", "x", "-1", "99999999999999999999"})
    void whatIsNotThereIs404(String id) {
        assertThat(api.get(DEVICES + "/" + id).status()).isEqualTo(404);
        assertThat(api.patch(DEVICES + "/" + id, "{}").status()).isEqualTo(404);
    }

    @Test
    void nothingIsEverDeleted() {
        String device = DEVICES + "/" + add(PUBLIC);

        var reply = api.delete(device);

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.header("Allow")).isEqualTo("GET, PATCH");
        assertThat(api.get(device).status()).isEqualTo(200);
    }
}
