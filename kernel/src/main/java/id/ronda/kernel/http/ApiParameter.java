package id.ronda.kernel.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import id.ronda.kernel.Json;
import java.util.List;

/**
 * A parameter of a path, a query or a header as the API describes it. A list is told by giving the parameter several times
 * ({@code style: form}, {@code explode: true}).
 *
 * @param type of its value, or of each value of a list
 * @param format of the same, or empty
 */
record ApiParameter(
        String name, String place, boolean required, boolean list, String type, String format, ApiSchemas.Rule rule) {

    private static final String NUMBER = "-?(0|[1-9][0-9]{0,40})(\\.[0-9]{1,40})?";

    static ApiParameter of(JsonNode described, JsonNode schema, ApiSchemas.Rule rule) {
        boolean list = schema.path("type").asText().equals("array");
        JsonNode value = list ? schema.path("items") : schema;
        return new ApiParameter(
                described.path("name").asText(),
                described.path("in").asText(),
                described.path("required").asBoolean(),
                list,
                value.path("type").asText(),
                value.path("format").asText(),
                rule);
    }

    /** What is wrong with the values that were given; none is right where the parameter may be absent. */
    List<FieldError> errors(List<String> given) {
        if (given.isEmpty()) {
            return required ? List.of(new FieldError(name, JsonFields.REQUIRED)) : List.of();
        }
        if (!list && given.size() > 1) {
            return List.of(new FieldError(name, "must be given once", "hanya boleh diisi satu kali"));
        }
        return rule.errors(value(given)).stream()
                .map(error -> error.at(name))
                .distinct()
                .toList();
    }

    private JsonNode value(List<String> given) {
        if (!list) {
            return value(given.getFirst());
        }
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        given.forEach(each -> all.add(value(each)));
        return all;
    }

    /** The value as the type that is described, or the text itself, which the schema then refuses. */
    private JsonNode value(String text) {
        boolean reads = switch (type) {
            case "integer", "number" -> text.matches(NUMBER);
            case "boolean" -> text.equals("true") || text.equals("false");
            default -> false;
        };
        return reads ? parsed(text) : JsonNodeFactory.instance.textNode(plus(text));
    }

    private static JsonNode parsed(String text) {
        try {
            return Json.mapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a number or a truth value is JSON", e);
        }
    }

    /** A plus sign that was not escaped arrives as a blank; no time has a blank. */
    private String plus(String text) {
        return format.equals("date-time") ? text.replace(' ', '+') : text;
    }
}
