package id.ronda.kernel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.ronda.kernel.http.TestingHttpServer.Reply;
import id.ronda.kernel.limit.Rate;
import id.ronda.kernel.limit.RateLimits;
import id.ronda.kernel.net.IpRange;
import id.ronda.kernel.net.ProxyTrust;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class LimitsTest {

    private static final String THINGS = "/api/v1/things";
    private static final RateLimits NARROW = new RateLimits(new Rate(20, 1), new Rate(5, 1), 2);
    private static final ProxyTrust PROXY =
            new ProxyTrust(List.of(IpRange.parse("127.0.0.1").orElseThrow()), ProxyTrust.Style.X_FORWARDED);

    private TestingHttpServer server;

    @BeforeEach
    void start() throws TimeoutException {
        server = TestingHttpServer.with(
                config -> config.withLimits(NARROW).withProxies(PROXY),
                TestingHttpServer.echo(),
                router -> router.stream("/stream", RouteRule.OPEN)
                        .handler(ctx -> ctx.response().setChunked(true).write("first\n")));
    }

    @AfterEach
    void stop() throws TimeoutException {
        server.close();
    }

    private String bearer() {
        return "Bearer " + server.token.token().reveal();
    }

    private List<Reply> ask(int times, String path, String... headers) {
        List<Reply> replies = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            replies.add(server.get(path, headers));
        }
        return replies;
    }

    @Test
    void strangersAreStoppedLongBeforeWhoeverIsKnown() {
        assertThat(ask(5, THINGS)).extracting(Reply::status).containsOnly(200);
        Reply refused = server.get(THINGS);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body()).contains("\"type\":\"too-many-requests\"");
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"stranger\";q=5;w=5");
        assertThat(refused.header("RateLimit")).startsWith("\"stranger\";r=0;t=");
        assertThat(server.get(THINGS, "Authorization", bearer()).status())
                .as("a token from the same address")
                .isEqualTo(200);
        assertThat(server.meters
                        .get("ronda.http.limited")
                        .tag("who", "stranger")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void whatIsLeftIsTold() {
        Reply reply = server.get(THINGS, "Authorization", bearer());

        assertThat(reply.header("RateLimit-Policy")).isEqualTo("\"caller\";q=20;w=20");
        assertThat(reply.header("RateLimit")).startsWith("\"caller\";r=19;t=");
        assertThat(ask(25, THINGS, "Authorization", bearer()))
                .extracting(Reply::status)
                .contains(429);
    }

    @Test
    void wrongTokensCountAsAStrangers() {
        assertThat(ask(5, THINGS, "Authorization", "Bearer wrong"))
                .extracting(Reply::status)
                .containsOnly(401);
        assertThat(server.get(THINGS, "Authorization", "Bearer wrong").status()).isEqualTo(429);
    }

    @Test
    void behindAProxyEachClientHasItsOwn() {
        assertThat(ask(6, THINGS, "X-Forwarded-For", "203.0.113.9"))
                .extracting(Reply::status)
                .endsWith(429);
        assertThat(server.get(THINGS, "X-Forwarded-For", "203.0.113.10").status())
                .isEqualTo(200);
        assertThat(server.get(THINGS, "X-Forwarded-For", "198.51.100.1, 203.0.113.9")
                        .status())
                .as("the same client under another name of its own")
                .isEqualTo(429);
    }

    @Test
    void healthIsToldWhateverOthersDo() {
        ask(6, THINGS);

        assertThat(ask(10, "/healthz")).extracting(Reply::status).containsOnly(200);
        assertThat(server.get("/metrics").status()).isEqualTo(429);
    }

    @Test
    void streamsOfOneCallerAreBoundedAndGivenBack() throws Exception {
        Socket one = stream();
        Socket other = stream();
        assertThat(status(one)).contains("200");
        assertThat(status(other)).contains("200");
        try (Socket third = stream()) {
            assertThat(status(third)).contains("429");
        }

        one.close();
        await().until(() -> {
            try (Socket again = stream()) {
                return status(again).contains("200");
            }
        });
        other.close();
        assertThat(server.meters
                        .get("ronda.http.limited")
                        .tag("who", "stream")
                        .counter()
                        .count())
                .isPositive();
    }

    private Socket stream() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.address.getPort());
        socket.setSoTimeout(5_000);
        String request = "GET /stream HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + bearer() + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String status(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        byte[] head = in.readNBytes("HTTP/1.1 200".length());
        return new String(head, StandardCharsets.US_ASCII);
    }
}
