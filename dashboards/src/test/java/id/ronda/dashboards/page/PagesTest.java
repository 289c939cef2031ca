package id.ronda.dashboards.page;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.collector.StorageNote;
import id.ronda.collector.TimeSeries.StorageUse;
import id.ronda.dashboards.PagesServer;
import id.ronda.dashboards.WebReader;
import id.ronda.dashboards.office.Office;
import id.ronda.testkit.MutableClock;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTest {

    private static final Pattern INLINE = Pattern.compile(
            "(?is)<style|\\sstyle=|\\son[a-z]+=[\"']|javascript:|<script(?![^>]*\\ssrc=)|\\shx-on|\\shx-vals=[\"']js:");
    private static final Pattern ROW = Pattern.compile("data-device=\"(\\d+)\"");
    private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]*at=[^\"]*)\"");

    private static final Pattern PREVIOUS = Pattern.compile("rel=\"prev\" href=\"([^\"]*)\"");

    private final MutableClock clock = MutableClock.at("2026-11-21T04:00:00Z");
    private final Office office = new Office(clock, Duration.ofSeconds(10), 230);
    private final WebReader web = new WebReader();
    private final PagesServer server = new PagesServer(office, clock);

    @BeforeAll
    void poll() {
        office.poll();
    }

    @AfterEach
    void comeBack() {
        office.devices.goAway(false);
        clock.advance(Duration.ofSeconds(3));
    }

    @AfterAll
    void stop() {
        web.close();
        server.close();
    }

    @Test
    void listsDevicesThatNeedSomebodyFirst() throws Exception {
        String page = page("/perangkat");
        assertThat(rows(page)).hasSize(100).startsWith("5", "6", "7", "8", "1");
        assertThat(page)
                .contains("100 dari 239 perangkat ditampilkan")
                .contains("<b data-count=\"down\">2</b> Tidak menjawab")
                .contains("<b data-count=\"unknown\">1</b> Tidak diketahui")
                .contains("Sandi autentikasi SNMPv3 salah")
                .contains("Masukkan ulang sandi autentikasi")
                .contains("[fd00::8]:161");
    }

    @Test
    void leadsThroughAllPagesWithoutMissingADevice() throws Exception {
        String page = page("/perangkat");
        List<String> seen = new ArrayList<>(rows(page));
        for (MatchResult next = NEXT.matcher(page).results().findFirst().orElse(null); next != null; ) {
            page = page(next.group(1));
            seen.addAll(rows(page));
            next = NEXT.matcher(page).results().findFirst().orElse(null);
        }
        assertThat(seen).hasSize(239).doesNotHaveDuplicates();
    }

    @Test
    void leadsBackToo() throws Exception {
        String second = page(NEXT.matcher(page("/perangkat?sort=name&dir=desc"))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1));
        String back =
                PREVIOUS.matcher(second).results().findFirst().orElseThrow().group(1);
        assertThat(back).contains("sort=name", "dir=desc");
        assertThat(rows(page(back))).isEqualTo(rows(page("/perangkat?sort=name&dir=desc")));
    }

    @Test
    void sorts() throws Exception {
        assertThat(rows(page("/perangkat?sort=name&q=127.0.1."))).containsExactly("3", "1", "4", "2");
        assertThat(page("/perangkat?sort=name"))
                .contains("aria-sort=\"ascending\"><a href=\"/perangkat?sort=name&amp;dir=desc\">");
    }

    @Test
    void showsWhatOneLooksUpOfADevice() throws Exception {
        assertThat(page("/perangkat?q=rtr-inti"))
                .contains("7.11.2", "SN-0042", "3.05.01.04.001", "Diskominfo", "Ruang server Diskominfo");
    }

    @Test
    void filtersByPlaceAndTagAndLetsOneTakeThatBack() throws Exception {
        String page = page("/perangkat?location=Ruang+server+Diskominfo&tag=kode:3.05.01.04.001");
        assertThat(rows(page)).containsExactly("1");
        assertThat(page).contains("href=\"/perangkat?tag=kode%3A3.05.01.04.001\"");
        assertThat(rows(page("/perangkat?unit=Diskominfo"))).contains("1");
        assertThat(page("/perangkat?unit=nowhere")).contains("Tidak ada perangkat yang cocok");
    }

    @Test
    void filters() throws Exception {
        assertThat(rows(page("/perangkat?q=losari"))).containsExactly("5");
        assertThat(rows(page("/perangkat?status=down"))).containsExactly("5", "6");
        assertThat(rows(page("/perangkat?class=genset&q=comap"))).containsExactly("3");
        assertThat(page("/perangkat?q=nothing")).contains("Tidak ada perangkat yang cocok");
        assertThat(page("/perangkat?q=%22%3E%3Cscript%3E")).doesNotContain("\"><script>");
    }

    @Test
    void saysHowTheDiskIsUsedAndHowManyDaysFit() throws Exception {
        assertThat(page("/perangkat")).contains("36 GiB dari 60 GiB terpakai (60 %).", "Data mentah muat 8,4 hari");
        office.series.use(new StorageUse(1, 0, 0, null, List.of(new StorageNote.BudgetTooSmall())));
        assertThat(page("/perangkat")).contains("Jatah ruang tidak cukup");
        office.series.use(new StorageUse(38_654_705_664L, 64_424_509_440L, 8.4, null, List.of()));
    }

    @Test
    void showsADevice() throws Exception {
        String page = page("/devices/1");
        assertThat(page)
                .contains("<h1>rtr-inti-01</h1>")
                .contains("Lalu lintas · ether1 (uplink ISP)")
                .contains("data-points=\"/devices/1/points?series=1,2\"")
                .contains("Dimatikan oleh admin")
                .contains("14 hari 6 jam")
                .contains("1 Gbit/s");
        assertThat(page("/devices/2")).contains("Peringatan", "Isi baterai", "tidak melaporkan antarmuka");
    }

    @Test
    void showsTheChartThatTheAddressAsksFor() throws Exception {
        int voltage = office.find(Office.ROUTER, "voltage", "psu1").id();
        assertThat(page("/devices/1?chart=" + voltage)).contains("<h3>Tegangan · PSU 1</h3>");
        assertThat(page("/devices/1/chart?series=" + voltage))
                .contains("<figure", "Tegangan · PSU 1")
                .doesNotContain("<html");
        assertThat(get("/devices/2/chart?series=" + voltage).statusCode()).isEqualTo(404);
        assertThat(get("/devices/1/chart?series=" + voltage + ",1").statusCode())
                .isEqualTo(404);
    }

    @Test
    void escapesWhateverADeviceIsCalled() throws Exception {
        for (String path : List.of("/perangkat", "/devices/9")) {
            assertThat(page(path))
                    .contains("&lt;script&gt;alert(1)")
                    .doesNotContain("<script>alert", "<img src=x", "<b>di sini", "<u>suhu", "<i>vendor");
        }
    }

    @Test
    void hasNothingInlineThatThePolicyForbids() throws Exception {
        for (String path : List.of(
                "/", "/perangkat", "/devices/1", "/devices/9", "/devices/5", "/devices/77", "/perangkat?q=losari")) {
            assertThat(INLINE.matcher(get(path).body()).results().map(MatchResult::group))
                    .as(path)
                    .isEmpty();
        }
        assertThat(get("/perangkat")
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElse(""))
                .contains("script-src 'self'", "style-src 'self'");
    }

    @Test
    void speaksTheReadersLanguage() throws Exception {
        assertThat(get("/perangkat", "Accept-Language", "en").body()).contains("<html lang=\"id\"", "Tidak menjawab");
        assertThat(get("/perangkat", "Cookie", "lang=en").body()).contains("<html lang=\"en\"", "Not answering");
        HttpResponse<String> chosen = get("/perangkat?q=losari&lang=en");
        assertThat(chosen.headers().firstValue("Set-Cookie").orElse(""))
                .contains("lang=en", "Path=/", "HTTPOnly", "SameSite=Lax");
        assertThat(chosen.body()).contains("href=\"/perangkat?q=losari&amp;lang=id\"");
        assertThat(get("/perangkat").body()).contains("<html lang=\"id\"");
    }

    @Test
    void saysWhatIsNotThere() throws Exception {
        assertThat(get("/devices/77").statusCode()).isEqualTo(404);
        assertThat(get("/devices/77").body()).contains("Tidak ditemukan", "Ke daftar perangkat");
        assertThat(get("/devices/1/points?series=9999&from=1&to=2").statusCode())
                .isEqualTo(404);
        assertThat(get("/devices/2/points?series=1&from=1&to=2").statusCode()).isEqualTo(404);
        assertThat(get("/live/devices/77").statusCode()).isEqualTo(404);
    }

    @Test
    void saysThatTheDataCannotBeRead() throws Exception {
        office.devices.goAway(true);
        for (String path : List.of("/perangkat", "/devices/1")) {
            assertThat(get(path).statusCode()).isEqualTo(503);
            assertThat(get(path).body()).contains("Data sedang tidak dapat dibaca", "lihat log server");
        }
        assertThat(server.meters.get("ronda.pages.failed").counter().count()).isGreaterThanOrEqualTo(4);
    }

    @Test
    void givesThePointsOfAChart() throws Exception {
        long now = clock.instant().getEpochSecond();
        JsonObject points = new JsonObject(get("/devices/1/points?series=1,2&from=%d&to=%d".formatted(now - 3_600, now))
                .body());
        assertThat(points.getJsonArray("times")).hasSizeGreaterThan(300);
        assertThat(points.getJsonArray("series")).hasSize(2);
        assertThat(points.getJsonArray("gaps").getJsonObject(0).getString("reason"))
                .isEqualTo("Tidak ada jawaban");
        assertThat(points.getDouble("coverage")).isBetween(0.88, 0.92);
    }

    @Test
    void refusesAQuestionForPointsByItsField() throws Exception {
        HttpResponse<String> refused = get("/devices/1/points?series=1&from=x&to=2");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(new JsonObject(refused.body())
                        .getJsonArray("errors")
                        .getJsonObject(0)
                        .getString("field"))
                .isEqualTo("from");
    }

    private String page(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        return answer.body();
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        return web.get(server.at(path.replace("&amp;", "&")), headers);
    }

    private static List<String> rows(String page) {
        return ROW.matcher(page).results().map(found -> found.group(1)).toList();
    }
}
