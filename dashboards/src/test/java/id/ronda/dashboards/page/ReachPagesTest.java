package id.ronda.dashboards.page;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.dashboards.PagesServer;
import id.ronda.dashboards.TestingReaders;
import id.ronda.dashboards.WebReader;
import id.ronda.dashboards.office.Office;
import id.ronda.identity.Classification;
import id.ronda.testkit.MutableClock;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages for people who do not see everything. */
class ReachPagesTest {

    private static final String[] FOREIGN = {
        "genset-01",
        "sw-kecamatan-losari",
        "fw-perbatasan",
        "srv-arsip",
        "ap-aula",
        "Losari",
        "Halaman belakang",
        "FortiGate"
    };
    private static final String DISKOMINFO = "diskominfo";

    private final MutableClock clock = MutableClock.at("2026-11-21T04:00:00Z");
    private final Office office = new Office(clock, Duration.ofSeconds(10), 0);
    private final PagesServer server = new PagesServer(office, clock);
    private final WebReader web = new WebReader();

    @BeforeEach
    void know() {
        server.gate.know(DISKOMINFO, TestingReaders.ofDiskominfo());
        server.gate.know("elsewhere", TestingReaders.ofElsewhere());
        server.gate.know("all", TestingReaders.upTo(Classification.TERBATAS));
        server.gate.know("no-series", TestingReaders.withoutSeries());
    }

    @AfterEach
    void stop() {
        web.close();
        server.close();
    }

    private HttpResponse<String> get(String who, String path) throws Exception {
        return web.get(server.at(path), "Authorization", "Bearer " + who, "Accept", "text/html");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/perangkat", "/perangkat?q=losari", "/perangkat?status=down", "/devices/1", "/devices/2"})
    void noPage_tellsOfAForeignDevice(String path) throws Exception {
        assertThat(get(DISKOMINFO, "/").body()).contains("ups-utama");
        String page =
                get(DISKOMINFO, path).body().replace("value=\"losari\"", "").replace("q=losari", "");
        assertThat(page).doesNotContain(FOREIGN);
    }

    @Test
    void theStartPage_countsWhatTheReaderSees() throws Exception {
        assertThat(get(DISKOMINFO, "/").body())
                .contains(
                        "Ruang server Diskominfo",
                        "1 tempat",
                        "hanya perangkat unit kerja Anda, sampai klasifikasi Terbatas");
        assertThat(get(DISKOMINFO, "/?lang=en").body())
                .contains("Only devices of your own offices are shown, up to the classification Restricted");
        assertThat(get("all", "/").body())
                .contains("sw-kecamatan-losari", "hanya perangkat sampai klasifikasi Terbatas");
        assertThat(web.get(server.at("/")).body())
                .contains("sw-kecamatan-losari")
                .doesNotContain("class=\"limited");
    }

    @Test
    void theSameMoment_isNotSharedByReadersWhoSeeDifferently() throws Exception {
        assertThat(web.get(server.at("/")).body()).contains("sw-kecamatan-losari");
        assertThat(get(DISKOMINFO, "/").body()).doesNotContain("sw-kecamatan-losari");
        assertThat(office.devices.overviews).hasValue(2);
        assertThat(get(DISKOMINFO, "/").body()).contains("ups-utama");
        assertThat(office.devices.overviews).hasValue(2);
    }

    @Test
    void theList_hasTheDevicesAndTheFiltersOfTheReader() throws Exception {
        String page = get(DISKOMINFO, "/perangkat").body();
        assertThat(page)
                .contains("3 dari 3 perangkat", "class=\"limited")
                .doesNotContain("value=\"genset\"", "value=\"switch\"");
        assertThat(web.get(server.at("/perangkat")).body()).contains("value=\"genset\"", "value=\"switch\"");
    }

    @Test
    void whoSeesNothing_isToldWhy() throws Exception {
        assertThat(get("elsewhere", "/").body())
                .contains("Tidak ada perangkat yang dapat Anda lihat")
                .doesNotContain("--devices");
        assertThat(get("elsewhere", "/perangkat").body()).contains("Tidak ada perangkat yang dapat Anda lihat");
    }

    @Test
    void aForeignDevice_isNotThere() throws Exception {
        int foreign = office.find(Office.GENSET, "fuel.level", "").id();
        String stretch = "&from=1763600000&to=1763690000";
        assertThat(get(DISKOMINFO, "/devices/2").statusCode()).isEqualTo(200);
        for (String path : new String[] {
            "/devices/3",
            "/devices/3/chart?series=" + foreign,
            "/devices/3/points?series=" + foreign + stretch,
            "/devices/2/points?series=" + foreign + stretch,
            "/live/devices/3"
        }) {
            HttpResponse<String> answer = get(DISKOMINFO, path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.body()).as(path).doesNotContain(FOREIGN);
        }
        assertThat(get(DISKOMINFO, "/devices/3").body())
                .isEqualTo(get(DISKOMINFO, "/devices/4711").body().replace("4711", "3"));
    }

    @Test
    void whoMayNotReadMeasurements_seesNoChart() throws Exception {
        assertThat(get(DISKOMINFO, "/devices/2").body()).contains("data-series=");
        assertThat(get("no-series", "/devices/2").body()).contains("ups-utama").doesNotContain("/points");
    }
}
