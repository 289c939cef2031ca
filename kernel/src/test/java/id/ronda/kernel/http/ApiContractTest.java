package id.ronda.kernel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import id.ronda.kernel.Json;
import id.ronda.kernel.http.TestingHttpServer.Reply;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ApiContractTest {

    private static final String THINGS = "/api/v1/things";
    private static final String[] JSON = {"Content-Type", "application/json", "X-Reason", "because"};
    private static TestingHttpServer server;

    @BeforeAll
    static void start() throws TimeoutException {
        server = new TestingHttpServer(document(), ApiContractTest::rows, TestingHttpServer.echo());
    }

    @AfterAll
    static void stop() throws TimeoutException {
        server.close();
    }

    private static ApiDocument document() {
        return ApiDocument.of(List.of(Objects.requireNonNull(ApiContractTest.class.getResource("things.yaml"))));
    }

    /** Comes before the echo, which answers what is no list. */
    private static void rows(GuardedRouter router) {
        router.post(THINGS, RouteRule.OPEN)
                .handler(ctx -> BodyRows.of(ctx)
                        .ifPresentOrElse(rows -> Answers.json(ctx, 201, Map.of("rows", texts(rows))), ctx::next));
    }

    private static List<String> texts(List<BodyRows.Row> rows) {
        return rows.stream().map(BodyRows.Row::toString).toList();
    }

    private static List<String> refused(Reply reply) throws JsonProcessingException {
        assertThat(reply.status()).as(reply.body()).isEqualTo(422);
        JsonNode errors = Json.mapper().readTree(reply.body()).path("errors");
        return StreamSupport.stream(errors.spliterator(), false)
                .map(error -> error.path("field").asText() + " "
                        + error.path("reason").asText())
                .toList();
    }

    @Test
    void what_is_described_passes() {
        assertThat(server.get(THINGS).status()).isEqualTo(200);
        assertThat(server.get(THINGS + "?limit=5&colour=red&colour=green&broken=true&since=2026-11-21T04:00:00%2B07:00")
                        .status())
                .isEqualTo(200);
        assertThat(server.post(THINGS, "{\"name\": \"a\", \"snmp\": {\"community\": \"x\"}}", JSON)
                        .status())
                .isEqualTo(201);
    }

    @Test
    void a_plus_sign_that_became_a_blank_is_read() {
        assertThat(server.get(THINGS + "?since=2026-11-21T04:00:00+07:00").status())
                .isEqualTo(200);
    }

    @Test
    void null_counts_as_absent() throws JsonProcessingException {
        assertThat(server.post(THINGS, "{\"name\": \"a\", \"size\": null, \"nut\": {\"x\": null}}", JSON)
                        .status())
                .isEqualTo(201);
        assertThat(refused(server.post(THINGS, "{\"name\": null, \"nut\": {}}", JSON)))
                .containsExactly("/name is required");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ?hue=red                    | hue is not known here; known are limit, colour, since, broken
            ?LIMIT=5                    | LIMIT is not known here; known are limit, colour, since, broken
            ?limit=0                    | limit must be at least 1
            ?limit=ten                  | limit must be a whole number
            ?limit=                     | limit must be a whole number
            ?limit=1&limit=2            | limit must be given once
            ?colour=blue                | colour must be one of red, green
            ?colour=red&colour=red&colour=red | colour must have at most 2 items
            ?broken=yes                 | broken must be true or false
            ?since=yesterday            | since must be a time like 2026-11-21T04:00:00Z (RFC 3339)
            """)
    void a_wrong_parameter_is_named(String query, String error) throws JsonProcessingException {
        assertThat(refused(server.get(THINGS + query))).contains(error);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                      | /name is required
            {"name": 1, "nut": {}}                  | /name must be a text
            {"name": "", "nut": {}}                 | /name must have at least 1 characters
            {"name": "abcdef", "nut": {}}           | /name must have at most 5 characters
            {"name": "a", "nut": {}, "size": 1.5}   | /size must be a whole number
            {"name": "a", "nut": {}, "size": 10}    | /size must be at most 9
            {"name": "a", "nut": {}, "every": "x"}  | /every must be seconds
            {"name": "a", "nut": {}, "a/b": 3}      | /a~1b must be a text
            {"name": "a", "nut": {}, "hue": 1}      | /hue is not known here; known are name, size, every, a/b, snmp, nut, user, password
            {"name": "a", "nut": {}, "user": "u"}   | /password is required, since user is there
            {"name": "a", "snmp": {}}               | /snmp/community is required
            {"name": "a"}                           | /snmp exactly one of snmp, nut is required
            {"name": "a", "snmp": {"community": ""}, "nut": {}} | /snmp exactly one of snmp, nut is required
            []                                      | ' must have at least 1 items'
            [1, 2, 3, 4]                            | ' must have at most 3 items'
            3                                       | ' must be an object'
            """)
    void a_wrong_field_is_named(String body, String error) throws JsonProcessingException {
        assertThat(refused(server.post(THINGS, body, JSON))).contains(error);
    }

    @Test
    void text_that_no_database_keeps_is_named() throws JsonProcessingException {
        String reason = " holds a character that cannot be kept (U+0000 or half of a pair)";

        assertThat(refused(server.post(THINGS, "{\"name\": \"a\\u0000b\"}", JSON)))
                .contains("/name" + reason);
        assertThat(refused(server.post(THINGS, "{\"name\": \"a\\ud83db\"}", JSON)))
                .contains("/name" + reason);
        assertThat(refused(server.post(THINGS, "{\"name\": \"a\", \"snmp\": {\"x\\u0000\": 1}}", JSON)))
                .contains("/snmp" + reason);
        assertThat(refused(server.get(THINGS + "?colour=%00"))).contains("colour" + reason);
        assertThat(server.post(THINGS, "{\"name\": \"a\\ud83d\\ude00b\", \"nut\": {}}", JSON)
                        .status())
                .as("a whole pair")
                .isEqualTo(201);
    }

    @Test
    void everything_that_is_wrong_is_told_at_once_in_both_languages() throws JsonProcessingException {
        Reply reply = server.post(
                THINGS + "?hue=1", "{\"size\": 0, \"snmp\": {}}", "Content-Type", "application/json", "X-Reason", "x");

        assertThat(refused(reply))
                .containsExactlyInAnyOrder(
                        "hue is not known; there are no parameters here",
                        "X-Reason must have at least 3 characters",
                        "/name is required",
                        "/size must be at least 1",
                        "/snmp/community is required");
        assertThat(Json.mapper().readTree(reply.body()).at("/errors/1/reasons").toString())
                .isEqualTo("{\"en\":\"must have at least 3 characters\",\"id\":\"paling sedikit 3 karakter\"}");
    }

    @Test
    void rows_are_judged_one_by_one() {
        Reply reply = server.post(THINGS, "[{\"name\": \"a\", \"nut\": {}}, 7, {\"nut\": {}, \"size\": 0}]", JSON);

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.body()).contains("\"row 0\"", "row 1 [", "must be an object", "row 2 [", "/name", "/size");
        assertThat(reply.body()).doesNotContain("/2/");
    }

    @Test
    void a_required_header_must_be_there() throws JsonProcessingException {
        assertThat(refused(server.post(THINGS, "{\"name\": \"a\", \"nut\": {}}", "Content-Type", "application/json")))
                .containsExactly("X-Reason is required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"name\": \"a\", \"name\": \"hush\"}", "{} {}"})
    void what_is_no_json_is_unreadable_and_not_repeated(String body) {
        Reply reply = server.post(THINGS, body, JSON);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).doesNotContain("hush");
    }

    @Test
    void other_media_types_are_refused() {
        assertThat(server.post(THINGS, "a,b", "Content-Type", "text/csv", "X-Reason", "because")
                        .status())
                .isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1.5", "-", "1e3"})
    void what_is_no_id_is_not_found(String id) {
        assertThat(server.send(HttpMethod.DELETE, THINGS + "/" + id, "").status())
                .isEqualTo(404);
        assertThat(server.send(HttpMethod.DELETE, THINGS + "/12", "").status()).isEqualTo(200);
    }

    @Test
    void a_route_that_is_not_described_stops_the_start() {
        assertThatThrownBy(
                        () -> new TestingHttpServer(document(), router -> router.get("/api/v1/secret", RouteRule.OPEN)))
                .hasMessageContaining("GET /api/v1/secret is not described");
    }

    @Test
    void every_operation_describes_what_any_may_answer() {
        JsonNode document = document().tree();

        assertThat(document.has("x-everywhere")).isFalse();
        assertThat(document.at("/paths/~1api~1v1~1things/get/responses").properties())
                .extracting(Map.Entry::getKey)
                .contains("200", "400", "401", "403", "413", "415", "421", "422", "503");
    }
}
