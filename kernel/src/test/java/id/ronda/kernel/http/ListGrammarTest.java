package id.ronda.kernel.http;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.kernel.Page;
import id.ronda.kernel.http.TestingHttpServer.Reply;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ListGrammarTest {

    record Thing(int id, @Nullable String name) {}

    private static final List<Column<Thing>> COLUMNS =
            List.of(new Column<>("id", Thing::id), new Column<>("name", Thing::name));
    private static TestingHttpServer server;

    @BeforeAll
    static void start() throws TimeoutException {
        server = new TestingHttpServer(List.of(), router -> {
            router.get("/things", RouteRule.OPEN).handler(ListGrammarTest::list);
            router.get("/others", RouteRule.OPEN).handler(ListGrammarTest::list);
        });
    }

    @AfterAll
    static void stop() throws TimeoutException {
        server.close();
    }

    private static void list(RoutingContext ctx) {
        ListPage.wanted(ctx, wanted -> {
            ctx.response().putHeader("X-After", String.valueOf(wanted.after()));
            Answers.page(
                    ctx,
                    Page.of(
                            List.of(new Thing(-1, "=1+1"), new Thing(2, null)),
                            wanted.limit(),
                            thing -> thing.id() + " of 100 %"),
                    COLUMNS);
        });
    }

    @Test
    void json_is_the_default() throws TimeoutException {
        Reply reply = server.get("/things");

        assertThat(reply.header("Content-Type")).isEqualTo("application/json");
        assertThat(reply.body())
                .isEqualTo("{\"items\":[{\"id\":-1,\"name\":\"=1+1\"},{\"id\":2,\"name\":null}],\"next\":null}");
    }

    @Test
    void csv_on_demand_has_no_formulas_and_names_the_next_page() throws TimeoutException {
        Reply reply = server.get("/things?limit=1&unit=a%20b", "Accept", "text/csv");

        assertThat(reply.header("Content-Type")).startsWith("text/csv");
        assertThat(reply.body()).isEqualTo("id,name\r\n-1,'=1+1\r\n");
        assertThat(reply.header("Link"))
                .matches("</things\\?limit=1&unit=a\\+b&after=[A-Za-z0-9_-]+>; rel=\"next\"")
                .contains("after=" + next("/things?limit=1"));
    }

    private static String next(String path) {
        return server.get(path).body().replaceAll(".*\"next\":\"([^\"]*)\".*", "$1");
    }

    @Test
    void next_is_the_after_of_the_page_behind() {
        assertThat(next("/things?limit=1")).matches("[A-Za-z0-9_-]+");
        assertThat(server.get("/things?limit=1&after=" + next("/things?limit=1"))
                        .header("X-After"))
                .isEqualTo("-1 of 100 %");
    }

    @Test
    void a_cursor_of_another_list_or_order_and_a_torn_one_are_refused() {
        String next = next("/things?limit=1");

        assertThat(Stream.of(
                                "/others?after=" + next,
                                "/things?sort=name&after=" + next,
                                "/things?after=" + next.substring(0, next.length() - 1),
                                "/things?after=" + next.substring(1),
                                "/things?after=-1",
                                "/things?after=",
                                "/things?after=%C3%BC",
                                "/things?after=" + "a".repeat(7000))
                        .map(path -> server.get(path))
                        .toList())
                .allSatisfy(reply -> assertThat(reply.status()).isEqualTo(422))
                .allSatisfy(reply -> assertThat(reply.body()).contains("\"after\"", "harus \\\"next\\\""));
    }

    @Test
    void preference_decides_between_the_two() throws TimeoutException {
        assertThat(typeFor("text/csv;q=0.5, application/json")).isEqualTo("application/json");
        assertThat(typeFor("application/json;q=0.5, text/csv")).startsWith("text/csv");
        assertThat(typeFor("*/*")).isEqualTo("application/json");
    }

    private static @Nullable String typeFor(String accept) throws TimeoutException {
        return server.get("/things", "Accept", accept).header("Content-Type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?limit=1", "?limit=1000"})
    void limit_has_a_default_and_bounds(String query) {
        assertThat(server.get("/things" + query).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1001", "-5", "ten", "", "99999999999", "1.5"})
    void other_limits_are_refused_by_name(String limit) {
        Reply reply = server.get("/things?limit=" + limit);

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.body()).contains("\"field\":\"limit\"");
    }
}
