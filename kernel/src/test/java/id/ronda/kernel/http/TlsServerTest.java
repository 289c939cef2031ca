package id.ronda.kernel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.ronda.kernel.tls.TestingCertificate;
import id.ronda.kernel.tls.TlsConfig;
import id.ronda.kernel.tls.TlsRefused;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server behind a certificate of its own, asked by a client that trusts that certificate alone. */
final class TlsServerTest {

    private static final String NAME = "ronda.example.go.id";

    @TempDir
    Path folder;

    private final TestingCertificate certificate = TestingCertificate.named("server");

    private TestingHttpServer start(TlsConfig files) throws Exception {
        return new TestingHttpServer(
                config -> config.withTls(files).withNames(List.of(NAME)),
                // Over HTTP/2 another Host than the address is a broken stream.
                client().version(HttpClient.Version.HTTP_1_1),
                List.of(),
                TestingHttpServer.echo(),
                router -> router.get("/origin", RouteRule.OPEN)
                        .handler(ctx -> Answers.json(
                                ctx, 200, Map.of("secure", RequestOrigin.of(ctx).secure()))));
    }

    private HttpClient.Builder client() throws Exception {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry("server", certificate.certificate());
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context);
    }

    @Test
    void pemSpeaksHttp2AndSaysSoInItsAddress() throws Exception {
        try (TestingHttpServer server = start(certificate.writePem(folder));
                HttpClient client = client().build()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(server.address.resolve("/healthz")).build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(server.address.getScheme()).isEqualTo("https");
            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
        }
    }

    @Test
    void pkcs12Speaks() throws Exception {
        try (TestingHttpServer server = start(certificate.writePkcs12(folder))) {
            assertThat(server.get("/origin").body()).isEqualTo("{\"secure\":true}");
        }
    }

    @Test
    void browserIsToldToKeepToTlsExceptForThisMachine() throws Exception {
        try (TestingHttpServer server = start(certificate.writePem(folder))) {
            String header = "Strict-Transport-Security";

            assertThat(server.get("/healthz").header(header)).isNull();
            assertThat(server.get("/healthz", "Host", NAME).header(header)).isEqualTo("max-age=31536000");
        }
    }

    @Test
    void ownPageWritesUnderItsNameAndNoOther() throws Exception {
        try (TestingHttpServer server = start(certificate.writePem(folder))) {
            assertThat(write(server, "https://" + NAME)).isEqualTo(201);
            assertThat(write(server, "https://" + NAME + ":443")).isEqualTo(201);
            assertThat(write(server, "http://" + NAME))
                    .as("the same host without TLS")
                    .isEqualTo(403);
            assertThat(write(server, "https://" + NAME + ":8443")).isEqualTo(403);
            assertThat(write(server, "https://example.org")).isEqualTo(403);
        }
    }

    private static int write(TestingHttpServer server, String origin) {
        return server.post("/api/v1/things", "{}", "Content-Type", "application/json", "Host", NAME, "Origin", origin)
                .status();
    }

    @Test
    void certificateThatCannotBeUsedStopsTheStart() throws Exception {
        TlsConfig.Pem files = certificate.writePem(folder);
        TestingCertificate.named("other").writeKey(files.key());

        assertThatThrownBy(() -> start(files)).isInstanceOf(TlsRefused.class).hasMessageContaining("server.key");
    }
}
