package id.ronda.kernel.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real server whose certificate is exchanged under open connections. */
final class CertificateWatchTest {

    private static final Duration OFTEN = Duration.ofMillis(50);

    @TempDir
    Path folder;

    private final Vertx vertx = Vertx.vertx();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final TestingCertificate first = TestingCertificate.named("first");
    private final TestingCertificate second = TestingCertificate.named("second");
    private TlsConfig.Pem files;
    private HttpServer server;

    @BeforeEach
    void start() throws TimeoutException {
        files = first.writePem(folder);
        CertificateWatch watch = new CertificateWatch(vertx, files, meters);
        HttpServerOptions options = new HttpServerOptions().setHost("127.0.0.1").setPort(0);
        TlsRules.apply(options, watch.first().material());
        server = vertx.createHttpServer(options)
                .requestHandler(request -> request.response().end("ok"));
        server.listen().await(5, TimeUnit.SECONDS);
        watch.watch(OFTEN, server::updateSSLOptions);
    }

    @AfterEach
    void stop() throws TimeoutException {
        vertx.close().await(5, TimeUnit.SECONDS);
    }

    @Test
    void newCertificateIsUsedWithoutARestartAndOpenConnectionsGoOn() throws Exception {
        try (SSLSocket open = connect()) {
            assertThat(shown(open)).isEqualTo(first.certificate());
            assertThat(ask(open)).startsWith("HTTP/1.1 200");

            second.writePem(folder);
            await().until(() -> reloads("loaded") >= 1);

            assertThat(ask(open)).as("on the connection of before").startsWith("HTTP/1.1 200");
        }
        try (SSLSocket later = connect()) {
            assertThat(shown(later)).isEqualTo(second.certificate());
        }
        assertThat(meters.get("ronda.tls.certificate.expiry").gauge().value()).isEqualTo((double)
                second.certificate().getNotAfter().toInstant().getEpochSecond());
    }

    @Test
    void brokenCertificateChangesNothingAndIsCountedOnceByItsName() throws Exception {
        second.writeKey(files.key());
        await().until(() -> reloads("mismatch") >= 1);
        try (SSLSocket socket = connect()) {
            assertThat(shown(socket)).isEqualTo(first.certificate());
        }

        Files.delete(files.key());
        await().until(() -> reloads("unreadable") >= 1);
        try (SSLSocket socket = connect()) {
            assertThat(ask(socket)).startsWith("HTTP/1.1 200");
        }

        second.writePem(folder);
        await().untilAsserted(() -> {
            try (SSLSocket socket = connect()) {
                assertThat(shown(socket)).isEqualTo(second.certificate());
            }
        });
        assertThat(reloads("mismatch")).isLessThanOrEqualTo(2);
        assertThat(reloads("unreadable")).isEqualTo(1);
    }

    @Test
    void weakCiphersAreNotSpoken() throws Exception {
        try (SSLSocket socket = connect()) {
            socket.setEnabledProtocols(new String[] {"TLSv1.2"});
            socket.setEnabledCipherSuites(new String[] {"TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256"});

            assertThatThrownBy(socket::startHandshake).isInstanceOf(IOException.class);
        }
        try (SSLSocket socket = connect()) {
            socket.setEnabledProtocols(new String[] {"TLSv1.2"});
            socket.startHandshake();

            assertThat(socket.getSession().getCipherSuite()).contains("ECDHE").containsAnyOf("GCM", "CHACHA20");
        }
    }

    @Test
    void certificateThatCannotBeUsedStopsTheStart() throws Exception {
        Files.delete(files.certificate());
        CertificateWatch watch = new CertificateWatch(vertx, files, meters);

        assertThatThrownBy(watch::first)
                .isInstanceOf(TlsRefused.class)
                .hasMessageContaining(files.certificate().toString());
    }

    private double reloads(String result) {
        Counter counter = meters.find("ronda.tls.reloads").tag("result", result).counter();
        return counter == null ? 0 : counter.count();
    }

    private SSLSocket connect() throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Anybody()}, null);
        SSLSocket socket = (SSLSocket)
                context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), server.actualPort());
        socket.setSoTimeout(5_000);
        return socket;
    }

    private static X509Certificate shown(SSLSocket socket) throws IOException {
        socket.startHandshake();
        return (X509Certificate) socket.getSession().getPeerCertificates()[0];
    }

    /** Sends a request and reads what came of it: the answer is short and comes at once. */
    private static String ask(SSLSocket socket) throws IOException {
        socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        byte[] answer = new byte[1_000];
        int length = socket.getInputStream().read(answer);
        return new String(answer, 0, length, StandardCharsets.US_ASCII);
    }

    /** Believes everybody: which certificate is shown is what the tests look at. */
    private static final class Anybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
