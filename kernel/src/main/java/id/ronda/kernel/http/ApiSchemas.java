package id.ronda.kernel.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.oas.OpenApi31;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** The schemas that stand in the description of the API (OpenAPI 3.1, JSON Schema 2020-12). */
final class ApiSchemas {

    private static final String DOCUMENT = "https://ronda.invalid/openapi";
    private static final SchemaValidatorsConfig CONFIG = SchemaValidatorsConfig.builder()
            .pathType(PathType.JSON_POINTER)
            .formatAssertionsEnabled(true)
            .build();

    /** What stands in the document beside schemas, and what of a schema is for people alone. */
    private static final List<String> NO_RULES =
            List.of("openapi", "info", "servers", "security", "tags", "paths", "components", "x-reasons");

    private static final JsonMetaSchema DIALECT = JsonMetaSchema.builder(OpenApi31.getInstance())
            .keywords(NO_RULES.stream().map(NonValidationKeyword::new).toList())
            .build();

    private final JsonSchemaFactory schemas;
    private final SchemaFaults faults;

    ApiSchemas(JsonNode document) {
        this.faults = new SchemaFaults(document);
        this.schemas = JsonSchemaFactory.getInstance(
                VersionFlag.V202012,
                factory -> factory.metaSchema(DIALECT)
                        .defaultMetaSchemaIri(DIALECT.getIri())
                        .schemaLoaders(loaders -> loaders.schemas(Map.of(DOCUMENT, document.toString()))));
    }

    /**
     * The schema at that place.
     *
     * @param pointer a JSON pointer into the document
     */
    Rule at(String pointer) {
        JsonSchema schema = schemas.getSchema(SchemaLocation.of(DOCUMENT + "#" + pointer), CONFIG);
        schema.initializeValidators();
        return new Rule(schema, faults);
    }

    /** One schema, to hold values to. Safe for all threads. */
    record Rule(JsonSchema schema, SchemaFaults faults) {

        /** All that is wrong with the value; a member of an object that is null counts as absent. */
        List<FieldError> errors(JsonNode value) {
            return faults.of(schema.validate(withoutNulls(value)));
        }
    }

    private static JsonNode withoutNulls(JsonNode value) {
        return hasNull(value) ? stripped(value.deepCopy()) : value;
    }

    private static boolean hasNull(JsonNode value) {
        for (JsonNode child : value) {
            if ((child.isNull() && value.isObject()) || hasNull(child)) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode stripped(JsonNode value) {
        for (Iterator<JsonNode> children = value.iterator(); children.hasNext(); ) {
            JsonNode child = children.next();
            if (child.isNull() && value instanceof ObjectNode) {
                children.remove();
            } else {
                stripped(child);
            }
        }
        return value;
    }
}
