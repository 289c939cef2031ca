package id.ronda.kernel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients that send a letter now and then, so that their connection is never idle (slowloris), and such as send too much. */
final class SlowClientTest {

    private static final Duration PATIENCE = Duration.ofMillis(600);
    private static final Duration LETTER = Duration.ofMillis(50);

    private TestingHttpServer server;

    @BeforeEach
    void start() throws TimeoutException {
        server = TestingHttpServer.with(
                config -> config.withPatience(PATIENCE),
                TestingHttpServer.echo(),
                router -> router.get("/stream", RouteRule.OPEN)
                        .handler(ctx -> ctx.response().setChunked(true).write("first\n")));
    }

    @AfterEach
    void stop() throws TimeoutException {
        server.close();
    }

    private Socket connect(String head) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.address.getPort());
        socket.setSoTimeout(5_000);
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** Sends letters until the server hangs up. */
    private static void drip(Socket socket) {
        await().pollInterval(LETTER).atMost(Duration.ofSeconds(5)).until(() -> hungUp(socket));
    }

    /** Sends a letter; one that crosses the server's answer finds the connection closed, with the answer still to be read. */
    private static boolean hungUp(Socket socket) throws IOException {
        try {
            socket.getOutputStream().write('x');
            return false;
        } catch (SocketException closed) {
            return true;
        }
    }

    private double slow(String part) {
        return server.meters.get("ronda.http.slow").tag("part", part).counter().count();
    }

    @Test
    void headThatNeverEndsIsHungUpOn() throws Exception {
        try (Socket socket = connect("GET /healthz HTTP/1.1\r\nHost: localhost\r\nX-Slow: ")) {
            drip(socket);
        }

        assertThat(slow("head")).isEqualTo(1);
    }

    @Test
    void connectionThatSaysNothingIsHungUpOn() throws Exception {
        try (Socket socket = connect("")) {
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void bodyThatNeverEndsIsToldSoAndHungUpOn() throws Exception {
        String head = """
                POST /api/v1/things HTTP/1.1\r
                Host: localhost\r
                Content-Type: application/json\r
                Content-Length: 900\r
                \r
                """;
        try (Socket socket = connect(head)) {
            await().pollInterval(LETTER)
                    .until(() -> hungUp(socket) || socket.getInputStream().available() > 0);
            String answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);

            assertThat(answer).isEqualTo("HTTP/1.1 408");
            drip(socket);
        }
        assertThat(slow("body")).isEqualTo(1);
    }

    @Test
    void answerMayTakeAsLongAsItLikes() throws Exception {
        try (Socket socket = connect("GET /stream HTTP/1.1\r\nHost: localhost\r\n\r\n")) {
            long begun = System.nanoTime();
            assertThat(socket.getInputStream().read()).isEqualTo('H');
            socket.setSoTimeout((int) PATIENCE.multipliedBy(2).toMillis());
            byte[] rest = new byte[10_000];
            int read = socket.getInputStream().read(rest);

            assertThat(read).isPositive();
            await().until(() ->
                    System.nanoTime() - begun > PATIENCE.multipliedBy(2).toNanos());
            socket.setSoTimeout(100);
            assertThat(isOpen(socket)).isTrue();
        }
    }

    private static boolean isOpen(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() >= 0;
        } catch (SocketTimeoutException nothingYet) {
            return true;
        }
    }

    @Test
    void headersAndAddressesHaveABound() {
        assertThat(server.get("/healthz", "X-Long", "x".repeat(9_000)).status()).isEqualTo(431);
        assertThat(server.get("/healthz?" + "x".repeat(9_000)).status()).isEqualTo(414);
    }

    @Test
    void jsonMayBeSmallerThanCsv() throws Exception {
        try (TestingHttpServer wide = TestingHttpServer.with(
                config -> new HttpConfig(config.listen(), config.port(), 4L << 20), TestingHttpServer.echo())) {
            String body = "x".repeat((1 << 20) + 1);

            assertThat(wide.post("/api/v1/things", body, "Content-Type", "text/csv")
                            .status())
                    .isEqualTo(201);
            assertThat(wide.post("/api/v1/things", body, "Content-Type", "application/json")
                            .status())
                    .isEqualTo(413);
        }
    }
}
