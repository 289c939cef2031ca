package id.ronda.dashboards.page;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.collector.Reach;
import id.ronda.dashboards.PagesServer;
import id.ronda.dashboards.WebReader;
import id.ronda.dashboards.office.Office;
import id.ronda.dashboards.search.DeviceSource;
import id.ronda.dashboards.search.Hit;
import id.ronda.dashboards.search.Question;
import id.ronda.dashboards.text.Language;
import id.ronda.identity.Requester;
import id.ronda.kernel.http.Caller;
import id.ronda.testkit.MutableClock;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchTest {

    private final MutableClock clock = MutableClock.at("2026-11-21T04:00:00Z");
    private final Office office = new Office(clock, Duration.ofSeconds(10), 30);
    private final WebReader web = new WebReader();
    private final PagesServer server = new PagesServer(office, clock);

    @AfterAll
    void stop() {
        web.close();
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"perangkat, ENGLISH, Devices", "devices, INDONESIAN, Perangkat", "ikhti, INDONESIAN, Ikhtisar"})
    void findsAPageByItsNameInEitherLanguage(String words, Language language, String title) {
        assertThat(pages(somebody(), language, words)).extracting(Hit::title).containsExactly(title);
    }

    @Test
    void findsNoPageThatTheCallerMayNotOpen() {
        assertThat(pages(Caller.ANONYMOUS, Language.ENGLISH, "devices")).isEmpty();
    }

    @Test
    void offersAllPagesBeforeAWordIsTyped() {
        assertThat(pages(somebody(), Language.ENGLISH, "")).hasSizeGreaterThan(1);
    }

    @Test
    void findsNoDeviceForACallerWhoMaySeeNone() {
        var source = new DeviceSource(office.devices);
        String name = name(Office.ROUTER);
        assertThat(source.find(new Question(somebody(), Language.ENGLISH, name)).result())
                .isNotEmpty();
        assertThat(source.find(new Question(Caller.ANONYMOUS, Language.ENGLISH, name))
                        .result())
                .isEmpty();
    }

    @Test
    void showsDevicesAndInterfacesWithTheirPages() throws Exception {
        String page = get("/cari?lang=id&q=" + name(Office.ROUTER)).body();
        assertThat(page).contains("<html", "href=\"/devices/" + Office.ROUTER + "\"");
        String alias = office.devices.interfaces(Reach.EVERYTHING, Office.ROUTER).result().stream()
                .map(row -> row.alias())
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElseThrow();
        assertThat(get("/cari?lang=id&q=" + alias.split(" ", -1)[0]).body())
                .contains("#interfaces-title")
                .contains("Antarmuka");
    }

    @Test
    void sendsTheBoxOnlyWhatWasFound() throws Exception {
        HttpResponse<String> answer = get("/cari?q=tidak-ada-di-sini", "HX-Request", "true");
        assertThat(answer.body())
                .doesNotContain("<html")
                .contains("Tidak ada hasil untuk “tidak-ada-di-sini”")
                .contains("Coba sebagian nama");
    }

    @Test
    void writesWhatWasTypedAsText() throws Exception {
        assertThat(get("/cari?q=%3Cimg%20src%3Dx%3E%27%22&lang=en").body())
                .doesNotContain("<img")
                .contains("&lt;img");
    }

    private String name(id.ronda.collector.DeviceId id) {
        return office.devices.find(Reach.EVERYTHING, id).result().orElseThrow().name();
    }

    private static List<Hit> pages(Caller caller, Language language, String words) {
        return new PageSource().find(new Question(caller, language, words)).result();
    }

    private static Caller somebody() {
        return new Requester(id.ronda.identity.Caller.Service.ofServer("x"));
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpResponse<String> answer = web.get(server.at(path.replace(" ", "%20")), headers);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer;
    }
}
