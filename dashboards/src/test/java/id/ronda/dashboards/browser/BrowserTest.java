package id.ronda.dashboards.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.ronda.collector.Device.LastFailure;
import id.ronda.collector.DeviceId;
import id.ronda.collector.DeviceStatus;
import id.ronda.dashboards.PagesServer;
import id.ronda.dashboards.office.Office;
import id.ronda.testkit.RequiresTool;
import io.vertx.core.json.JsonArray;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What only a browser can tell: that scripts run under the policy, charts are drawn and move, and breaks are seen. */
@RequiresTool("chromium")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserTest {

    private static final String READY = "!document.querySelector('[aria-busy]')";
    private static final String LIVE = "document.getElementById('live').dataset.state";

    private final Clock clock = Clock.systemUTC();
    private final Office office = new Office(clock, Duration.ofSeconds(2), 120);
    private final PagesServer server = new PagesServer(office, clock);
    private Chromium browser;

    @BeforeAll
    void start(@TempDir Path profile) throws Exception {
        browser = new Chromium(server.vertx, profile);
    }

    @BeforeEach
    void window() {
        browser.window(1400, 1000, false);
    }

    @AfterEach
    void heardNoComplaint() {
        assertThat(browser.complaints()).isEmpty();
    }

    @AfterAll
    void stop() {
        browser.close();
        server.close();
    }

    @Test
    void drawsTheChartsOfARouter() {
        open("/devices/1");
        assertThat(number("document.querySelectorAll('figure.chart canvas').length"))
                .isEqualTo(6);
        assertThat(text("figure.chart [data-field=coverage]")).contains("cakupan data");
        assertThat(text("figure.chart [data-field=latest]")).contains("Mbit/s");
        assertThat(painted("figure.chart canvas")).isGreaterThan(500);
        assertThat(text("figure.chart [data-field=message]")).isEmpty();
    }

    @Test
    void movesWhenSamplesCome() {
        open("/devices/2");
        browser.waitFor(LIVE + " === 'on'");
        int load = office.find(Office.UPS, "load", "").id();
        office.feed.give(load, clock.millis(), 77.7);
        String cell = "document.querySelector('.readings td[data-series=\"" + load + "\"]').textContent";
        browser.waitFor(cell + " === '77,7 %'");
        String latest = "document.querySelector('tr[data-series=\"" + load + "\"] [data-field=latest]').textContent";
        browser.waitFor(latest + " === '77,7 %'");
        assertThat(text("#newest")).contains("WIB");
    }

    @Test
    void showsAYoungSeriesAcrossItsChart() {
        DeviceId young = new DeviceId(50);
        Instant born = clock.instant().minusSeconds(120);
        office.addYoung(young, born);
        open("/devices/50");
        browser.evaluate("document.querySelector('[data-range=\"86400\"]').click()");
        browser.waitFor(READY);
        assertThat(painted("figure.chart canvas")).isGreaterThan(300);
        assertThat(text("figure.chart [data-field=coverage]")).doesNotContain("rata-rata");
    }

    @Test
    void zoomsByDraggingAndComesBack() {
        open("/devices/4");
        String over = "document.querySelector('.u-over').getBoundingClientRect()";
        double left = number(over + ".left");
        double top = number(over + ".top") + 50;
        browser.mouse("mouseMoved", left + 100, top);
        browser.mouse("mousePressed", left + 100, top);
        browser.mouse("mouseMoved", left + 200, top);
        browser.mouse("mouseMoved", left + 250, top);
        browser.mouse("mouseReleased", left + 250, top);
        browser.waitFor("!document.querySelector('[data-action=unzoom]').hidden && " + READY);
        browser.evaluate(
                "document.querySelector('.u-over').dispatchEvent(new MouseEvent('dblclick', {bubbles: true}))");
        browser.waitFor("document.querySelector('[data-action=unzoom]').hidden && " + READY);
    }

    @Test
    void showsADayAsAverages() {
        open("/devices/4");
        browser.evaluate("document.querySelector('[data-range=\"86400\"]').click()");
        browser.waitFor(
                READY + " && document.querySelector('[data-field=coverage]').textContent.startsWith('rata-rata')");
    }

    @Test
    void addsAndClosesCharts() {
        open("/devices/1");
        double charts = number("document.querySelectorAll('figure.chart').length");
        int voltage = office.find(Office.ROUTER, "voltage", "psu1").id();
        String link = "document.querySelector('a[data-chart=\"" + voltage + "\"]').click()";
        browser.evaluate(link);
        browser.waitFor("document.querySelectorAll('figure.chart').length === " + (int) (charts + 1) + " && " + READY);
        browser.evaluate(link);
        browser.evaluate("document.querySelector('figure[data-ids=\"" + voltage + "\"] [data-action=close]').click()");
        browser.waitFor("document.querySelectorAll('figure.chart').length === " + (int) charts);
    }

    @Test
    void saysThatTheStreamIsBroken() {
        try (PagesServer other = new PagesServer(office, clock)) {
            browser.open(other.at("/devices/2?lang=id"));
            browser.waitFor(LIVE + " === 'on'");
        }
        browser.waitFor(LIVE + " === 'off'");
        assertThat(text("#live .label")).startsWith("Terputus");
        open("/devices/2");
        browser.forget("ERR_CONNECTION_REFUSED");
        browser.forget("ERR_INCOMPLETE_CHUNKED_ENCODING");
        browser.forget("Failed to fetch");
        browser.forget("/kabar");
    }

    @Test
    void movesTheListOfDevices() {
        open("/perangkat");
        browser.waitFor(LIVE + " === 'on'");
        office.become(Office.ROOM, DeviceStatus.DOWN, new LastFailure("port-closed", clock.instant()));
        browser.waitFor("document.querySelector('tr[data-device=\"4\"]').dataset.status === 'down'");
        assertThat(text("tr[data-device='4'] .label")).isEqualTo("Tidak menjawab");
        assertThat(text("tr[data-device='4'] [data-field=failure]")).isEqualTo("Hidup, tetapi SNMP tidak berjalan");
        assertThat(text("[data-count=down]")).isEqualTo("3");
        office.become(Office.ROOM, DeviceStatus.UP, null);
        browser.waitFor("document.querySelector('tr[data-device=\"4\"]').dataset.status === 'up'");
    }

    @Test
    void readsTheStartPageAnewByItself() {
        open("/");
        browser.evaluate(
                "htmx.trigger('#situation', 'click'); document.getElementById('situation').dataset.old = 'yes'");
        office.become(Office.ROOM, DeviceStatus.DOWN, new LastFailure("port-closed", clock.instant()));
        browser.waitFor(
                "document.getElementById('down-4') !== null && !document.getElementById('situation').dataset.old");
        assertThat(text("#situation")).contains("Hidup, tetapi SNMP tidak berjalan");
        office.become(Office.ROOM, DeviceStatus.UP, null);
    }

    @Test
    void filtersWhileOneTypes() {
        open("/perangkat");
        browser.evaluate("(q => { q.value = 'losari'; q.dispatchEvent(new Event('input', {bubbles: true})); })"
                + "(document.getElementById('q'))");
        browser.waitFor("document.querySelectorAll('tr[data-device]').length === 1");
        assertThat(browser.evaluate("location.search")).asString().contains("q=losari");
        browser.waitFor(LIVE + " === 'on'");
    }

    @Test
    void writesQuantitiesAsTheServerDoes() throws Exception {
        List<String> rows = Files.readAllLines(Path.of("src/test/resources/id/ronda/dashboards/quantities.csv"));
        for (Map.Entry<String, Integer> language : Map.of("id", 2, "en", 3).entrySet()) {
            open("/perangkat?lang=" + language.getKey());
            JsonArray expected = new JsonArray();
            JsonArray asked = new JsonArray();
            for (String row : rows.subList(1, rows.size())) {
                List<String> cells = List.of(row.split(";", -1));
                asked.add(new JsonArray().add(Double.valueOf(cells.get(0))).add(cells.get(1)));
                expected.add(cells.get(language.getValue()));
            }
            Object written = browser.evaluate("import(document.querySelector('script[src$=\"page.js\"]').src"
                    + ".replace('page.js', 'format.js')).then(format => JSON.stringify("
                    + asked.encode() + ".map(([value, unit]) => format.quantity(value, unit))))");
            assertThat(new JsonArray(written.toString())).isEqualTo(expected);
        }
    }

    @Test
    void searchesByKeyboardAlone() {
        open("/perangkat");
        press("k", true);
        browser.waitFor("document.getElementById('palette').open && document.activeElement.id === 'palette-words'");
        browser.evaluate("(q => { q.value = 'losari'; q.dispatchEvent(new Event('input', {bubbles: true})); })"
                + "(document.activeElement)");
        browser.waitFor("document.querySelectorAll('.hits a').length > 0"
                + " && document.querySelector('.found [role=status]').textContent.includes('hasil')");
        press("ArrowDown", false);
        browser.waitFor("document.activeElement === document.querySelector('.hits a')");
        press("ArrowUp", false);
        browser.waitFor("document.activeElement.id === 'palette-words'");
        press("Enter", false);
        browser.waitFor("location.pathname.startsWith('/devices/') && " + READY);
    }

    private void press(String key, boolean control) {
        browser.evaluate("document.activeElement.dispatchEvent(new KeyboardEvent('keydown',"
                + " {key: '%s', ctrlKey: %s, bubbles: true, cancelable: true}))".formatted(key, control));
    }

    @Test
    void opensTheMenuOfATelephoneWithoutAScript() {
        browser.window(390, 844, false);
        open("/perangkat");
        String menu = "document.getElementById('menu')";
        assertThat(browser.evaluate(menu + ".checkVisibility()")).isEqualTo(false);
        assertThat(browser.evaluate("document.querySelector('.menu-button').popoverTargetElement === " + menu))
                .isEqualTo(true);
        browser.evaluate("document.querySelector('.menu-button').click()");
        browser.waitFor(menu + ".checkVisibility() && " + menu + ".querySelector('a[href=\"/\"]') !== null");
    }

    @Test
    void fitsATelephone() {
        browser.window(390, 844, true);
        for (String path :
                List.of("/", "/perangkat", "/devices/1", "/devices/2", "/cari?q=a", "/kabar", "/perangkat/tambah")) {
            open(path);
            assertThat(number("document.documentElement.scrollWidth")).as(path).isLessThanOrEqualTo(390);
        }
    }

    @Test
    void drawsNothingInTheNameOfAHostileDevice() {
        open("/devices/9");
        assertThat(text("h1")).isEqualTo(Office.HOSTILE_NAME);
        assertThat(number("document.querySelectorAll('main img, main u, main b > b').length"))
                .isZero();
    }

    private void open(String path) {
        String separator = path.contains("?") ? "&" : "?";
        browser.open(server.at(path.contains("lang=") ? path : path + separator + "lang=id"));
        browser.waitFor(READY);
        await().until(() -> office.feed.size() > 0);
    }

    private String text(String selector) {
        return browser.evaluate("document.querySelector(`" + selector + "`).textContent")
                .toString();
    }

    private double number(String expression) {
        return ((Number) browser.evaluate(expression)).doubleValue();
    }

    /** How many pixels of a canvas are not empty. */
    private double painted(String selector) {
        return number(
                "(canvas => { const all = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;"
                        + " let count = 0; for (let i = 3; i < all.length; i += 4) if (all[i] > 0) count++; return count; })"
                        + "(document.querySelector('" + selector + "'))");
    }
}
