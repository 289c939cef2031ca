package id.ronda.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Makes a description of an API stricter for tests: an object in an answer has no field that does not stand there. */
final class ClosedAnswers {

    private static final List<String> COMPOSED = List.of("allOf", "anyOf", "oneOf");

    private final JsonNode document;

    private ClosedAnswers(JsonNode document) {
        this.document = document;
    }

    /** A copy of the document whose answers are closed. What requests may hold is not looked at. */
    static JsonNode of(JsonNode document) {
        JsonNode copy = document.deepCopy();
        ClosedAnswers closed = new ClosedAnswers(copy);
        copy.at("/components/schemas").forEach(schema -> closed.walk(schema, false));
        copy.at("/components/responses").forEach(closed::response);
        copy.path("paths")
                .forEach(path ->
                        path.forEach(operation -> operation.path("responses").forEach(closed::response)));
        return copy;
    }

    private void response(JsonNode response) {
        response.path("content").forEach(media -> walk(media.path("schema"), true));
    }

    /**
     * Closes a schema and those inside.
     *
     * @param whole false for a part of another, which the other closes
     */
    private void walk(JsonNode schema, boolean whole) {
        if (!(schema instanceof ObjectNode object)) {
            return;
        }
        if (whole && hasProperties(object)) {
            object.put("unevaluatedProperties", false);
        }
        schema.path("properties").forEach(each -> walk(each, true));
        walk(schema.path("items"), true);
        COMPOSED.forEach(keyword -> schema.path(keyword).forEach(each -> walk(each, false)));
    }

    private boolean hasProperties(JsonNode schema) {
        JsonNode ref = schema.path("$ref");
        if (ref.isTextual()) {
            return hasProperties(document.at(ref.textValue().substring(1)));
        }
        boolean composed = false;
        for (JsonNode part : schema.path("allOf")) {
            composed = composed || hasProperties(part);
        }
        return composed || (schema.has("properties") && !schema.has("additionalProperties"));
    }
}
