package id.ronda.kernel.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Describes what the server does for every list and for every POST that asks for a sign-in, so that no module has to: the forms of the
 * one, the key of the other. What a module describes itself stays as it is.
 */
final class ApiCommons {

    private static final String RESPONSES = "responses";

    private ApiCommons() {}

    static void spread(ObjectNode whole) {
        whole.path("paths")
                .forEach(path -> path.properties().forEach(entry -> {
                    if (entry.getValue() instanceof ObjectNode operation && operation.has(RESPONSES)) {
                        spread(entry.getKey(), operation);
                    }
                }));
    }

    private static void spread(String method, ObjectNode operation) {
        JsonNode content = operation.path(RESPONSES).path("200").path("content");
        if (method.equals("get") && isList(content)) {
            form((ObjectNode) content, Representation.CSV).putObject("schema").put("type", "string");
            form((ObjectNode) content, Representation.XLSX)
                    .putObject("schema")
                    .put("type", "string")
                    .put("format", "binary");
            parameter(operation, "format");
        }
        if (method.equals("post") && isForKnown(operation)) {
            answer(operation, "409", "Repeated");
            parameter(operation, "idempotencyKey");
        }
    }

    /** Only pages name what comes next. */
    private static boolean isList(JsonNode content) {
        return content.path(Representation.JSON.type())
                .path("schema")
                .path("properties")
                .has("next");
    }

    private static ObjectNode form(ObjectNode content, Representation form) {
        return content.withObjectProperty(form.type());
    }

    /** An operation that names no sign-in of its own has the document's; one for everybody names an empty list. */
    private static boolean isForKnown(JsonNode operation) {
        JsonNode own = operation.path("security");
        return own.isMissingNode() || !own.isEmpty();
    }

    private static void answer(ObjectNode operation, String status, String response) {
        ObjectNode responses = operation.withObject("/" + RESPONSES);
        if (!responses.has(status)) {
            responses.putObject(status).put("$ref", "#/components/responses/" + response);
        }
    }

    private static void parameter(ObjectNode operation, String name) {
        operation.withArray("parameters").addObject().put("$ref", "#/components/parameters/" + name);
    }
}
