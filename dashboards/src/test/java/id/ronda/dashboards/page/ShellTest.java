package id.ronda.dashboards.page;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.collector.Device.LastFailure;
import id.ronda.collector.DeviceStatus;
import id.ronda.dashboards.PagesServer;
import id.ronda.dashboards.WebReader;
import id.ronda.dashboards.office.Office;
import id.ronda.testkit.MutableClock;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is around the pages, and the pages that are forms. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShellTest {

    private final MutableClock clock = MutableClock.at("2026-11-21T04:00:00Z");
    private final Office office = new Office(clock, Duration.ofSeconds(10), 3);
    private final WebReader web = new WebReader();
    private final PagesServer server = new PagesServer(office, clock);

    @AfterAll
    void stop() {
        web.close();
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"auto, (prefers-color-scheme: dark)", "light, not all", "dark, all"})
    void isLightOrDarkBeforeAnyScriptRuns(String theme, String media) throws Exception {
        HttpResponse<String> chosen = get("/kabar?theme=" + theme);
        assertThat(chosen.body()).contains("css/dark.css\" media=\"" + media + "\"");
        assertThat(cookies(chosen)).anyMatch(cookie -> cookie.startsWith("theme=" + theme + ";"));
        assertThat(get("/kabar", "Cookie", "theme=" + theme).body()).contains("media=\"" + media + "\"");
    }

    @Test
    void showsTheOfficesClockAndItsZone() throws Exception {
        assertThat(get("/kabar?lang=id").body()).contains(">11.00</time>", "WIB");
        assertThat(get("/kabar?lang=en").body()).contains(">11:00</time>");
    }

    @Test
    void loadsWhatDrawsChartsOnlyWhereOneIs() throws Exception {
        assertThat(get("/perangkat").body()).doesNotContain("uPlot");
        assertThat(get("/devices/1").body()).contains("uPlot.iife.min.js", "uPlot.min.css");
    }

    @Test
    void ringsForWhatStoppedAnsweringSinceTheLastLook() throws Exception {
        HttpResponse<String> look = get("/");
        String seen = cookies(look).stream()
                .filter(cookie -> cookie.startsWith("seen="))
                .findFirst()
                .orElseThrow()
                .split(";", -1)[0];
        assertThat(seen).isEqualTo("seen=" + clock.instant().getEpochSecond());
        assertThat(bell(seen)).contains("data-count=\"0\"");
        String before = "seen=" + clock.instant().minusSeconds(60).getEpochSecond();
        office.become(Office.ROOM, DeviceStatus.DOWN, new LastFailure("timeout", clock.instant()));
        clock.advance(Duration.ofMinutes(1));
        assertThat(bell(before)).contains("data-count=\"1\"").doesNotContain("<html");
        assertThat(get("/kabar?lang=id", "Cookie", before).body())
                .contains("berhenti menjawab sejak Anda terakhir melihat");
        office.become(Office.ROOM, DeviceStatus.UP, null);
    }

    @Test
    void isNoLookWhenThePageFetchesItselfAnew() throws Exception {
        assertThat(cookies(get("/", "HX-Request", "true"))).noneMatch(cookie -> cookie.startsWith("seen="));
    }

    @ParameterizedTest
    @CsvSource({"seen=", "seen=abc", "seen=99999999999999999999", "seen=-1"})
    void ignoresALastLookThatNobodyWrote(String cookie) throws Exception {
        assertThat(bell(cookie)).contains("data-count=\"0\"");
    }

    @Test
    void keepsTheColumnsOfTheListAndLeadsBackToIt() throws Exception {
        HttpResponse<String> chosen = web.get(server.at("/perangkat?q=a&columns=chosen&column=class&column=serial"));
        assertThat(chosen.statusCode()).isEqualTo(303);
        assertThat(chosen.headers().firstValue("location")).hasValue("/perangkat?q=a");
        assertThat(cookies(chosen)).anyMatch(cookie -> cookie.startsWith("columns=class-serial;"));
        assertThat(get("/perangkat", "Cookie", "columns=class-serial").body())
                .contains("class=\"c-class\"", "class=\"c-serial")
                .doesNotContain("class=\"c-version\"", "class=\"c-unit\"");
    }

    @Test
    void offersFormsForDevices() throws Exception {
        assertThat(get("/perangkat/tambah?lang=id").body())
                .contains("Banyak perangkat dari CSV", "js/device-add.js", "AES-256-C");
        assertThat(get("/devices/1/ubah?lang=id").body()).contains("Ubah ", "js/device-edit.js");
        assertThat(web.get(server.at("/devices/4711/ubah")).statusCode()).isEqualTo(404);
    }

    private String bell(String cookie) throws Exception {
        return get("/kabar", "HX-Request", "true", "Cookie", cookie).body();
    }

    private static List<String> cookies(HttpResponse<String> answer) {
        return answer.headers().allValues("set-cookie");
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpResponse<String> answer = web.get(server.at(path), headers);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer;
    }
}
