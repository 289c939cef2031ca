package id.ronda.kernel.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ApiCommonsTest {

    private static final String CONTENT = "/responses/200/content";

    private static ObjectNode spread(String yaml) throws IOException {
        ObjectNode whole = (ObjectNode) new YAMLMapper().readTree(yaml);
        ApiCommons.spread(whole);
        return whole;
    }

    private static List<String> parameters(JsonNode operation) {
        List<String> refs = new ArrayList<>();
        operation.path("parameters").forEach(each -> refs.add(each.path("$ref").asText()));
        return refs;
    }

    @Test
    void listHasEveryForm() throws IOException {
        JsonNode get = spread("""
                paths:
                  /things:
                    get:
                      parameters: [{$ref: "#/components/parameters/limit"}]
                      responses:
                        "200":
                          content:
                            application/json:
                              schema: {type: object, properties: {items: {}, next: {}}}
                """).at("/paths/~1things/get");

        assertThat(get.at(CONTENT).fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("application/json", "text/csv", Representation.XLSX.type());
        assertThat(parameters(get)).containsExactly("#/components/parameters/limit", "#/components/parameters/format");
    }

    @Test
    void oneThingHasItsOwnFormAlone() throws IOException {
        JsonNode get = spread("""
                paths:
                  /things/{id}:
                    get:
                      responses: {"200": {content: {application/json: {schema: {type: object}}}}}
                """).at("/paths/~1things~1{id}/get");

        assertThat(get.at(CONTENT)).hasSize(1);
        assertThat(parameters(get)).isEmpty();
    }

    @Test
    void postOfTheKnownTakesAKeyAndKeepsItsOwnConflict() throws IOException {
        ObjectNode whole = spread("""
                paths:
                  /things: {post: {responses: {"201": {}}}}
                  /others: {post: {responses: {"409": {description: own}}}}
                  /session: {post: {security: [], responses: {"200": {}}}}
                """);

        assertThat(parameters(whole.at("/paths/~1things/post")))
                .containsExactly("#/components/parameters/idempotencyKey");
        assertThat(whole.at("/paths/~1things/post/responses/409/$ref").asText())
                .isEqualTo("#/components/responses/Repeated");
        assertThat(whole.at("/paths/~1others/post/responses/409/description").asText())
                .isEqualTo("own");
        assertThat(whole.at("/paths/~1session/post").has("parameters")).isFalse();
    }
}
