package id.ronda.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.ValidationMessage;
import id.ronda.kernel.Json;
import id.ronda.kernel.http.ApiDialect;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Holds answers to the description of the API: the status must be described, the media type and every field of a JSON body too. Only
 * for tests; the product does not read its own answers again.
 */
public final class ApiAnswers {

    private static final String PREFIX = "/api/v1/";
    private static final SchemaValidatorsConfig CONFIG = SchemaValidatorsConfig.builder()
            .formatAssertionsEnabled(true)
            .writeOnly(true)
            .build();
    /** No route of the method, or of the path, is there; the request never reached an operation. */
    private static final Set<Integer> OF_NO_OPERATION = Set.of(400, 401, 403, 404, 405, 414, 415, 421);

    private final JsonNode document;
    private final JsonSchemaFactory schemas;
    private final Map<String, JsonSchema> byPointer = new ConcurrentHashMap<>();

    private ApiAnswers(JsonNode closed) {
        this.document = closed;
        this.schemas = ApiDialect.schemas(closed);
    }

    /**
     * Answers as that document describes them, where an object of an answer has no field that does not stand there.
     *
     * @param document the whole OpenAPI document
     */
    public static ApiAnswers of(JsonNode document) {
        return new ApiAnswers(ClosedAnswers.of(document));
    }

    /** The same answer. */
    public HttpResponse<String> checked(HttpResponse<String> answer) {
        check(
                answer.request().method(),
                answer.uri().getRawPath(),
                answer.statusCode(),
                answer.headers().firstValue("Content-Type").orElse(""),
                answer.body());
        return answer;
    }

    /**
     * Looks at an answer; those of pages and of {@code /metrics} and its like are not described.
     *
     * @throws AssertionError if it is not as described, with all that differs
     */
    public void check(String method, String path, int status, String contentType, String body) {
        if (!path.startsWith(PREFIX)) {
            return;
        }
        List<String> faults = faults(method, path, status, contentType, body);
        if (!faults.isEmpty()) {
            throw new AssertionError(method + " " + path + " answered " + status + " " + contentType
                    + ", which the description of the API does not allow: " + faults + "\n" + body);
        }
    }

    List<String> faults(String method, String path, int status, String contentType, String body) {
        Optional<String> operation = operation(method, path);
        if (operation.isEmpty()) {
            return OF_NO_OPERATION.contains(status) ? List.of() : List.of("there is no such operation");
        }
        String response = resolved(operation.get() + "/responses/" + status);
        if (document.at(response).isMissingNode()) {
            return List.of("the status is not described");
        }
        JsonNode content = document.at(response).path("content");
        if (content.isEmpty()) {
            return body.isEmpty() ? List.of() : List.of("no body is described");
        }
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!content.has(type)) {
            return List.of("the media type is not described");
        }
        return type.endsWith("json") ? json(response + "/content/" + escaped(type) + "/schema", body) : List.of();
    }

    private List<String> json(String pointer, String body) {
        try {
            JsonNode value = Json.mapper().readTree(body);
            return byPointer.computeIfAbsent(pointer, this::schema).validate(value).stream()
                    .map(ValidationMessage::getMessage)
                    .toList();
        } catch (JsonProcessingException e) {
            return List.of("the body is not JSON");
        }
    }

    private JsonSchema schema(String pointer) {
        return schemas.getSchema(ApiDialect.at(pointer), CONFIG);
    }

    /** Where the operation stands; a path of words goes before one with a parameter. */
    private Optional<String> operation(String method, String path) {
        List<String> fitting = new ArrayList<>();
        document.path("paths").fieldNames().forEachRemaining(template -> {
            if (path.matches(template.replaceAll("\\{\\w+}", "[^/]+"))) {
                fitting.add(template);
            }
        });
        fitting.sort(null);
        return fitting.stream()
                .map(template -> "/paths/" + escaped(template) + "/" + method.toLowerCase(Locale.ROOT))
                .filter(pointer -> !document.at(pointer).isMissingNode())
                .reduce((first, later) -> first.contains("{") ? later : first);
    }

    private String resolved(String pointer) {
        JsonNode ref = document.at(pointer).path("$ref");
        return ref.isTextual() ? resolved(ref.textValue().substring(1)) : pointer;
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
