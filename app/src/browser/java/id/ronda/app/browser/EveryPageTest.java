package id.ronda.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import id.ronda.app.e2e.FreePorts;
import id.ronda.app.e2e.TestingRonda;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every page in every look: axe-core finds nothing that keeps anybody out, nothing scrolls sideways, the console and the content
 * policy are silent, and a telephone has it for 300 kB. {@code -Dronda.docs.write=true} keeps pictures in {@code docs/screenshots}.
 */
@Timeout(600)
class EveryPageTest {

    private static final long MOST_OCTETS = 300_000;
    private static final long LARGEST_PICTURE = 200_000;
    private static final Path PICTURES = Path.of("target", "screenshots", "pages");
    private static final Path DOCUMENTED = Path.of("..", "docs", "screenshots");
    private static final Pattern DEVICE = Pattern.compile("\\{([^}]+)}");

    @TempDir
    static Path folder;

    private static TestingRonda demo;
    private static TestingChromium chromium;
    private static Map<String, String> devices;

    @BeforeAll
    static void start() throws IOException {
        Files.createDirectories(PICTURES);
        chromium = TestingChromium.start(folder.resolve("profile"));
        demo = TestingRonda.start(
                folder.resolve("demo"), "demo", "--device-port", String.valueOf(FreePorts.udp("127.10.0.1")));
        devices = demo.api().devices().stream()
                .collect(Collectors.toMap(
                        device -> device.get("name").asText(),
                        device -> device.get("id").asText()));
        Page page = chromium.page();
        SignedIn.as(page.context(), demo.address(), folder.resolve("demo"));
        page.close();
    }

    @AfterAll
    static void end() {
        demo.close();
        chromium.close();
    }

    static Stream<Arguments> looks() {
        return Arrays.stream(ShownPage.values())
                .flatMap(page -> Arrays.stream(Look.values()).map(look -> Arguments.of(page, look)));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void page_keepsNobodyOut(ShownPage shown, Look look) throws IOException {
        Page page = chromium.page();
        List<Cookie> session = page.context().cookies();
        try {
            if (shown.isForNobody()) {
                page.context().clearCookies();
            }
            look(page, shown, look);
        } finally {
            page.context().addCookies(session);
            page.close();
        }
    }

    private static void look(Page page, ShownPage shown, Look look) throws IOException {
        Complaints complaints = Complaints.of(page);
        page.setViewportSize(look.width(), look.height());
        Transfer transfer = Transfer.of(page);
        open(page, shown, look);

        complaints.assertNone();
        assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                .as("width")
                .isLessThanOrEqualTo(look.width());
        assertThat(transfer.octets()).as("octets over the wire").isBetween(1_000L, MOST_OCTETS);
        picture(page, shown, look);
        assertThat(violations(page)).as("axe-core").isEmpty();
    }

    private static void open(Page page, ShownPage shown, Look look) {
        String path = DEVICE.matcher(shown.path()).replaceAll(name -> devices.get(name.group(1)));
        page.navigate(demo.address()
                .resolve(path + (path.contains("?") ? "&" : "?") + look.query())
                .toString());
        page.waitForFunction("() => !document.querySelector('[aria-busy=true]')");
        page.waitForFunction("() => !document.querySelector('#live[data-state=waiting]')");
        if (shown.script() != null) {
            page.evaluate("() => { " + shown.script() + " }");
            page.locator(".palette .hits a").first().waitFor();
        }
    }

    private static List<String> violations(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream().map(EveryPageTest::told).toList();
    }

    private static String told(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream().map(node -> node.getHtml()).limit(3).toList();
    }

    /** Small enough to be kept, and kept where it is asked for. */
    private static void picture(Page page, ShownPage shown, Look look) throws IOException {
        byte[] png = Picture.smaller(page.screenshot());
        Files.write(PICTURES.resolve(shown.file() + "-" + look.file() + ".png"), png);
        if (shown.isDocumented(look) && Boolean.getBoolean("ronda.docs.write")) {
            assertThat(png.length).as("size of the picture").isLessThan((int) LARGEST_PICTURE);
            Files.createDirectories(DOCUMENTED);
            Files.write(DOCUMENTED.resolve(shown.file() + "-" + look.file() + ".png"), png);
        }
    }
}
