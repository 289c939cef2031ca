package id.ronda.identity.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.ronda.identity.Right;
import id.ronda.identity.TestingIdentity;
import id.ronda.identity.UnitDraft;
import id.ronda.identity.UnitId;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoleRoutesTest {

    private static final String ROLES = "/api/v1/roles";
    private static final String DUTY = "{'name': {'id': 'Piket Malam', 'en': 'Night duty'}, 'rights': ['device.read',"
            + " 'alert.read'], 'clearance': 'terbatas'}";

    private TestingApi api;

    @BeforeEach
    void start(@TempDir Path folder) {
        api = new TestingApi(folder);
    }

    @AfterEach
    void stop() {
        api.close();
    }

    private String made(String json) {
        var reply = api.administrator().post(ROLES, json);
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.header("Location");
    }

    private UnitId unit(String name) {
        return TestingIdentity.done(api.identity
                        .module
                        .units()
                        .create(TestingIdentity.CONSOLE, new UnitDraft(name, "dinas", null, List.of())))
                .id();
    }

    @Test
    void list_hasThePresetsFirst_andGoesFromPageToPage() {
        made(DUTY);
        var first = api.administrator().get(ROLES + "?limit=6").json();
        var second = api.administrator()
                .get(ROLES + "?limit=6&after=" + first.get("next").textValue())
                .json();

        assertThat(first.at("/items/0/preset").textValue()).isEqualTo("operator");
        assertThat(second.get("items")).hasSize(5);
        assertThat(second.at("/items/4/preset").isNull()).isTrue();
        assertThat(second.at("/items/4/name/en").textValue()).isEqualTo("Night duty");
        assertThat(second.get("next").isNull()).isTrue();
        assertThat(api.administrator().get(ROLES, "Accept", "text/csv").text())
                .startsWith("id,preset,nameId,nameEn,rights,clearance")
                .contains("Piket Malam,Night duty,alert.read device.read,terbatas");
    }

    @Test
    void role_isMade_editedOnWhatWasRead_andDeleted() {
        String path = made(DUTY);
        var read = api.administrator().get(path);
        assertThat(read.header("ETag")).isEqualTo("\"1\"");

        var edited = api.administrator().patch(path, "{'name': {'en': 'Night watch'}}", "If-Match", "\"1\"");
        assertThat(edited.status()).isEqualTo(200);
        assertThat(edited.header("ETag")).isEqualTo("\"2\"");
        assertThat(edited.json().get("name").toString()).isEqualTo("{\"id\":\"Piket Malam\",\"en\":\"Night watch\"}");
        assertThat(edited.json().get("rights")).hasSize(2);

        assertThat(api.administrator()
                        .patch(path, "{'rights': []}", "If-Match", "\"1\"")
                        .status())
                .isEqualTo(412);
        assertThat(api.administrator().delete(path).status()).isEqualTo(204);
        assertThat(api.administrator().get(path).status()).isEqualTo(404);
        assertThat(api.administrator().patch(path, "{}").status()).isEqualTo(404);
        assertThat(api.administrator().delete(path).status()).isEqualTo(404);
    }

    @Test
    void whatIsRefused_isToldInBothLanguages() {
        made(DUTY);
        var taken = api.administrator().post(ROLES, DUTY);
        assertThat(taken.status()).isEqualTo(422);
        assertThat(taken.json().at("/errors/0").toString())
                .isEqualTo("{\"field\":\"/name\",\"reason\":\"is taken\","
                        + "\"reasons\":{\"en\":\"is taken\",\"id\":\"sudah dipakai\"}}");
        assertThat(api.administrator()
                        .post(ROLES, "{'rights': [], 'clearance': 'kosmik'}")
                        .fields())
                .containsExactlyInAnyOrder("/name", "/clearance");
        var unknown = api.administrator().post(ROLES, DUTY.replace("alert.read", "fly"));
        assertThat(unknown.fields()).containsExactly("/rights");
        assertThat(unknown.text()).contains("is no known right", "hak tidak dikenal");
    }

    @Test
    void preset_isNeitherEditedNorDeleted() {
        String path = ROLES + "/" + api.identity.preset("auditor");

        assertThat(api.administrator()
                        .patch(path, "{'rights': ['device.read']}")
                        .text())
                .contains("is a preset");
        assertThat(api.administrator().delete(path).status()).isEqualTo(422);
    }

    @Test
    void nobodyMakesARoleThatMayMoreThanHe() {
        made("{'name': {'id': 'Pembagi', 'en': 'Giver'}, 'rights': ['role.write', 'user.read', 'device.read'],"
                + " 'clearance': 'terbatas'}");
        var giver = api.identity.account("ani");
        var role = TestingIdentity.await(api.identity.module.roles().list()).getLast();
        TestingIdentity.done(api.identity.module.roles().give(TestingIdentity.CONSOLE, giver, role.id(), null));
        var ani = api.signedIn("ani");

        assertThat(ani.post(ROLES, DUTY).fields()).containsExactly("/rights");
        assertThat(ani.post(ROLES, DUTY.replace(", 'alert.read'", "")).status()).isEqualTo(201);
        assertThat(ani.post("/api/v1/users/" + giver + "/roles", "{'role': " + api.identity.preset("admin") + "}")
                        .text())
                .contains("goes beyond your own rights");
    }

    @Test
    void rights_areTheClosedList_withWhatTheCallerHas() {
        var all = api.person("budi", "operator")
                .get("/api/v1/rights?limit=1000")
                .json()
                .get("items");

        assertThat(all).hasSize(Right.values().length);
        assertThat(StreamSupport.stream(all.spliterator(), false)
                        .filter(right -> right.get("held").booleanValue())
                        .map(right -> right.get("code").textValue()))
                .contains("device.read", "unit.read")
                .doesNotContain("user.read", "device.write");
        assertThat(all.findValue("label").get("en").textValue()).isNotBlank();
        assertThat(api.stranger().get("/api/v1/rights").status()).isEqualTo(401);
    }

    @Test
    void grant_isGivenForAUnit_listed_andTaken() {
        var siti = api.identity.account("siti");
        UnitId office = unit("Dinas Kesehatan");
        String path = "/api/v1/users/" + siti + "/roles";
        var admin = api.administrator();
        var given = admin.post(path, "{'role': " + api.identity.preset("operator") + ", 'unit': " + office + "}");
        assertThat(given.status()).isEqualTo(201);

        JsonNode grants = admin.get(path).json().get("items");
        assertThat(grants).hasSize(1);
        assertThat(grants.get(0)).isEqualTo(given.json());
        assertThat(grants.at("/0/unit").longValue()).isEqualTo(office.value());
        assertThat(api.signedIn("siti").get("/api/v1/units").json().get("items"))
                .hasSize(1);

        assertThat(admin.delete(given.header("Location")).status()).isEqualTo(204);
        assertThat(admin.delete(given.header("Location")).status()).isEqualTo(404);
        assertThat(admin.get(path).json().get("items")).isEmpty();
        assertThat(api.signedIn("siti").get("/api/v1/units").status()).isEqualTo(403);
    }

    @Test
    void grant_ofAnUnknownRoleUnitOrPerson_isRefusedByName() {
        var siti = api.identity.account("siti");
        String path = "/api/v1/users/" + siti + "/roles";
        var admin = api.administrator();

        assertThat(admin.post(path, "{'role': 999}").fields()).containsExactly("/role");
        assertThat(admin.post(path, "{'role': 1, 'unit': 999}").fields()).containsExactly("/unit");
        assertThat(admin.post(path, "{}").fields()).containsExactly("/role");
        assertThat(admin.post("/api/v1/users/999/roles", "{'role': 1}").status())
                .isEqualTo(404);
        assertThat(admin.get("/api/v1/users/999/roles").status()).isEqualTo(404);
    }

    @Test
    void holders_areThoseWhomTheCallerSees() {
        UnitId health = unit("Dinas Kesehatan");
        UnitId school = unit("Dinas Pendidikan");
        api.identity.give(api.identity.account("siti", health), "operator", health);
        api.identity.give(api.identity.account("budi", school), "operator", null);
        api.identity.give(api.identity.account("kepala", health), "auditor", health);
        String path = ROLES + "/" + api.identity.preset("operator") + "/users";

        JsonNode all = api.administrator().get(path).json().get("items");
        assertThat(all.findValuesAsText("name")).containsExactly("siti", "budi");
        assertThat(all.at("/0/unitName").textValue()).isEqualTo("Dinas Kesehatan");
        assertThat(all.at("/1/unit").isNull()).isTrue();
        assertThat(api.signedIn("kepala").get(path).json().get("items").findValuesAsText("name"))
                .containsExactly("siti");
        assertThat(api.signedIn("kepala")
                        .get("/api/v1/users/" + all.at("/1/account").longValue() + "/roles")
                        .status())
                .as("an account outside his units is none")
                .isEqualTo(404);
        assertThat(TestingIdentity.await(api.identity.module.roles().holderCounts(TestingIdentity.CONSOLE)))
                .containsEntry(api.identity.preset("operator"), 2);
    }
}
