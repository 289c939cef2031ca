package id.ronda.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ApiAnswersTest {

    private static final String JSON = "application/json";
    private static final String DOCUMENT = """
            openapi: 3.1.0
            paths:
              /api/v1/things/{id}:
                get:
                  responses:
                    "200":
                      content:
                        application/json: {schema: {$ref: "#/components/schemas/Thing"}}
                        text/csv: {}
                    "409": {$ref: "#/components/responses/Same"}
                delete:
                  responses:
                    "204": {description: Gone.}
              /api/v1/things/all:
                get:
                  responses:
                    "200":
                      content:
                        application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Thing"}}}
            components:
              responses:
                Same:
                  content:
                    application/problem+json:
                      schema:
                        allOf:
                          - {$ref: "#/components/schemas/Problem"}
                          - {type: object, required: [id], properties: {id: {type: integer}}}
              schemas:
                Problem: {type: object, required: [type], properties: {type: {type: string}}}
                Thing:
                  type: object
                  required: [id, at]
                  properties:
                    id: {type: integer}
                    at: {type: [string, "null"], format: date-time}
                    inner: {type: object, properties: {x: {type: integer}}}
                    secret: {type: string, writeOnly: true}
            """;

    private final ApiAnswers answers = ApiAnswers.of(tree());

    private static JsonNode tree() {
        try {
            return new YAMLMapper().readTree(DOCUMENT);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void what_is_described_is_right() {
        assertThat(answers.faults("GET", "/api/v1/things/7", 200, JSON, "{\"id\":7,\"at\":null,\"inner\":{\"x\":1}}"))
                .isEmpty();
        assertThat(answers.faults(
                        "GET", "/api/v1/things/all", 200, JSON, "[{\"id\":7,\"at\":\"2026-11-21T04:00:00Z\"}]"))
                .isEmpty();
        assertThat(answers.faults("GET", "/api/v1/things/7", 200, "text/csv; charset=utf-8", "id"))
                .isEmpty();
        assertThat(answers.faults(
                        "GET", "/api/v1/things/7", 409, "application/problem+json", "{\"type\":\"same\",\"id\":3}"))
                .isEmpty();
        assertThat(answers.faults("DELETE", "/api/v1/things/7", 204, "", "")).isEmpty();
        assertThat(answers.faults("PUT", "/api/v1/things/7", 405, "application/problem+json", "{}"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET    | /things/7   | 500 | application/json | {}                        | the status is not described
            GET    | /things/7   | 200 | text/html        | <p>                       | the media type is not described
            GET    | /things/7   | 200 | application/json | {                         | the body is not JSON
            GET    | /things/7   | 200 | application/json | {"id":7}                  | 'at'
            GET    | /things/7   | 200 | application/json | {"id":"7","at":null}      | integer expected
            GET    | /things/7   | 200 | application/json | {"id":7,"at":"soon"}      | date-time
            GET    | /things/7   | 200 | application/json | {"id":7,"at":null,"b":1}  | 'b'
            GET    | /things/7   | 200 | application/json | {"id":7,"at":null,"inner":{"y":1}} | 'y'
            GET    | /things/7   | 200 | application/json | {"id":7,"at":null,"secret":"x"} | write-only
            GET    | /things/all | 200 | application/json | [{"id":7,"at":null,"b":1}] | 'b'
            GET    | /things/7   | 409 | application/problem+json | {"type":"same"}   | 'id'
            GET    | /things/7   | 409 | application/problem+json | {"type":"same","id":1,"c":2} | 'c'
            DELETE | /things/7   | 204 | application/json | {}                        | no body is described
            POST   | /things/7   | 200 | application/json | {}                        | there is no such operation
            """)
    void what_is_not_is_named(String method, String path, int status, String type, String body, String fault) {
        assertThat(answers.faults(method, "/api/v1" + path, status, type, body).toString())
                .contains(fault);
        assertThatThrownBy(() -> answers.check(method, "/api/v1" + path, status, type, body))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(path);
    }

    @Test
    void pages_are_not_looked_at() {
        assertThatCode(() -> answers.check("GET", "/perangkat", 200, "text/html", "<p>"))
                .doesNotThrowAnyException();
    }
}
