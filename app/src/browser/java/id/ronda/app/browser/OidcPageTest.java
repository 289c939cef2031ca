package id.ronda.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import id.ronda.app.e2e.FreePorts;
import id.ronda.app.e2e.RondaProcess;
import id.ronda.app.oidc.SpringProvider;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A person comes in by the office's provider in a real browser, goes out at both, and reads what to do when it is away. */
@Timeout(240)
class OidcPageTest {

    private static final double SOON_MILLIS = 30_000;
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    @TempDir
    static Path folder;

    private static SpringProvider provider;
    private static RondaProcess ronda;
    private static TestingChromium chromium;

    @BeforeAll
    static void start() throws Exception {
        chromium = TestingChromium.start(folder.resolve("profile"));
        int port = FreePorts.tcp();
        URI address = URI.create("http://127.0.0.1:" + port);
        provider = new SpringProvider(Files.createDirectory(folder.resolve("provider")), address);
        ronda = RondaProcess.start(
                folder.resolve("stderr"),
                "serve",
                "--data",
                folder.resolve("data").toString(),
                "--port",
                Integer.toString(port),
                "--config",
                config(address).toString());
    }

    private static Path config(URI address) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), SpringProvider.SECRET);
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        return Files.writeString(folder.resolve("ronda.properties"), """
                ronda.oidc.issuer=%s
                ronda.oidc.client-id=%s
                ronda.oidc.client-secret-file=%s
                ronda.oidc.redirect-uri=%s/masuk/oidc/kembali
                ronda.oidc.name=SSO Kabupaten
                ronda.oidc.new-accounts=noc=operator
                """.formatted(
                        provider.issuer(), SpringProvider.CLIENT, secret, address));
    }

    @AfterAll
    static void end() throws Exception {
        ronda.close();
        provider.close();
        chromium.close();
    }

    private static void shows(Page page, String path) {
        page.waitForURL(
                url -> URI.create(url).getPath().equals(path), new Page.WaitForURLOptions().setTimeout(SOON_MILLIS));
    }

    private static void picture(Page page, String name) {
        page.setViewportSize(1366, 768);
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
        page.setViewportSize(390, 844);
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + "-phone.png")));
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("no scrolling sideways")
                .isEqualTo(true);
        // On a telephone the way out is behind the menu.
        page.setViewportSize(1366, 768);
    }

    @Test
    void person_comesInByTheProvider_goesOutAtBoth_andReadsWhenItIsAway() throws Exception {
        Page page = chromium.page();
        Complaints complaints = Complaints.of(page);
        URI root = URI.create(ronda.ready());

        page.navigate(root.resolve("/perangkat").toString());
        shows(page, "/masuk");
        picture(page, "sign-in-sso");
        page.click("a.provider");
        shows(page, "/login");
        page.fill("#username", SpringProvider.PERSON);
        page.fill("#password", SpringProvider.PASSWORD);
        page.click("button[type=submit]");
        shows(page, "/perangkat");
        assertThat(page.locator("a[href='/akun']").textContent()).isEqualTo("Budi Santoso");

        page.click("[data-sign-out]");
        shows(page, "/masuk");
        page.click("a.provider");
        shows(page, "/login");
        complaints.assertNone();

        provider.close();
        // A provider that has just answered is taken to be there for two seconds.
        page.waitForTimeout(2_500);
        page.navigate(root.resolve("/masuk?to=/akun").toString());
        page.click("a.provider");
        page.locator(".problem[role=alert]:visible").waitFor();
        assertThat(page.locator(".problem[role=alert]").textContent()).contains("SSO Kabupaten tidak dapat dihubungi");
        assertThat(page.locator("#password").isVisible()).isTrue();
        picture(page, "sign-in-sso-away");
    }
}
