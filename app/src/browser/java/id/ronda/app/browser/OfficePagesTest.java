package id.ronda.app.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.SelectOption;
import com.microsoft.playwright.options.WaitForSelectorState;
import id.ronda.app.e2e.TestingRonda;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The administrator at work: offices, roles, tokens and his own second step, each done on its page. */
@Timeout(240)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OfficePagesTest {

    private static final String PASSWORD = "perahu bambu hijau tujuh";
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final double PATIENCE = 30_000;

    @TempDir
    static Path folder;

    private static TestingRonda ronda;
    private static TestingChromium chromium;

    private Complaints complaints;
    private Page page;

    @BeforeAll
    static void start() throws IOException {
        chromium = TestingChromium.start(folder.resolve("profile"));
        ronda = TestingRonda.start(folder.resolve("data"), "serve");
        try (Page page = chromium.page()) {
            String first = Files.readString(folder.resolve("data").resolve("first-sign-in"))
                    .lines()
                    .toList()
                    .get(1);
            enter(page, first);
            shows(page, "/akun");
            page.fill("#old", first);
            page.fill("#new", PASSWORD);
            page.click("#password-form button[type=submit]");
            shows(page, "/");
        }
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
        complaints = Complaints.butRefusals(page);
        page.onDialog(Dialog::accept);
    }

    @AfterEach
    void nothingWentWrong() {
        complaints.assertNone();
        page.close();
    }

    private static void enter(Page page, String password) {
        page.navigate(ronda.address().resolve("/masuk").toString());
        page.fill("#name", "admin");
        page.fill("#password", password);
        page.click("#sign-in button[type=submit]");
    }

    private static void shows(Page page, String path) {
        page.waitForURL(
                url -> URI.create(url).getPath().equals(path), new Page.WaitForURLOptions().setTimeout(PATIENCE));
    }

    private void show(String path) {
        page.navigate(ronda.address().resolve(path).toString());
    }

    private void save() {
        page.click("main form[data-api] button[type=submit]");
    }

    private Locator said() {
        Locator note = page.locator("main > .done");
        note.waitFor();
        return note;
    }

    /** On a desk and on a telephone, where nothing may stand out to the side. */
    private void picture(String name) {
        for (int width : new int[] {390, 1366}) {
            page.setViewportSize(width, width == 390 ? 844 : 768);
            assertThat((Boolean) page.evaluate(
                            "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                    .as(name + " fits into " + width)
                    .isTrue();
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(SCREENSHOTS.resolve(name + "-" + width + ".png"))
                    .setFullPage(true));
        }
    }

    private void addUnit(String name, String kind, String aliases) {
        page.click(".head a.button");
        page.fill("#name", name);
        page.fill("#kind", kind);
        page.fill("#aliases", aliases);
        save();
        shows(page, "/unit");
    }

    @Test
    @Order(1)
    void pagesWithoutAnything_sayWhatToDoNext() {
        show("/unit");
        assertThat(page.locator(".empty").textContent()).contains("Tambahkan perangkat daerah");
        picture("unit-kosong");
        show("/token");
        assertThat(page.locator(".empty").textContent()).contains("Buat token bila");
    }

    @Test
    void unit_isMade_moved_importedAndDeleted() {
        show("/unit");
        int before = page.locator("#units > ul > li").count();
        addUnit("Sekretariat Daerah", "sekretariat", "Setda");
        assertThat(said().textContent()).isEqualTo("Unit sudah disimpan.");
        addUnit("Bagian Umum", "bagian", "Umum\nBag. Umum");
        assertThat(page.locator("#units > ul > li").count()).isEqualTo(before + 2);

        page.click("text=Bagian Umum");
        page.selectOption("#parent", new SelectOption().setLabel("Sekretariat Daerah"));
        picture("unit-form");
        save();
        shows(page, "/unit");
        assertThat(page.locator("#units > ul > li").count()).isEqualTo(before + 1);
        assertThat(page.locator("#units li li a").first().textContent()).isEqualTo("Bagian Umum");

        page.click(".import summary");
        page.setInputFiles("#unit-file", new FilePayload("units.csv", "text/csv", """
                        name,kind,parent,aliases
                        Dinas Kesehatan,dinas,,Dinkes;DKK
                        Puskesmas Muncar,puskesmas,Dinkes,
                        Puskesmas Siliragung,puskesmas,Dinkes,
                        Dinas Komunikasi dan Informatika,dinas,,
                        Bidang Infrastruktur,bidang,Diskominfo,
                        Seksi Jaringan,seksi,Bidang Infrastruktur,
                        Kelurahan Hilang,kelurahan,Kec. Tidak Ada,
                        """.getBytes(UTF_8)));
        page.click("#unit-import button");
        page.locator("#unit-fates tr[data-fate=refused]").waitFor();
        assertThat(page.locator("#unit-fates tr[data-fate=created]").count()).isEqualTo(6);
        assertThat(page.locator("#unit-fates tr[data-fate=refused]").textContent())
                .contains("parent unit kerja tidak dikenal");
        picture("unit-import");

        show("/unit");
        picture("unit");
        page.fill("#unit-words", "muncar");
        assertThat(page.locator("#unit-filter .result").textContent()).isEqualTo("1 unit cocok");
        assertThat(page.locator("#units .unit > a:not(.add):visible").allTextContents())
                .containsExactly("Dinas Kesehatan", "Puskesmas Muncar");

        page.click("text=Puskesmas Muncar");
        page.click(".danger summary");
        page.click(".danger button");
        shows(page, "/unit");
        assertThat(page.locator("#units").textContent()).doesNotContain("Muncar");
    }

    @Test
    void unitThatIsRefused_saysWhyAtItsField() {
        show("/unit");
        addUnit("Kecamatan Ganda", "kecamatan", "");
        page.click(".head a.button");
        page.fill("#name", "Kec. Ganda");
        page.fill("#kind", "kecamatan");
        save();

        page.locator("#wrong-name").waitFor();
        assertThat(page.locator("#wrong-name").textContent()).isEqualTo("sudah dipakai");
        assertThat(page.locator("#name").getAttribute("aria-invalid")).isEqualTo("true");
        assertThat((Boolean) page.evaluate("document.activeElement.id === 'name'"))
                .isTrue();
        show("/unit?lang=en");
        assertThat(page.locator("h1").textContent()).isEqualTo("Units");
        show("/unit?lang=id");
    }

    @Test
    void role_isMade_givenToAPerson_andTakenAway() {
        show("/peran");
        picture("peran");
        page.click(".head a.button");
        page.fill("#name-id", "Piket Malam");
        page.fill("#name-en", "Night duty");
        page.check("input[value='device.read']");
        page.check("input[value='alert.read']");
        picture("peran-form");
        save();
        shows(page, "/peran");
        assertThat(said().textContent()).isEqualTo("Peran sudah disimpan.");

        page.click(".role-list >> text=Piket Malam");
        page.locator("#holders-title").waitFor();
        assertThat(page.locator(".empty").textContent()).contains("Belum ada yang memiliki");
        String role = page.url().substring(page.url().lastIndexOf('/') + 1);
        var given = page.context()
                .request()
                .post(
                        ronda.address().resolve("/api/v1/users/1/roles").toString(),
                        RequestOptions.create()
                                .setHeader("Content-Type", "application/json")
                                .setData("{\"role\":" + role + "}"));
        assertThat(given.status()).as(given.text()).isEqualTo(201);

        page.reload();
        assertThat(page.locator("section tbody tr").textContent()).contains("semuanya");
        picture("peran-satu");
        page.click("section tbody button");
        assertThat(said().textContent()).isEqualTo("Peran sudah dicabut.");
        page.click(".danger summary");
        page.click(".danger button");
        shows(page, "/peran");
        assertThat(page.locator(".role-list").textContent()).doesNotContain("Piket Malam");
    }

    @Test
    void token_isMade_shownOnce_andRevoked() {
        show("/token");
        page.fill("#name", "cadangan malam");
        page.check("input[value='unit.read']");
        save();
        Locator text = page.locator("#token-text");
        text.waitFor();
        String token = text.inputValue();
        assertThat(token).startsWith("ronda_");
        picture("token-baru");
        assertThat(asToken(token)).isEqualTo(200);

        page.click("#new-token a");
        page.locator("tr[data-token]").waitFor();
        assertThat(page.content()).contains("cadangan malam").doesNotContain(token);
        picture("token");
        page.click("tr[data-token] .act button");
        assertThat(said().textContent()).isEqualTo("Token cadangan malam sudah dicabut.");
        assertThat(asToken(token)).isEqualTo(401);
    }

    @Test
    void tokenOfAService_mayLiveWithoutAnEnd() {
        show("/token");
        assertThat(page.locator("option[data-service]").isDisabled()).isTrue();
        page.fill("#name", "grafana");
        page.selectOption("#kind", "service");
        page.selectOption("#expires", "");
        page.check("input[value='series.read']");
        save();
        page.locator("#token-text").waitFor();
        page.click("#new-token a");
        Locator row = page.locator("tr[data-token]", new Page.LocatorOptions().setHasText("grafana"));
        row.waitFor();
        assertThat(row.textContent()).contains("layanan", "sampai dicabut");
        row.locator(".act button").click();
        assertThat(said().textContent()).contains("grafana");
    }

    private static int asToken(String token) {
        return ronda.apiStatus("api/v1/units", token);
    }

    @Test
    void secondStep_isSetUp_asksForACodeOnce_andTakesARecoveryCode() {
        show("/akun");
        page.click("[data-begin]");
        page.locator(".qr svg").waitFor();
        picture("akun-qr");
        var telephone = new TestingTotp(page.locator("#factor-secret").inputValue());
        Instant now = Instant.now();
        page.fill("#factor-first", telephone.code(now, 0));
        page.click("[data-confirm] button");
        page.locator("#recovery-codes li").first().waitFor();
        List<String> codes = page.locator("#recovery-codes li").allTextContents();
        assertThat(codes).hasSize(10).allMatch(code -> code.matches("[0-9a-z]{4}(-[0-9a-z]{4}){3}"));
        picture("akun-codes");
        page.click("[data-kept]");
        page.locator("[data-left]").waitFor();
        assertThat(page.locator("[data-left]").textContent()).isEqualTo("Sisa 10 kode pemulihan.");

        // The code of the next step is good already, and that of the set-up is used up.
        String code = telephone.code(now, 1);
        signOut();
        enter(page, PASSWORD);
        step(code);
        shows(page, "/");
        signOut();
        enter(page, PASSWORD);
        step(code);
        page.locator(".problem[role=alert]").waitFor();
        assertThat(page.locator(".problem[role=alert]").textContent()).contains("salah");
        page.click("[data-recovery]");
        assertThat(page.locator("#code").getAttribute("inputmode")).isEqualTo("text");
        picture("masuk-kode");
        step(codes.get(3));
        shows(page, "/");

        show("/akun");
        page.locator("[data-left]").waitFor();
        assertThat(page.locator("[data-left]").textContent()).isEqualTo("Sisa 9 kode pemulihan.");
        picture("akun-aktif");
        page.fill("#factor-code", codes.get(3));
        page.click("button[value=remove]");
        page.locator("#factor .problem").waitFor();
        page.fill("#factor-code", codes.get(4));
        page.click("button[value=remove]");
        page.locator("[data-begin]").waitFor();
        assertThat(page.locator("#factor .done").textContent()).contains("sudah dinonaktifkan");
    }

    private void signOut() {
        page.click("[data-sign-out]");
        shows(page, "/masuk");
    }

    private void step(String code) {
        page.locator("#code").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
        page.fill("#code", code);
        page.click("#sign-in button[type=submit]");
    }
}
