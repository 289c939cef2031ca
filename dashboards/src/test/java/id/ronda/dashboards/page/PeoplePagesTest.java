package id.ronda.dashboards.page;

import static id.ronda.dashboards.TestingPeople.CONSOLE;
import static id.ronda.dashboards.TestingPeople.await;
import static id.ronda.dashboards.TestingPeople.done;
import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.dashboards.DashboardsModule;
import id.ronda.dashboards.DashboardsNeeds;
import id.ronda.dashboards.DashboardsPeople;
import id.ronda.dashboards.DashboardsSettings;
import id.ronda.dashboards.TestingPeople;
import id.ronda.dashboards.WebReader;
import id.ronda.dashboards.office.Office;
import id.ronda.identity.Account;
import id.ronda.identity.AccountFilter;
import id.ronda.identity.AccountState;
import id.ronda.identity.UnitDraft;
import id.ronda.kernel.http.ApiToken;
import id.ronda.kernel.http.HttpConfig;
import id.ronda.kernel.http.HttpServer;
import id.ronda.kernel.metrics.Meters;
import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The pages of people and of the trail, asked for by people with their roles. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeoplePagesTest {

    private final Clock clock = Clock.systemUTC();
    private final Vertx vertx = Vertx.vertx();
    private final WebReader web = new WebReader();
    private TestingPeople people;
    private DashboardsModule pages;
    private HttpServer server;
    private URI address;
    private String admin;
    private String operator;
    private Account siti;

    @BeforeAll
    void open(@TempDir Path folder) {
        people = new TestingPeople(folder);
        Office office = new Office(clock, Duration.ofSeconds(10), 3);
        office.poll();
        var meters = Meters.prometheus();
        pages = new DashboardsModule(
                new DashboardsNeeds(
                        vertx,
                        office.devices,
                        office.series,
                        office.feed,
                        people.module.sessions(),
                        people.module.tokens(),
                        DashboardsPeople.of(people.module),
                        clock,
                        meters),
                DashboardsSettings.defaults());
        pages.start();
        var token = ApiToken.issue(new SecureRandom());
        server = new HttpServer(
                        vertx,
                        HttpConfig.defaults().withPort(0),
                        people.module.gatekeeper(token.known()),
                        List.of(),
                        meters)
                .witnessedBy(people.module.witness())
                .showingProblems(pages.problemPages());
        address = await(server.start(List.of(people.module.routes(), pages.routes())));
        admin = people.session("joko", "admin", null);
        operator = people.session("budi", "operator", null);
        var unit = done(people.module
                        .units()
                        .create(CONSOLE, new UnitDraft("Dinas <Kesehatan>", "dinas", null, List.of())))
                .id();
        siti = people.account("siti", "Siti Rahma", unit);
        people.session("dewi", "auditor", unit);
    }

    @AfterAll
    void close() {
        pages.close();
        await(server.stop());
        await(vertx.close());
        web.close();
        people.close();
    }

    private HttpResponse<String> get(String session, String path) throws Exception {
        return web.get(address.resolve(path), "Cookie", "ronda_session=" + session, "Accept", "text/html");
    }

    private String page(String session, String path) throws Exception {
        var answer = get(session, path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    @Test
    void theTrail_isReadInSentences_andItsFiltersStayInTheAddress() throws Exception {
        // The seal follows within a second.
        Awaitility.await().untilAsserted(() -> assertThat(page(admin, "/jejak")).contains("Tersegel sampai posisi"));
        String all = page(admin, "/jejak");
        assertThat(all)
                .contains("layanan console membuat akun Siti Rahma")
                .contains("Siti Rahma")
                .contains("Tersegel sampai posisi")
                .contains("href=\"/jejak?actor=console\"")
                .contains("href=\"/api/v1/audit-trail?format=csv\"");

        String narrowed = page(admin, "/jejak?objectType=account&objectId=" + siti.id() + "&lang=en");
        assertThat(narrowed)
                .contains("service console created the account of Siti Rahma")
                .contains("Only one object")
                .doesNotContain("account of Nama joko");
        assertThat(page(admin, "/jejak?action=recovered")).contains("Tidak ada catatan yang cocok");
        assertThat(page(admin, "/jejak?action=created&from=2020-01-01&to=2020-01-02"))
                .contains("value=\"2020-01-01\"")
                .contains("Tidak ada catatan yang cocok");
    }

    @Test
    void olderEntries_areOnTheNextPage() throws Exception {
        String first = page(admin, "/jejak");
        var next = java.util.regex.Pattern.compile("rel=\"next\" href=\"([^\"]+)\"")
                .matcher(first);
        assertThat(next.find()).isTrue();

        assertThat(page(admin, next.group(1).replace("&amp;", "&")))
                .contains("class=\"act\"")
                .contains("Terbaru");
    }

    @Test
    void whoMayNot_getsAPageInHisLanguage_andScriptsGetJson() throws Exception {
        var page = get(operator, "/jejak");
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body())
                .contains("<html lang=\"id\"")
                .contains("Anda tidak berhak membuka halaman ini")
                .contains("Membaca jejak audit");
        assertThat(get(operator, "/jejak?lang=en").body())
                .contains("You may not open this page", "Read the audit trail");
        assertThat(web.get(address.resolve("/jejak"), "Cookie", "ronda_session=" + operator)
                        .headers()
                        .firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(get(operator, "/pengguna").statusCode()).isEqualTo(403);
        assertThat(get(operator, "/tidak-ada").statusCode()).isEqualTo(404);
        assertThat(get(operator, "/tidak-ada").body()).contains("<html lang=\"id\"");
    }

    @Test
    void theNavigation_showsWhatOneMayOpen() throws Exception {
        assertThat(page(admin, "/perangkat")).contains("href=\"/jejak\"", "href=\"/pengguna\"");
        assertThat(page(operator, "/perangkat"))
                .doesNotContain("href=\"/jejak\"")
                .doesNotContain("href=\"/pengguna\"");
    }

    @Test
    void theListOfPeople_isNarrowed_andEscaped() throws Exception {
        String all = page(admin, "/pengguna");
        assertThat(all)
                .contains("Siti Rahma", "Nama joko", "Dinas &lt;Kesehatan&gt;", "Akun baru", "belum pernah")
                .doesNotContain("Dinas <Kesehatan>");
        assertThat(page(admin, "/pengguna?q=RAHMA")).contains("Siti Rahma").doesNotContain("Nama budi");
        assertThat(page(admin, "/pengguna?state=disabled")).contains("Tidak ada pengguna yang cocok");
        assertThat(page(admin, "/pengguna?q=%22%3E%3Cscript%3E")).doesNotContain("\"><script>");
    }

    @Test
    void anAccount_isShownWithAllThatBelongsToIt() throws Exception {
        String one = page(admin, "/pengguna/" + siti.id());
        assertThat(one)
                .contains(
                        "Siti Rahma", "Dinas &lt;Kesehatan&gt;", "Belum punya peran", "Tidak sedang masuk di mana pun")
                .contains("data-etag=\"&#34;" + siti.revision() + "&#34;\"", "data-offset=\"+07:00\"")
                .contains("Serah terima", "Nonaktifkan akun", "Riwayat perubahan", "membuat akun Siti Rahma");
        assertThat(get(admin, "/pengguna/999999").statusCode()).isEqualTo(404);

        Account joko = await(people.module.accounts().find(CONSOLE, "joko")).orElseThrow();
        String own = page(admin, "/pengguna/" + joko.id() + "?lang=en");
        assertThat(own)
                .contains(
                        "data-kind=\"session\"",
                        "ends by itself",
                        "All units",
                        "DELETE /api/v1/users/" + joko.id() + "/roles/");
    }

    @Test
    void anAuditorOfOneUnit_seesItsPeopleOnly_andNoTrail() throws Exception {
        var kesehatan = siti.draft().unit();
        String auditor = people.session("rina", "auditor", kesehatan);

        assertThat(page(auditor, "/pengguna")).contains("Siti Rahma").doesNotContain("Nama joko", "Akun baru");
        String one = page(auditor, "/pengguna/" + siti.id());
        assertThat(one).contains("Siti Rahma").doesNotContain("edit-form", "handover-form", "Riwayat perubahan");
        Account joko = await(people.module.accounts().find(CONSOLE, "joko")).orElseThrow();
        assertThat(get(auditor, "/pengguna/" + joko.id()).statusCode()).isEqualTo(404);
        var trail = get(auditor, "/jejak");
        assertThat(trail.statusCode()).isEqualTo(403);
        assertThat(trail.body()).contains("bukan milik satu perangkat daerah");
    }

    @Test
    void theDevicePage_endsWithItsHistory_forThoseWhoMayReadTheTrail() throws Exception {
        assertThat(page(admin, "/devices/1"))
                .contains("Riwayat perubahan", "/jejak?objectType=device&amp;objectId=1", "Belum ada perubahan");
        assertThat(page(operator, "/devices/1")).doesNotContain("Riwayat perubahan");
    }

    @Test
    void aDisabledAccount_isOfferedToBeEnabled() throws Exception {
        Account gone = people.account("gone", "Pergi Sudah", null);
        await(people.module.accounts().disable(CONSOLE, gone.id(), List.of()));

        assertThat(page(admin, "/pengguna/" + gone.id()))
                .contains("Akun ini nonaktif")
                .doesNotContain("handover-form");
        assertThat(await(people.module.accounts().list(CONSOLE, AccountFilter.ALL.in(AccountState.DISABLED), 0, 10))
                        .items())
                .extracting(Account::id)
                .contains(gone.id());
        assertThat(page(admin, "/jejak?objectType=account&objectId=" + gone.id()))
                .contains("menonaktifkan akun Pergi Sudah");
    }
}
