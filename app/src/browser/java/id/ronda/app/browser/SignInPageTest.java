package id.ronda.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import id.ronda.app.e2e.TestingRonda;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first administrator comes in by the password that was printed, must choose another, and goes out again. */
class SignInPageTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String OWN = "perahu bambu hijau tujuh";

    @TempDir
    static Path folder;

    private static TestingRonda ronda;
    private static TestingChromium chromium;

    @BeforeAll
    static void start() {
        chromium = TestingChromium.start(folder.resolve("profile"));
        ronda = TestingRonda.start(folder.resolve("data"), "serve");
    }

    @AfterAll
    static void end() {
        ronda.close();
        chromium.close();
    }

    private static String at(Page page) {
        return URI.create(page.url()).getPath();
    }

    private static void signIn(Page page, String password) {
        page.fill("#name", "admin");
        page.fill("#password", password);
        page.click("#sign-in button[type=submit]");
    }

    private static void shows(Page page, String path) {
        page.waitForURL(url -> URI.create(url).getPath().equals(path), new Page.WaitForURLOptions().setTimeout((double)
                        SOON.toMillis()));
    }

    @Test
    void firstAdministrator_comesIn_choosesAPassword_andGoesOut() throws IOException {
        Path note = folder.resolve("data").resolve("first-sign-in");
        String first = Files.readString(note);
        Page page = chromium.page();
        page.navigate(ronda.address().resolve("/devices/1?x=1").toString());
        assertThat(at(page)).isEqualTo("/masuk");

        signIn(page, "bukan kata sandinya");
        page.locator(".problem[role=alert]").waitFor();
        assertThat(page.locator(".problem[role=alert]").textContent()).contains("salah");

        signIn(page, password(first));
        shows(page, "/akun");
        assertThat(note).doesNotExist();
        page.navigate(ronda.address().toString());
        assertThat(at(page)).isEqualTo("/akun");

        page.fill("#old", password(first));
        page.fill("#new", OWN);
        page.click("#password-form button[type=submit]");
        shows(page, "/");

        page.click("[data-sign-out]");
        shows(page, "/masuk");
        page.navigate(ronda.address().toString());
        assertThat(at(page)).isEqualTo("/masuk");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "sign-in.png")));
        signIn(page, OWN);
        shows(page, "/");
    }

    /** The file says who, and by which password, a line each. */
    private static String password(String note) {
        return note.lines().toList().get(1);
    }
}
