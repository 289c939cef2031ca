package id.ronda.kernel.http;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.kernel.database.Database;
import id.ronda.kernel.database.DatabaseLogin;
import id.ronda.kernel.database.Lane;
import id.ronda.kernel.database.LaneBounds;
import id.ronda.kernel.http.TestingHttpServer.Reply;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database that is not there fails in both ways the server knows: away, and busy while others wait for it. */
final class FailureHandlerTest {

    private final LaneBounds oneAtATime = new LaneBounds(1, 0, Duration.ofSeconds(1), Duration.ofMillis(300));
    private final Database absent = Database.open(
            DatabaseLogin.of("jdbc:postgresql://127.0.0.1:1/postgres?user=nobody"),
            Map.of(Lane.INGEST, oneAtATime, Lane.EDITS, oneAtATime),
            new SimpleMeterRegistry());
    private TestingHttpServer server;

    @BeforeEach
    void start() throws TimeoutException {
        server = new TestingHttpServer(
                List.of(),
                router -> router.get("/away", RouteRule.OPEN).handler(this::askOnce),
                router -> router.get("/busy", RouteRule.OPEN).handler(this::askTwice));
    }

    @AfterEach
    void stop() throws TimeoutException {
        server.close();
        absent.close();
    }

    private void askOnce(RoutingContext ctx) {
        absent.call(Lane.EDITS, handle -> "never").onFailure(ctx::fail);
    }

    private void askTwice(RoutingContext ctx) {
        absent.call(Lane.EDITS, handle -> "never");
        askOnce(ctx);
    }

    @Test
    void absent_database_is_unavailable() throws TimeoutException {
        Reply reply = server.get("/away");

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.body()).contains("\"type\":\"database-away\"");
        assertThat(reply.header("Retry-After")).isEqualTo("5");
    }

    @Test
    void full_queue_is_busy() throws TimeoutException {
        Reply reply = server.get("/busy");

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.body()).contains("\"type\":\"busy\"");
        assertThat(reply.header("Retry-After")).isEqualTo("1");
    }
}
