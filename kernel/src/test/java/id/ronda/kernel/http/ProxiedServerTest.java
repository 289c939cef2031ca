package id.ronda.kernel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.ronda.kernel.http.TestingHttpServer.Reply;
import id.ronda.kernel.net.IpRange;
import id.ronda.kernel.net.ProxyTrust;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** The server behind a proxy, and before clients that only say that they are one. */
final class ProxiedServerTest {

    private static final String NAME = "ronda.example.go.id";
    private static final String[] PROXYS_WORD = {
        "X-Forwarded-For", "203.0.113.9", "X-Forwarded-Proto", "https", "X-Forwarded-Host", NAME
    };

    private static TestingHttpServer behind(String proxy) throws TimeoutException {
        ProxyTrust trust = new ProxyTrust(List.of(IpRange.parse(proxy).orElseThrow()), ProxyTrust.Style.X_FORWARDED);
        return TestingHttpServer.with(
                config -> config.withProxies(trust).withNames(List.of(NAME)),
                TestingHttpServer.echo(),
                router -> router.get("/origin", RouteRule.OPEN).handler(ctx -> {
                    RequestOrigin from = RequestOrigin.of(ctx);
                    Answers.json(ctx, 200, Map.of("address", from.address(), "secure", from.secure()));
                }));
    }

    @Test
    void trustedProxySpeaksForItsClient() throws Exception {
        try (TestingHttpServer server = behind("127.0.0.1")) {
            Reply reply = server.get("/origin", PROXYS_WORD);

            assertThat(reply.body()).contains("\"address\":\"203.0.113.9\"", "\"secure\":true");
            assertThat(reply.header("Strict-Transport-Security")).isEqualTo("max-age=31536000");
            assertThat(server.get("/origin").body()).contains("\"address\":\"127.0.0.1\"", "\"secure\":false");
        }
    }

    @Test
    void whoeverElseSaysSoIsNotBelieved() throws Exception {
        try (TestingHttpServer server = behind("10.0.0.2")) {
            Reply reply = server.get("/origin", PROXYS_WORD);

            assertThat(reply.body()).contains("\"address\":\"127.0.0.1\"", "\"secure\":false");
            assertThat(reply.header("Strict-Transport-Security")).isNull();
        }
    }

    @Test
    void clientsOwnWordInFrontOfTheProxysIsNotReached() throws Exception {
        try (TestingHttpServer server = behind("127.0.0.1")) {
            assertThat(server.get("/origin", "X-Forwarded-For", "127.0.0.1, 203.0.113.9")
                            .body())
                    .contains("203.0.113.9");
            assertThat(server.get("/origin", "Forwarded", "for=192.0.2.4;proto=https")
                            .body())
                    .as("the header that this proxy does not write")
                    .contains("\"address\":\"127.0.0.1\"", "\"secure\":false");
        }
    }

    @Test
    void hostIsStillOneOfTheServersNames() throws Exception {
        try (TestingHttpServer server = behind("127.0.0.1")) {
            Reply foreign = server.get("/origin", "X-Forwarded-Host", "evil.example.org");

            assertThat(foreign.status()).isEqualTo(421);
            assertThat(foreign.body()).doesNotContain(NAME).contains("its own names");
            for (String broken :
                    List.of("ronda.example.go.id/evil", "a b", "ronda.example.go.id@evil.example.org", "[")) {
                assertThat(server.get("/origin", "X-Forwarded-Host", broken).status())
                        .as(broken)
                        .isEqualTo(421);
            }
            assertThat(server.get("/origin", "Host", NAME + ".").status()).isEqualTo(200);
        }
    }

    @Test
    void pageBehindTlsOfTheProxyWrites() throws Exception {
        try (TestingHttpServer server = behind("127.0.0.1")) {
            assertThat(write(server, "https://" + NAME)).isEqualTo(201);
            assertThat(write(server, "http://" + NAME)).isEqualTo(403);
        }
    }

    private static int write(TestingHttpServer server, String origin) {
        return server.post(
                        "/api/v1/things",
                        "{}",
                        "Content-Type",
                        "application/json",
                        "X-Forwarded-Proto",
                        "https",
                        "X-Forwarded-Host",
                        NAME,
                        "Origin",
                        origin)
                .status();
    }

    @Test
    void inTheClearPastThisMachineNeedsAProxyAndANameAndIsForTheProxyAlone() {
        HttpConfig open = new HttpConfig("0.0.0.0", 0, 10);
        ProxyTrust trust = new ProxyTrust(List.of(IpRange.parse("10.0.0.2").orElseThrow()), ProxyTrust.Style.FORWARDED);

        assertRefused(open, "http.tls.certificate");
        assertRefused(open.withProxies(trust), "http.names");
        ListenRules.require(open.withProxies(trust).withNames(List.of(NAME)));
        ListenRules.require(open.withProxies(trust).withListen("10.1.2.3"));
    }

    private static void assertRefused(HttpConfig config, String key) {
        assertThatThrownBy(() -> ListenRules.require(config))
                .isInstanceOf(ListenRefused.class)
                .hasMessageContaining(key);
    }
}
