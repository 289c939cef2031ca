package id.ronda.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import id.ronda.kernel.DataFolder;
import id.ronda.kernel.config.ConfigReader;
import id.ronda.kernel.config.ConfigResult;
import id.ronda.kernel.database.Lane;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole product behind a certificate that Java's own tool has made, as docs/operations/edge.md tells. */
class EdgeOfServerTest {

    private static final String PASSWORD = "rahasia-uji";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    private static Shutdown shutdown;
    private static Platform platform;
    private static HttpClient client;

    @BeforeAll
    static void start() throws Exception {
        Path store = folder.resolve("server.p12");
        certificate(store);
        Path word = Files.writeString(folder.resolve("word"), PASSWORD);
        for (Path file : List.of(store, word)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        shutdown = new Shutdown(Shutdown.LIMIT);
        platform = Platform.start(
                config(Map.of(
                        "ronda.data", folder.resolve("data").toString(),
                        "ronda.port", "0",
                        "ronda.token-file", folder.resolve("token").toString(),
                        "ronda.http.tls.pkcs12", store.toString(),
                        "ronda.http.tls.password-file", word.toString())),
                DataFolder.Use.SERVE,
                shutdown);
        client = HttpClient.newBuilder().sslContext(trusting(store)).build();
    }

    @AfterAll
    static void stop() {
        client.close();
        shutdown.run();
    }

    private static void certificate(Path store) throws IOException, InterruptedException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=ronda",
                        "-validity",
                        "1",
                        "-ext",
                        "SAN=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(output).isZero();
    }

    private static ServerConfig config(Map<String, String> settings) {
        return ((ConfigResult.Read<ServerConfig>) ConfigReader.read(ServerConfig.class, null, settings, Map.of()))
                .config();
    }

    private static SSLContext trusting(Path store) throws Exception {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry(
                "server",
                KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray()).getCertificate("server"));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(platform.address().resolve(path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json");
    }

    private static HttpRequest.Builder asAdministrator(String path) throws IOException {
        return request(path)
                .header(
                        "Authorization",
                        "Bearer " + Files.readString(folder.resolve("token")).strip());
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String path, String body, String key) throws Exception {
        return send(
                asAdministrator(path).header("Idempotency-Key", key).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    @Test
    void signInOverTls_givesCookiesThatNeverLeaveIt() throws Exception {
        var first = platform.identity().firstSignIn().orElseThrow();
        String form = "{\"name\":\"" + first.account().draft().name() + "\",\"password\":\""
                + first.password().reveal() + "\"}";

        var answer = send(request("api/v1/session").POST(HttpRequest.BodyPublishers.ofString(form)));

        assertThat(platform.address().getScheme()).isEqualTo("https");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        List<String> cookies = answer.headers().allValues("Set-Cookie");
        assertThat(cookies)
                .hasSize(2)
                .allSatisfy(cookie -> assertThat(cookie)
                        .contains("Secure", "HTTPOnly", "SameSite=Lax")
                        .doesNotContain("Domain"));
        assertThat(cookies)
                .anyMatch(cookie -> cookie.startsWith("__Host-ronda_session=") && cookie.contains("Path=/;"));
        assertThat(cookies).anyMatch(cookie -> cookie.startsWith("__Secure-ronda_device="));
        String session = cookies.stream()
                .filter(cookie -> cookie.startsWith("__Host-"))
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .findFirst()
                .orElseThrow();
        assertThat(send(request("api/v1/me").header("Cookie", session)).statusCode())
                .isEqualTo(200);
        assertThat(send(request("api/v1/me").header("Cookie", session.replace("__Host-", "")))
                        .statusCode())
                .as("a cookie that another host could have set")
                .isEqualTo(401);
    }

    @Test
    void deviceThatIsAddedTwiceUnderOneKey_isAddedOnce() throws Exception {
        String form = "{\"address\":\"127.0.1.77\",\"snmp\":{\"version\":\"2c\",\"community\":\"public\"}}";

        var first = post("api/v1/devices", form, "device-77");
        var again = post("api/v1/devices", form, "device-77");

        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(again.statusCode()).as(again.body()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(post("api/v1/devices", form, "another").statusCode()).isEqualTo(409);
    }

    @Test
    void passwordShownOnce_isRepeatedToWhoeverAskedAndSealedInTheDatabase() throws Exception {
        var first = post("api/v1/users", "{\"name\":\"sari\",\"displayName\":\"Sari\"}", "user-sari");
        var again = post("api/v1/users", "{\"name\":\"sari\",\"displayName\":\"Sari\"}", "user-sari");

        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        String password = JSON.readTree(first.body()).get("password").asText();
        assertThat(JSON.readTree(again.body()).get("password").asText()).isEqualTo(password);
        String kept = platform.database()
                .run(
                        Lane.EDITS,
                        handle -> handle.createQuery(
                                        "select encode(answer, 'escape') from kernel.repeated_post where key = 'user-sari'")
                                .mapTo(String.class)
                                .one());
        assertThat(kept).doesNotContain(password);
    }

    @Test
    void everyList_isAWorkbookToo() throws Exception {
        JsonNode document =
                new YAMLMapper().readTree(send(request("api/v1/openapi.yaml")).body());
        int lists = 0;
        for (var path : document.get("paths").properties()) {
            boolean list = path.getValue().at("/get/responses/200/content").has("text/csv");
            if (list && !path.getKey().contains("{")) {
                lists++;
                assertWorkbook(path.getKey().substring(1) + "?format=xlsx");
            }
        }
        assertThat(lists).isGreaterThanOrEqualTo(4);
    }

    private static void assertWorkbook(String path) throws Exception {
        Path file = Files.createTempFile(folder, "list", ".xlsx");
        HttpResponse<Path> answer = client.send(asAdministrator(path).build(), HttpResponse.BodyHandlers.ofFile(file));
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .as(path)
                .endsWith(".xlsx\"");
        try (ZipFile workbook = new ZipFile(file.toFile())) {
            assertThat(workbook.getEntry("xl/worksheets/sheet1.xml")).as(path).isNotNull();
        }
    }
}
