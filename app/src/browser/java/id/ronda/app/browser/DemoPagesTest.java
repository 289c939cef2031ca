package id.ronda.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import id.ronda.app.e2e.FreePorts;
import id.ronda.app.e2e.TestingRonda;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The demo in a real browser: what people see, that it moves by itself, and that nothing goes wrong behind it. */
@Timeout(240)
class DemoPagesTest {

    private static final int INTERVAL_SECONDS = 2;
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration MOVES = Duration.ofSeconds(10);
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    @TempDir
    static Path folder;

    private static TestingRonda demo;
    private static TestingChromium chromium;

    private Complaints complaints;
    private Page page;

    @BeforeAll
    static void start() {
        chromium = TestingChromium.start(folder.resolve("profile"));
        demo = TestingRonda.start(
                folder.resolve("demo"), "demo", "--device-port", String.valueOf(FreePorts.udp("127.10.0.1")));
    }

    @AfterAll
    static void end() {
        demo.close();
        chromium.close();
    }

    @BeforeEach
    void open() {
        page = chromium.page();
        page.setExtraHTTPHeaders(Map.of("Authorization", "Bearer " + demo.token()));
        complaints = Complaints.of(page);
    }

    @AfterEach
    void nothingWentWrong() {
        complaints.assertNone();
        page.close();
    }

    @Test
    void listOfDevices_showsAllOfThemUp() {
        show("/perangkat?lang=id");

        assertThat(page.locator("tr[data-device]").count()).isEqualTo(100);
        eventually(() -> page.locator("[data-count=up]").textContent().equals("100"));
        assertThat(page.locator("tr[data-device] .label").allTextContents()).containsOnly("Menjawab");
        screenshot("devices");
    }

    @Test
    void deviceOfEachKind_hasChartsThatMoveWithoutAReload() {
        Map<String, Long> ids = demo.api().devices().stream()
                .collect(Collectors.toMap(
                        device -> device.get("name").asText(),
                        device -> device.get("id").asLong()));
        for (String name : List.of("core-router", "ups-a", "genset-1", "sensor-ruang")) {
            assertThat(ids).containsKey(name);
            show("/devices/" + ids.get(name) + "?lang=id");
            assertThat(page.locator("h1").textContent()).isEqualTo(name);
            assertMoves();
            screenshot(name);
        }
    }

    /** The stream flows, and points come into the chart of a page that stays the same. */
    private void assertMoves() {
        page.evaluate("window.stayed = true");
        eventually(() -> page.locator("figure.chart[data-count]").count() > 0);
        eventually(() -> "on".equals(page.locator("#live").getAttribute("data-state")));
        Locator chart = page.locator("figure.chart").first();
        eventually(() -> number(chart, "data-count") > 0);
        double count = number(chart, "data-count");
        double until = number(chart, "data-until");

        await().atMost(MOVES)
                .pollInterval(Duration.ofMillis(250))
                .pollInSameThread()
                .until(() -> number(chart, "data-count") > count && number(chart, "data-until") > until);

        assertThat(page.evaluate("window.stayed")).isEqualTo(true);
        assertNoHole(chart);
        assertThat(chart.locator("canvas").count()).isPositive();
    }

    /** Points that were stored while the page was being made are in its charts, like those before and behind. */
    private static void assertNoHole(Locator chart) {
        double slots = (number(chart, "data-until") - number(chart, "data-from")) / INTERVAL_SECONDS + 1;
        assertThat(number(chart, "data-count")).isEqualTo(slots);
    }

    private static double number(Locator element, String attribute) {
        String value = element.getAttribute(attribute);
        return value == null || value.isEmpty() ? 0 : Double.parseDouble(value);
    }

    @Test
    void language_isSwitchedByALinkAndStays() {
        show("/perangkat?lang=id");
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("id");
        assertThat(page.locator("h1").textContent()).isEqualTo("Perangkat");

        page.locator("nav.languages a[lang=en]").click();

        eventually(() -> "en".equals(page.locator("html").getAttribute("lang")));
        assertThat(page.locator("h1").textContent()).isEqualTo("Devices");
        page.locator("tr[data-device] th a").first().click();
        eventually(() -> page.locator("#device").count() == 1);
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
    }

    private void show(String path) {
        page.navigate(demo.address().resolve(path).toString());
    }

    /** Playwright's objects belong to one thread. */
    private static void eventually(java.util.concurrent.Callable<Boolean> condition) {
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(250))
                .pollInSameThread()
                .until(condition);
    }

    private void screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }
}
