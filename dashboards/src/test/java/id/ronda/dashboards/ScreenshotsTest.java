package id.ronda.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.dashboards.browser.Chromium;
import id.ronda.dashboards.office.Office;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Takes pictures of the pages for people to look at: {@code -Dronda.screenshots=FOLDER}. */
@EnabledIfSystemProperty(named = "ronda.screenshots", matches = ".+")
class ScreenshotsTest {

    private final Clock clock = Clock.systemUTC();
    private final Office office = new Office(clock, Duration.ofSeconds(10), 130);

    /** How somebody looks at a page. */
    private record Look(String language, boolean dark, int width, int height) {

        String name() {
            return language + (dark ? "-dark-" : "-light-") + width;
        }
    }

    private static final List<Look> LOOKS = List.of(
            new Look("id", false, 1366, 768),
            new Look("en", true, 1366, 768),
            new Look("id", true, 390, 844),
            new Look("en", false, 390, 844));

    @Test
    void takesPictures(@TempDir Path profile) throws Exception {
        Path folder = Files.createDirectories(Path.of(System.getProperty("ronda.screenshots")));
        try (PagesServer server = new PagesServer(office, clock);
                Chromium browser = new Chromium(server.vertx, profile)) {
            office.poll();
            for (String path :
                    List.of("", "perangkat", "devices/1", "devices/2", "devices/3", "devices/4", "devices/5")) {
                for (Look look : LOOKS) {
                    show(browser, server, path, look);
                    String name = (path.isEmpty() ? "start" : path.replace('/', '-')) + "-" + look.name() + ".png";
                    Files.write(folder.resolve(name), browser.picture(false));
                    Files.write(folder.resolve("whole-" + name), browser.picture(true));
                }
            }
            ranges(browser, server, folder);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private void ranges(Chromium browser, PagesServer server, Path folder) throws Exception {
        show(browser, server, "devices/1", LOOKS.getFirst());
        for (int range : List.of(86_400, 604_800, 3_600)) {
            browser.evaluate("document.querySelector('[data-range=\"%d\"]').click()".formatted(range));
            browser.waitFor("!document.querySelector('[aria-busy]')");
            browser.mouse("mouseMoved", 470, 330);
            browser.waitFor("[...document.querySelectorAll('.tip')].some(tip => !tip.hidden)");
            Files.write(folder.resolve("range-" + range + ".png"), browser.picture(false));
        }
    }

    private void show(Chromium browser, PagesServer server, String path, Look look) {
        browser.window(look.width(), look.height(), look.dark());
        browser.open(server.at("/" + path + "?lang=" + look.language()));
        browser.waitFor("!document.querySelector('[aria-busy]')");
        office.poll();
        browser.waitFor(
                "!document.getElementById('live') || document.getElementById('live').dataset.state !== 'waiting'");
    }
}
