package id.ronda.app.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The system's Chromium with a profile of its own, driven by Playwright; closing it ends the browser. */
final class TestingChromium implements AutoCloseable {

    /** Nothing but the page under test may use the network; root in a container has no sandbox. */
    private static final List<String> OPTIONS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final BrowserContext context;

    private TestingChromium(Playwright playwright, BrowserContext context) {
        this.playwright = playwright;
        this.context = context;
    }

    /**
     * Starts it on an empty profile.
     *
     * @param profile folder for what the browser keeps
     */
    static TestingChromium start(Path profile) {
        Path program = installed();
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var options = new BrowserType.LaunchPersistentContextOptions()
                .setExecutablePath(program)
                .setHeadless(true)
                .setArgs(OPTIONS);
        return new TestingChromium(playwright, playwright.chromium().launchPersistentContext(profile, options));
    }

    /** A new page with nothing on it. */
    Page page() {
        return context.newPage();
    }

    @Override
    public void close() {
        context.close();
        playwright.close();
    }

    /** Without a browser the test is skipped, or failed where tools are required. */
    private static Path installed() {
        var program = find();
        if (program.isEmpty() && Boolean.getBoolean("ronda.tools.required")) {
            throw new AssertionError("Chromium is required and not found: install the package chromium");
        }
        assumeTrue(program.isPresent(), "no Chromium: install the package chromium");
        return program.orElseThrow();
    }

    private static Optional<Path> find() {
        String told = System.getProperty("ronda.chromium", "");
        var names = Stream.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
        var folders = List.of(System.getenv("PATH").split(File.pathSeparator));
        return Stream.concat(
                        told.isBlank() ? Stream.empty() : Stream.of(Path.of(told)),
                        names.flatMap(name -> folders.stream().map(folder -> Path.of(folder, name))))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
