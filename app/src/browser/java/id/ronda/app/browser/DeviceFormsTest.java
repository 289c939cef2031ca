package id.ronda.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import id.ronda.app.e2e.TestingRonda;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What people tell Ronda of devices, and a session that ends under an open page. */
@Timeout(240)
class DeviceFormsTest {

    private static final double PATIENCE = 30_000;

    @TempDir
    static Path folder;

    private static TestingRonda ronda;
    private static TestingChromium chromium;

    private Page page;

    @BeforeAll
    static void start() {
        chromium = TestingChromium.start(folder.resolve("profile"));
        ronda = TestingRonda.start(folder.resolve("data"), "serve");
        Page first = chromium.page();
        SignedIn.as(first.context(), ronda.address(), folder.resolve("data"));
        first.close();
    }

    @AfterAll
    static void end() {
        ronda.close();
        chromium.close();
    }

    @BeforeEach
    void open() {
        page = chromium.page();
        page.setDefaultTimeout(PATIENCE);
    }

    @AfterEach
    void close() {
        page.close();
    }

    private void show(String path) {
        page.navigate(ronda.address().resolve(path).toString());
    }

    private static String at(String url) {
        return URI.create(url).getPath();
    }

    @Test
    void oneDevice_isAdded_edited_andNotAddedTwice() {
        add("127.9.1.1");
        page.waitForURL(url -> at(url).matches("/devices/\\d+"));
        String device = at(page.url());
        assertThat(page.locator("h1").textContent()).isEqualTo("uji-127.9.1.1");

        page.click(".actions a[href$='/ubah']");
        page.locator("#edit button:not([disabled])").waitFor();
        assertThat(page.inputValue("#f-interval")).isEqualTo("60s");
        page.fill("#f-name", "uji-baru");
        page.fill("#f-tags", "kode:1.3.2.10; layanan:pusat-data");
        page.click("#edit button[type=submit]");
        page.waitForURL(url -> at(url).equals(device));
        assertThat(page.locator("h1").textContent()).isEqualTo("uji-baru");
        assertThat(page.locator(".facts").first().textContent()).contains("1.3.2.10");

        add("127.9.1.1");
        page.locator("#one .problem:not([hidden])").waitFor();
        assertThat(page.locator("#one .problem").textContent()).contains("sudah ada");
        assertThat((boolean) page.locator("#one .problem").evaluate("it => it === document.activeElement"))
                .isTrue();
    }

    private void add(String address) {
        show("/perangkat/tambah?lang=id");
        page.fill("#f-address", address);
        page.fill("#f-name", "uji-" + address);
        page.fill("#f-snmp\\.community", "rahasia");
        page.click("#one button[type=submit]");
    }

    @Test
    void deviceThatIsRefused_isToldByItsField() {
        show("/perangkat/tambah?lang=id");
        page.selectOption("#f-version", "3");
        assertThat(page.isVisible("#f-snmp\\.user")).isTrue();
        assertThat(page.isVisible("#f-snmp\\.community")).isFalse();
        page.fill("#f-address", "bukan alamat");
        page.click("#one button[type=submit]");
        toldOf("Pengguna: ");

        page.fill("#f-snmp\\.user", "pemantau");
        page.click("#one button[type=submit]");
        toldOf("Alamat: ");
    }

    private void toldOf(String what) {
        page.locator("#one .problem:not([hidden])")
                .filter(new Locator.FilterOptions().setHasText(what))
                .waitFor();
    }

    @Test
    void manyDevices_areSentInParts_andEachRowHasItsFate() {
        show("/perangkat/tambah?lang=id");
        StringBuilder csv = new StringBuilder("name,address,community\n");
        for (int i = 1; i <= 120; i++) {
            csv.append("\"banyak, %d\",127.9.2.%d,rahasia%n".formatted(i, i));
        }
        csv.append("salah,bukan alamat,rahasia\n");
        page.fill("#f-csv", csv.toString());
        page.click("#many button[type=submit]");

        Locator summary = page.locator("#fate [data-field=summary]");
        page.waitForFunction(
                "() => document.querySelector('#fate [data-field=summary]').textContent.startsWith('121 dari')");
        assertThat(summary.textContent()).contains("Ditambahkan: 120", "Ditolak: 1");
        assertThat(page.locator("#fate tbody tr").count()).isEqualTo(121);
        Locator refused = page.locator("#fate tbody tr").last();
        assertThat(refused.locator("td").allTextContents().subList(0, 3))
                .containsExactly("122", "bukan alamat", "Ditolak");
        assertThat(refused.locator("td").last().textContent()).startsWith("Alamat: ");
        Locator hundredAndFirst = page.locator("#fate tbody tr").nth(100);
        assertThat(hundredAndFirst.locator("td").first().textContent()).isEqualTo("102");
        assertThat(hundredAndFirst.locator("a").textContent()).isEqualTo("127.9.2.101");
    }

    @Test
    void sessionThatEndsUnderAnOpenPage_leadsToTheSignInAndBack() {
        show("/perangkat?q=uji&lang=id");
        page.locator("#live[data-state=on]").waitFor();
        page.context().clearCookies();
        page.fill("#q", "lain");
        page.waitForURL(url -> at(url).equals("/masuk"));
        assertThat(URI.create(page.url()).getQuery()).startsWith("to=/perangkat?q=uji");
        page.fill("#name", "admin");
        page.fill("#password", SignedIn.OWN);
        page.click("#sign-in button[type=submit]");
        page.waitForURL(url -> at(url).equals("/perangkat"));
    }
}
