package id.ronda.identity.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.ronda.identity.UnitId;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnitRoutesTest {

    private static final String UNITS = "/api/v1/units";

    private TestingApi api;

    @BeforeEach
    void start(@TempDir Path folder) {
        api = new TestingApi(folder);
    }

    @AfterEach
    void stop() {
        api.close();
    }

    private long made(String json) {
        var reply = api.administrator().post(UNITS, json);
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.json().get("id").longValue();
    }

    @Test
    void unit_isMade_renamed_moved_andDeleted() {
        long setda = made("{'name': 'Sekretariat Daerah', 'kind': 'sekretariat'}");
        long office = made("{'name': 'Bagian Umum', 'kind': 'bagian', 'aliases': ['Umum', 'Bag. Umum Setda']}");
        String path = UNITS + "/" + office;

        var moved = api.administrator().patch(path, "{'parent': " + setda + "}", "If-Match", "\"1\"");
        assertThat(moved.json().get("parent").longValue()).isEqualTo(setda);
        assertThat(moved.json().get("aliases")).hasSize(2);
        assertThat(moved.header("ETag")).isEqualTo("\"2\"");
        assertThat(api.administrator().get(path).json()).isEqualTo(moved.json());

        var top = api.administrator().patch(path, "{'parent': null, 'aliases': []}");
        assertThat(top.json().get("parent").isNull()).isTrue();
        assertThat(top.json().get("aliases")).isEmpty();
        assertThat(api.administrator()
                        .patch(path, "{'name': 'X'}", "If-Match", "\"2\"")
                        .status())
                .isEqualTo(412);
        assertThat(api.administrator().delete(path).status()).isEqualTo(204);
        assertThat(api.administrator().get(path).status()).isEqualTo(404);
        assertThat(api.administrator().patch(path, "{}").status()).isEqualTo(404);
    }

    @Test
    void whatBreaksTheTree_isRefused() {
        long top = made("{'name': 'Dinas Satu', 'kind': 'dinas'}");
        long below = made("{'name': 'Bidang Dua', 'kind': 'bidang', 'parent': " + top + "}");
        var admin = api.administrator();

        assertThat(admin.patch(UNITS + "/" + top, "{'parent': " + below + "}").text())
                .contains("would put the unit below itself", "unit tidak dapat berada di bawah dirinya");
        assertThat(admin.delete(UNITS + "/" + top).text()).contains("masih dipakai");
        assertThat(admin.post(UNITS, "{'name': 'DINAS SATU', 'kind': 'dinas'}").fields())
                .containsExactly("/name");
        assertThat(admin.post(UNITS, "{'name': ' - ', 'kind': '', 'aliases': ['A', '.'], 'parent': 999}")
                        .fields())
                .containsExactly("/name", "/kind", "/aliases/1", "/parent");
        assertThat(admin.post(UNITS, "{'kind': 'dinas', 'colour': 'red'}").fields())
                .containsExactlyInAnyOrder("/name", "/colour");
        assertThat(admin.patch(UNITS + "/" + top, "[]").status()).isEqualTo(422);
    }

    @Test
    void unit_isFoundByAnyOfItsNames() {
        long office = made("{'name': 'Dinas Komunikasi dan Informatika', 'kind': 'dinas', 'aliases': ['Infokom']}");

        for (String name : new String[] {"diskominfo", "INFOKOM", "Din.%20Kominfo"}) {
            JsonNode found =
                    api.administrator().get(UNITS + "?name=" + name).json().get("items");
            assertThat(found.findValuesAsText("id")).as(name).containsExactly(String.valueOf(office));
        }
        assertThat(api.administrator().get(UNITS + "?name=Tidak%20Ada").json().get("items"))
                .isEmpty();
        assertThat(api.administrator().get(UNITS + "?name=").fields()).containsExactly("name");
    }

    @Test
    void whoSeesOneOffice_seesIt_andNothingBeside() {
        long mine = made("{'name': 'Dinas Kesehatan', 'kind': 'dinas'}");
        long below = made("{'name': 'Puskesmas Muncar', 'kind': 'puskesmas', 'parent': " + mine + "}");
        long foreign = made("{'name': 'Dinas Pendidikan', 'kind': 'dinas'}");
        api.identity.give(api.identity.account("kepala"), "admin-sistem", new UnitId(mine));
        var chief = api.signedIn("kepala");

        assertThat(chief.get(UNITS).json().get("items").findValuesAsText("id"))
                .containsExactly(String.valueOf(mine), String.valueOf(below));
        assertThat(chief.get(UNITS + "/" + foreign).status()).isEqualTo(404);
        assertThat(chief.patch(UNITS + "/" + foreign, "{'name': 'Milik Saya'}").status())
                .isEqualTo(404);
        assertThat(chief.delete(UNITS + "/" + foreign).status()).isEqualTo(422);
        assertThat(chief.get(UNITS + "?name=Dinas%20Pendidikan").json().get("items"))
                .isEmpty();
        assertThat(chief.post(UNITS, "{'name': 'Atas', 'kind': 'dinas'}").fields())
                .containsExactly("/parent");
        assertThat(chief.patch(UNITS + "/" + below, "{'name': 'Puskesmas Muncar Kota'}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void csvComesOutAsItGoesIn() {
        var taken = api.administrator().postCsv(UNITS, """
                name;kind;parent;aliases
                Dinas Kesehatan;dinas;;Dinkes Kab
                Puskesmas Muncar;puskesmas;Dinkes;
                Puskesmas Gitik;puskesmas;Dinas Tidak Ada;
                """.replace("Dinkes Kab", "\"DKK;Dinkes Kab\""));
        assertThat(taken.status()).as(taken.text()).isEqualTo(200);
        JsonNode rows = taken.json().get("items");
        assertThat(rows.findValuesAsText("row")).containsExactly("2", "3", "4");
        assertThat(rows.findValuesAsText("status")).containsExactly("created", "created", "refused");
        assertThat(rows.at("/2/errors/0").toString())
                .isEqualTo("{\"field\":\"/parent\",\"reason\":\"is no known unit\","
                        + "\"reasons\":{\"en\":\"is no known unit\",\"id\":\"unit kerja tidak dikenal\"}}");
        assertThat(rows.at("/2/id").isNull()).isTrue();

        String text = api.administrator().get(UNITS, "Accept", "text/csv").text();
        assertThat(text).startsWith("id,name,kind,parent,aliases\r\n").contains("DKK;Dinkes Kab");
        assertThat(api.administrator().postCsv(UNITS, text).json().get("items").findValuesAsText("status"))
                .containsExactly("unchanged", "unchanged");
        assertThat(api.administrator().postCsv(UNITS, "nama,warna\n").fields())
                .containsExactly("/1/nama", "/1/warna", "/1/name");
    }
}
