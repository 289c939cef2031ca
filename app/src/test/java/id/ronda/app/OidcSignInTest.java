package id.ronda.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.app.e2e.FreePorts;
import id.ronda.app.oidc.SpringProvider;
import id.ronda.kernel.DataFolder;
import id.ronda.kernel.Json;
import id.ronda.kernel.config.ConfigReader;
import id.ronda.kernel.config.ConfigResult;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole product with a conforming provider that others wrote: in, out, and in by password when it is away. */
class OidcSignInTest {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    @TempDir
    Path folder;

    private final Shutdown shutdown = new Shutdown(Shutdown.LIMIT);
    private SpringProvider provider;
    private Platform platform;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();

    @BeforeEach
    void start() throws Exception {
        int port = FreePorts.tcp();
        URI ronda = URI.create("http://127.0.0.1:" + port);
        provider = new SpringProvider(Files.createDirectory(folder.resolve("provider")), ronda);
        platform = Platform.start(config(port, ronda), DataFolder.Use.SERVE, shutdown);
    }

    @AfterEach
    void stop() throws Exception {
        shutdown.close();
        provider.close();
        http.close();
    }

    private ServerConfig config(int port, URI ronda) throws IOException {
        Path secret = Files.createFile(
                folder.resolve("secret"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(secret, SpringProvider.SECRET + "\n");
        var settings = Map.of(
                "ronda.data", folder.resolve("data").toString(),
                "ronda.port", Integer.toString(port),
                "ronda.oidc.issuer", provider.issuer().toString(),
                "ronda.oidc.client-id", SpringProvider.CLIENT,
                "ronda.oidc.client-secret-file", secret.toString(),
                "ronda.oidc.redirect-uri", ronda.resolve("/masuk/oidc/kembali").toString(),
                "ronda.oidc.name", "SSO Kabupaten",
                "ronda.oidc.new-accounts", "noc=operator");
        var read = ConfigReader.read(ServerConfig.class, null, settings, Map.of());
        return ((ConfigResult.Read<ServerConfig>) read).config();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address).header("Accept", "text/html"));
    }

    /** Follows redirects as a browser does, until there is a page. */
    private HttpResponse<String> follow(HttpResponse<String> first) throws IOException, InterruptedException {
        var answer = first;
        for (int i = 0; i < 12 && answer.headers().firstValue("Location").isPresent(); i++) {
            answer = get(
                    answer.uri().resolve(answer.headers().firstValue("Location").get()));
        }
        return answer;
    }

    private HttpResponse<String> begin() throws IOException, InterruptedException {
        return follow(get(platform.address().resolve("/masuk/oidc?to=/akun")));
    }

    private HttpResponse<String> atProvider(HttpResponse<String> page) throws IOException, InterruptedException {
        var csrf = CSRF.matcher(page.body());
        assertThat(csrf.find()).as(page.uri() + " " + page.body()).isTrue();
        var form =
                Map.of("username", SpringProvider.PERSON, "password", SpringProvider.PASSWORD, "_csrf", csrf.group(1));
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return follow(send(HttpRequest.newBuilder(page.uri().resolve("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(HttpRequest.BodyPublishers.ofString(body))));
    }

    private HttpResponse<String> json(String method, String path, String body)
            throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(platform.address().resolve(path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    @Test
    void personOfTheProvider_comesIn_goesOut_andIsAskedAgain() throws Exception {
        assertThat(get(platform.address().resolve("/masuk?to=/akun&lang=id")).body())
                .contains("Masuk dengan SSO Kabupaten", "href=\"/masuk/oidc?to=%2Fakun\"");

        var account = atProvider(begin());

        assertThat(account.uri()).isEqualTo(platform.address().resolve("/akun"));
        assertThat(account.statusCode()).isEqualTo(200);
        var me = Json.mapper()
                .readTree(get(platform.address().resolve("/api/v1/me")).body());
        assertThat(me.path("displayName").asText()).isEqualTo("Budi Santoso");
        assertThat(me.path("rights").toString()).contains("device.read").doesNotContain("user.write");

        var out = json("DELETE", "/api/v1/session", "");
        URI further =
                URI.create(Json.mapper().readTree(out.body()).path("continueAt").asText());
        assertThat(follow(get(further)).uri()).isEqualTo(platform.address().resolve("/masuk"));
        assertThat(get(platform.address().resolve("/api/v1/me")).statusCode()).isEqualTo(401);
        assertThat(begin().uri().getPath()).as("the provider asks again").isEqualTo("/login");
    }

    @Test
    void providerThatIsAway_isSaid_andTheAdministratorComesInByPassword() throws Exception {
        provider.close();

        var page = begin();

        assertThat(page.uri().getPath()).isEqualTo("/masuk");
        assertThat(page.body()).contains("SSO Kabupaten tidak dapat dihubungi");
        var first = platform.identity().firstSignIn().orElseThrow();
        assertThat(json(
                                "POST",
                                "/api/v1/session",
                                "{\"name\":\"admin\",\"password\":\""
                                        + first.password().reveal() + "\"}")
                        .statusCode())
                .isEqualTo(200);
    }
}
