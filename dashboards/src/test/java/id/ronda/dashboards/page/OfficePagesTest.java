package id.ronda.dashboards.page;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.dashboards.WebReader;
import id.ronda.dashboards.office.SignedInOffice;
import id.ronda.identity.Caller;
import id.ronda.identity.Classification;
import id.ronda.identity.Label;
import id.ronda.identity.Right;
import id.ronda.identity.Role;
import id.ronda.identity.RoleDraft;
import id.ronda.identity.TokenDraft;
import id.ronda.identity.UnitId;
import id.ronda.kernel.Secret;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OfficePagesTest {

    private static final Pattern INLINE =
            Pattern.compile("(?is)<style|\\sstyle=|\\son[a-z]+=[\"']|javascript:|<script(?![^>]*\\ssrc=)");

    private final WebReader web = new WebReader();
    private SignedInOffice office;
    private String admin;
    private String chief;
    private UnitId health;
    private UnitId clinic;
    private Role duty;

    @BeforeAll
    void start(@TempDir Path folder) {
        office = new SignedInOffice(folder);
        health = office.unit("Dinas Kesehatan", null, "Dinkes Kab", "<b>DKK</b>");
        clinic = office.unit("Puskesmas Muncar", health);
        office.unit("Dinas Pendidikan", null);
        admin = office.person("ani", "admin", null);
        chief = office.person("kepala", "admin-sistem", health);
        duty = office.role(new RoleDraft(
                new Label("Piket Malam", "Night duty"), Set.of(Right.DEVICE_READ), Classification.TERBATAS));
    }

    @AfterAll
    void stop() {
        web.close();
        office.close();
    }

    private String page(String path, String cookie) throws Exception {
        var answer = web.get(office.at(path), "Cookie", cookie);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(INLINE.matcher(answer.body()).find())
                .as("inline script or style in " + path)
                .isFalse();
        return answer.body();
    }

    private int status(String path, String cookie) throws Exception {
        return web.get(office.at(path), "Cookie", cookie).statusCode();
    }

    @Test
    void tree_showsOfficesWithWhatTheyAreCalledToo() throws Exception {
        String page = page("/unit", admin);

        assertThat(page)
                .containsSubsequence(
                        "Dinas Kesehatan", "&lt;b&gt;DKK", "Dinkes Kab", "Puskesmas Muncar", "Dinas Pendidikan")
                .contains("3 unit", "/unit/baru?parent=" + health, "Impor dari CSV")
                .doesNotContain("<b>DKK");
        assertThat(page("/unit?lang=en", admin)).contains("<h1>Units</h1>", "Import from CSV");
    }

    @Test
    void tree_isCutToWhatIsTheReaders() throws Exception {
        assertThat(page("/unit", chief)).contains("Puskesmas Muncar").doesNotContain("Dinas Pendidikan");
        assertThat(status("/unit/999999", chief)).isEqualTo(404);
        String operator = office.person("operator", "operator", null);
        assertThat(page("/unit", operator)).doesNotContain("/unit/baru", "Impor dari CSV");
        assertThat(page("/unit/" + health, operator)).contains("Dinkes Kab").doesNotContain("<form class");
        assertThat(status("/unit/baru", operator)).isEqualTo(403);
    }

    @Test
    void unit_hasAFormMadeOnWhatIsThere() throws Exception {
        String page = page("/unit/" + clinic, admin);

        assertThat(page)
                .contains(
                        "data-api=\"PATCH /api/v1/units/" + clinic + "\"",
                        "data-etag=\"&#34;1&#34;\"",
                        "<option value=\"" + health + "\" selected>",
                        "data-api=\"DELETE /api/v1/units/" + clinic + "\"")
                .doesNotContain("<option value=\"" + clinic + "\"");
        assertThat(page("/unit/" + health, admin)).contains("Masih ada 1 unit di bawahnya");
        assertThat(page("/unit/baru?parent=" + health, admin))
                .contains("data-api=\"POST /api/v1/units\"", "<option value=\"" + health + "\" selected>");
        assertThat(page("/unit/" + clinic, chief))
                .as("he cannot put it above all")
                .contains("data-api=\"PATCH")
                .doesNotContain("(paling atas)");
    }

    @Test
    void roles_areAMatrix_withWhoHasThem() throws Exception {
        String page = page("/peran", admin);

        assertThat(page)
                .contains(
                        "Piket Malam", "buatan sendiri", "Admin Jaringan", "Membaca jejak audit", "2 orang", "0 orang");
        int cells = page.split("class=\"yes\"", -1).length + page.split("class=\"no\"", -1).length - 2;
        assertThat(cells)
                .as("a cell for each right of the ten presets and the own one")
                .isEqualTo(Right.values().length * 11);
        assertThat(page("/peran?lang=en", admin)).contains("Night duty", "Network administrator", "held by 0");
    }

    @Test
    void role_ofOnesOwnIsEdited_aPresetIsCopied() throws Exception {
        Role auditor = office.preset("auditor");

        assertThat(page("/peran/" + duty.id(), admin))
                .contains("data-api=\"PATCH /api/v1/roles/" + duty.id() + "\"", "value=\"device.read\" checked")
                .contains("Belum ada yang memiliki peran ini");
        assertThat(page("/peran/" + auditor.id(), admin))
                .contains("Peran bawaan tidak dapat diubah", "/peran/baru?dari=" + auditor.id())
                .doesNotContain("data-api=\"PATCH");
        assertThat(page("/peran/baru?dari=" + auditor.id(), admin))
                .contains("data-api=\"POST /api/v1/roles\"", "value=\"audit.read\" checked");
        assertThat(page("/peran/" + office.preset("admin").id(), admin))
                .contains("Nama ani", "data-api=\"DELETE /api/v1/users/");
        assertThat(page("/peran/" + duty.id(), chief))
                .as("he reads roles and makes none")
                .doesNotContain("data-api");
        assertThat(status("/peran/999999", admin)).isEqualTo(404);
    }

    @Test
    void tokens_areListedWithoutTheirText() throws Exception {
        String cookie = office.person("skrip", "admin-sistem", null);
        assertThat(page("/token", cookie)).contains("Belum ada token");
        var self = (Caller.Person) office.identity
                .sessions()
                .caller(new Secret(cookie.substring(cookie.indexOf('=') + 1)))
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        var issued = SignedInOffice.done(office.identity
                .tokens()
                .issue(
                        self,
                        new TokenDraft(
                                TokenDraft.Kind.SERVICE,
                                "grafana & co",
                                Set.of(Right.DEVICE_READ, Right.SERIES_READ),
                                Instant.parse("2026-12-01T00:00:00Z"))));

        String page = page("/token", cookie);
        assertThat(page)
                .contains("grafana &amp; co", "2 hak", "1 Des 2026 07.00.00 WIB", "belum pernah")
                .contains("data-api=\"DELETE /api/v1/tokens/" + issued.token().id() + "\"")
                .contains("value=\"2027-02-19T04:00:00Z\" selected")
                .doesNotContain(issued.text().reveal().substring(6, 30), "value=\"role.write\"");
        assertThat(page("/token?lang=en", admin)).contains("Nama skrip", "rights: 2", "Owner");
    }

    @Test
    void navigation_offersOnlyWhatOneMayOpen() throws Exception {
        String operator = office.person("petugas", "operator", null);

        assertThat(page("/unit", operator))
                .contains("href=\"/unit\"")
                .doesNotContain("href=\"/peran\"", "href=\"/token\"");
        assertThat(page("/unit", admin)).contains("href=\"/peran\"", "href=\"/token\"");
        assertThat(status("/peran", operator)).isEqualTo(403);
        assertThat(status("/token", operator)).isEqualTo(403);
    }

    @Test
    void account_offersTheSecondStep() throws Exception {
        assertThat(page("/akun", admin)).contains("Verifikasi dua langkah", "js/second-factor.js");
    }
}
