package id.ronda.kernel.http;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.kernel.Page;
import id.ronda.kernel.http.TestingHttpServer.Reply;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.concurrent.TimeoutException;
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
        server = new TestingHttpServer(
                List.of(), router -> router.get("/things", RouteRule.OPEN).handler(ListGrammarTest::list));
    }

    @AfterAll
    static void stop() throws TimeoutException {
        server.close();
    }

    private static void list(RoutingContext ctx) {
        switch (PageRequest.parse(ctx)) {
            case PageRequest.Refused refused -> Problems.send(ctx, refused.problem());
            case PageRequest.Wanted wanted ->
                Answers.page(
                        ctx,
                        Page.of(
                                List.of(new Thing(-1, "=1+1"), new Thing(2, null)),
                                wanted.limit(),
                                thing -> String.valueOf(thing.id())),
                        COLUMNS);
        }
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
        assertThat(reply.header("Link")).isEqualTo("</things?limit=1&unit=a+b&after=-1>; rel=\"next\"");
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

    @Test
    void limit_has_a_default_and_bounds() {
        assertThat(parse(null)).isEqualTo(new PageRequest.Wanted(100, null));
        assertThat(parse("1")).isEqualTo(new PageRequest.Wanted(1, null));
        assertThat(parse("1000")).isEqualTo(new PageRequest.Wanted(1000, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1001", "-5", "ten", "", "99999999999", "1.5"})
    void other_limits_are_refused_by_name(String limit) throws TimeoutException {
        assertThat(parse(limit)).isInstanceOfSatisfying(PageRequest.Refused.class, refused -> {
            assertThat(refused.problem().errors())
                    .singleElement()
                    .extracting(FieldError::field)
                    .isEqualTo("limit");
        });
        assertThat(server.get("/things?limit=" + limit).status()).isEqualTo(422);
    }

    private static PageRequest parse(@Nullable String limit) {
        MultiMap query = MultiMap.caseInsensitiveMultiMap();
        return PageRequest.parse(limit == null ? query : query.add("limit", limit));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1", "+1", "-1", "@x", "\tx", "\rx"})
    void text_that_could_be_a_formula_gets_an_apostrophe(String text) {
        assertThat(CsvText.cell(text)).isEqualTo("'" + text);
        assertThat(CsvText.cell(-1)).isEqualTo("-1");
        assertThat(CsvText.cell("")).isEmpty();
    }
}
