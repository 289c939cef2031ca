package id.ronda.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import id.ronda.app.e2e.TestingRonda;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An administrator makes an account, its owner uses it and goes, and all of it stands in the audit trail. */
@Timeout(240)
class PersonInTheTrailTest {

    private static final double SOON = 20_000;
    private static final String ADMINS = "perahu bambu hijau tujuh";
    private static final String HERS = "gajah terbang di atas sawah";
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

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

    private static Page open() {
        Page page = chromium.page();
        page.setViewportSize(1366, 768);
        return page;
    }

    private static void go(Page page, String path) {
        page.navigate(ronda.address().resolve(path).toString());
    }

    private static void shows(Page page, String path) {
        page.waitForURL(url -> URI.create(url).getPath().equals(path), new Page.WaitForURLOptions().setTimeout(SOON));
    }

    private static void signIn(Page page, String name, String password) {
        page.fill("#name", name);
        page.fill("#password", password);
        page.click("#sign-in button[type=submit]");
    }

    private static void choosePassword(Page page, String old, String fresh) {
        shows(page, "/akun");
        page.fill("#old", old);
        page.fill("#new", fresh);
        page.click("#password-form button[type=submit]");
        shows(page, "/");
    }

    private static void signOut(Page page) {
        page.click("[data-sign-out]");
        shows(page, "/masuk");
    }

    @Test
    void aPersonComesAndGoes_andTheTrailTellsIt() throws Exception {
        Page page = open();
        Complaints complaints = Complaints.butRefusals(page);
        go(page, "/pengguna");
        String first = Files.readAllLines(folder.resolve("data").resolve("first-sign-in"))
                .get(1);
        signIn(page, "admin", first);
        choosePassword(page, first, ADMINS);
        String oneTime = makeSiti(page);
        String account = giveRole(page);
        signOut(page);

        signIn(page, "siti", oneTime);
        choosePassword(page, oneTime, HERS);
        isRefused(page);
        makeToken(page);
        signOut(page);

        signIn(page, "admin", ADMINS);
        shows(page, "/");
        edit(page, account);
        handOver(page);
        assertTrail(page);
        complaints.assertNone();
        page.close();
    }

    /** Makes her account; the password that is shown once. */
    private static String makeSiti(Page page) {
        go(page, "/pengguna");
        page.click("#open-new");
        page.fill("#new-display", "Siti Rahma");
        page.fill("#new-name", "siti");
        page.click("#new-form button[type=submit]");
        page.locator("#new-password").waitFor();
        looked(page, "users-new");
        return page.locator("#new-password [data-field=password]").textContent();
    }

    /** Gives her a role that may make tokens and not read the trail; the path of her page. */
    private static String giveRole(Page page) {
        page.click("#new-password [data-field=path]");
        page.locator("#role-form").waitFor();
        page.selectOption("#role", new SelectOption().setLabel("Admin Sistem"));
        page.click("#role-form button[type=submit]");
        page.locator("#roles:has-text('Admin Sistem')").waitFor();
        return URI.create(page.url()).getPath();
    }

    private static void isRefused(Page page) {
        go(page, "/jejak");
        assertThat(page.locator("h1").textContent()).isEqualTo("Anda tidak berhak membuka halaman ini");
        looked(page, "forbidden");
    }

    private static void makeToken(Page page) {
        assertThat(page.evaluate("""
                async () => (await fetch('/api/v1/tokens', {
                  method: 'POST', headers: {'Content-Type': 'application/json'},
                  body: JSON.stringify({name: 'grafana', kind: 'service', rights: ['device.read']})})).status
                """)).isEqualTo(201);
    }

    private static void edit(Page page, String account) {
        go(page, account);
        page.fill("#email", "siti@dinas.example");
        page.fill("#validUntil", "2027-03-31");
        page.click("#edit-form button[type=submit]");
        page.locator(".facts:has-text('siti@dinas.example')").waitFor();
        assertThat(page.locator(".facts").textContent()).contains("31 Mar 2027 23.59.59 WIB");
        looked(page, "user");
    }

    private static void handOver(Page page) {
        page.selectOption("tr[data-kind=token] select", "1");
        page.click("button[value=disable]");
        page.locator("#enable").waitFor();
        looked(page, "user-disabled");
    }

    private static void assertTrail(Page page) throws IOException {
        go(page, "/jejak");
        assertThat(page.locator(".acts").textContent())
                .contains("admin membuat akun Siti Rahma")
                .contains("admin memberi Siti Rahma peran Admin Sistem")
                .contains("siti ditolak saat meminta GET /jejak")
                .contains("admin menyerahterimakan token grafana dari Siti Rahma kepada Administrator")
                .contains("admin menonaktifkan akun Siti Rahma")
                .contains("siti masuk");
        looked(page, "trail");
        page.selectOption("#action", "access-refused");
        page.click(".trail-filter button[type=submit]");
        page.waitForURL(url -> url.contains("action=access-refused"));
        assertThat(page.locator(".act").count()).isEqualTo(1);
        assertFile(page);
    }

    private static void assertFile(Page page) throws IOException {
        var file = page.waitForDownload(() -> page.click("#export"));
        assertThat(file.suggestedFilename()).isEqualTo("audit-trail.csv");
        List<String> lines = Files.readAllLines(file.path());
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst()).startsWith("id,at,changeSet");
        assertThat(lines.getLast()).contains("siti", "access-refused", "GET /jejak");
    }

    /** Nothing is wider than the window, on a screen and on a telephone, and no rule of the page's safety was broken. */
    private static void looked(Page page, String name) {
        for (int width : new int[] {390, 1366}) {
            page.setViewportSize(width, width == 390 ? 844 : 768);
            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as(name + " at " + width)
                    .isEqualTo(width);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(SCREENSHOTS.resolve(name + "-" + width + ".png"))
                    .setFullPage(true));
        }
        assertThat(page.evaluate("window.refused")).isEqualTo(List.of());
    }
}
