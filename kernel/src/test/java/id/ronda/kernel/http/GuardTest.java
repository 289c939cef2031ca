package id.ronda.kernel.http;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.kernel.http.TestingHttpServer.Reply;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody comes past the rule of a route. */
class GuardTest {
    private static final Permission READ = () -> "thing.read";

    private TestingHttpServer server;

    @BeforeEach
    void open() throws TimeoutException {
        server = new TestingHttpServer(List.of(), router -> {
            router.get("/api/v1/secret", RouteRule.needs(READ)).handler(ctx -> Answers.json(ctx, 200, Map.of()));
            router.getRegex("/page/(?<id>\\d+)", RouteRule.SIGNED_IN).handler(ctx -> Answers.json(ctx, 200, Map.of()));
            router.post("/api/v1/secret", RouteRule.needs(READ)).handler(ctx -> Answers.json(ctx, 200, Map.of()));
        });
    }

    @AfterEach
    void close() throws TimeoutException {
        server.close();
    }

    private String[] token() {
        return new String[] {"Authorization", "Bearer " + server.token.token().reveal()};
    }

    @Test
    void whoIsNotKnownIsTold401() {
        Reply reply = server.get("/api/v1/secret");
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(server.post("/api/v1/secret", "{}", "Content-Type", "application/json")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void whoHasTheRightPasses() {
        assertThat(server.get("/api/v1/secret", token()).status()).isEqualTo(200);
        assertThat(server.get("/page/7", token()).status()).isEqualTo(200);
    }

    @Test
    void aPersonWithAPageIsLedToTheSignInAndBack() {
        Reply reply = server.get("/page/7?tab=a&b", "Accept", "text/html,*/*");
        assertThat(reply.status()).isEqualTo(303);
        assertThat(reply.header("Location")).isEqualTo("/masuk?to=%2Fpage%2F7%3Ftab%3Da%26b");
        assertThat(server.get("/page/7", "Accept", "text/event-stream").status())
                .isEqualTo(401);
    }

    @Test
    void aKnownCallerWithoutTheRightIsTold403WithItsName() {
        assertThat(RouteRule.needs(READ).admits(Caller.ANONYMOUS)).isFalse();
        assertThat(RouteRule.SIGNED_IN.admits(Caller.ANONYMOUS)).isFalse();
        assertThat(RouteRule.OPEN.admits(Caller.ANONYMOUS)).isTrue();
        assertThat(RouteRule.needs(READ).text()).isEqualTo("thing.read");
    }
}
