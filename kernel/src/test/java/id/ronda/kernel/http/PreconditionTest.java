package id.ronda.kernel.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PreconditionTest {

    private static final long VERSION = 7;
    private static TestingHttpServer server;

    @BeforeAll
    static void start() throws TimeoutException {
        server = new TestingHttpServer(List.of(), router -> {
            router.get("/optional", RouteRule.OPEN).handler(ctx -> answer(ctx, Precondition.optional(ctx, VERSION)));
            router.get("/required", RouteRule.OPEN).handler(ctx -> answer(ctx, Precondition.required(ctx, VERSION)));
        });
    }

    @AfterAll
    static void stop() throws TimeoutException {
        server.close();
    }

    private static void answer(RoutingContext ctx, Precondition precondition) {
        Precondition.show(ctx, VERSION);
        switch (precondition) {
            case Precondition.Met met -> Answers.json(ctx, 200, Map.of());
            case Precondition.Failed failed -> Problems.send(ctx, failed.problem());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "*", "\"6\", \"7\""})
    void edit_of_what_is_there_goes_on(String tag) throws TimeoutException {
        assertThat(server.get("/optional", "If-Match", tag).status()).isEqualTo(200);
        assertThat(server.get("/required", "If-Match", tag).header("ETag")).isEqualTo("\"7\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"6\"", "7", "W/\"7\"", ""})
    void edit_of_another_state_is_refused(String tag) throws TimeoutException {
        assertThat(server.get("/optional", "If-Match", tag).status()).isEqualTo(412);
        assertThat(server.get("/required", "If-Match", tag).status()).isEqualTo(412);
    }

    @Test
    void absent_header_matters_only_where_it_is_required() throws TimeoutException {
        assertThat(server.get("/optional").status()).isEqualTo(200);
        assertThat(server.get("/required").status()).isEqualTo(428);
    }
}
