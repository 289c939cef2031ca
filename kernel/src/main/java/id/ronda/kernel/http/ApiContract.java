package id.ronda.kernel.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The description of the API as what requests are held to. */
final class ApiContract {

    private static final String PREFIX = "/api/v1/";

    private final JsonNode document;
    private final ApiSchemas schemas;

    ApiContract(JsonNode document) {
        this.document = document;
        this.schemas = new ApiSchemas(document);
    }

    /** Whether routes of that path must be described. */
    static boolean covers(String path) {
        return path.startsWith(PREFIX);
    }

    /**
     * What is described of a route.
     *
     * @param path with Vert.x's {@code :name} segments
     * @throws IllegalStateException if nothing is: what it takes would be judged by nobody
     */
    ApiOperation operation(String method, String path) {
        String template = path.replaceAll(":(\\w+)", "{$1}");
        String pointer = "/paths/" + template.replace("~", "~0").replace("/", "~1");
        String operation = pointer + "/" + method.toLowerCase(Locale.ROOT);
        if (document.at(operation).isMissingNode()) {
            throw new IllegalStateException(
                    method + " " + template + " is not described: add it to the module's openapi.yaml");
        }
        List<ApiParameter> parameters = new ArrayList<>(parameters(pointer + "/parameters"));
        parameters.addAll(parameters(operation + "/parameters"));
        return new ApiOperation(parameters, body(resolved(operation + "/requestBody")));
    }

    private List<ApiParameter> parameters(String pointer) {
        List<ApiParameter> parameters = new ArrayList<>();
        for (int i = 0; i < document.at(pointer).size(); i++) {
            String parameter = resolved(pointer + "/" + i);
            String schema = parameter + "/schema";
            parameters.add(ApiParameter.of(document.at(parameter), document.at(resolved(schema)), schemas.at(schema)));
        }
        return parameters;
    }

    private ApiBody body(String pointer) {
        JsonNode described = document.at(pointer);
        if (described.isMissingNode()) {
            return ApiBody.ANY;
        }
        List<String> types = new ArrayList<>();
        described.path("content").fieldNames().forEachRemaining(types::add);
        return new ApiBody(
                types,
                described.path("required").asBoolean(),
                described.path("x-rows").asBoolean(),
                types.contains(ApiBody.JSON) ? schemas.at(pointer + "/content/application~1json/schema") : null);
    }

    /** Where that stands, through a reference. */
    private String resolved(String pointer) {
        JsonNode ref = document.at(pointer).path("$ref");
        return ref.isTextual() ? resolved(ref.textValue().substring(1)) : pointer;
    }
}
