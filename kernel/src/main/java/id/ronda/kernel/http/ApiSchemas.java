package id.ronda.kernel.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import java.util.Iterator;
import java.util.List;

/** The schemas that stand in the description of the API (OpenAPI 3.1, JSON Schema 2020-12). */
final class ApiSchemas {

    private static final SchemaValidatorsConfig CONFIG = SchemaValidatorsConfig.builder()
            .pathType(PathType.JSON_POINTER)
            .formatAssertionsEnabled(true)
            .build();

    private final JsonSchemaFactory schemas;
    private final SchemaFaults faults;

    ApiSchemas(JsonNode document) {
        this.faults = new SchemaFaults(document);
        this.schemas = ApiDialect.schemas(document);
    }

    /**
     * The schema at that place.
     *
     * @param pointer a JSON pointer into the document
     */
    Rule at(String pointer) {
        JsonSchema schema = schemas.getSchema(ApiDialect.at(pointer), CONFIG);
        schema.initializeValidators();
        return new Rule(schema, faults);
    }

    /** One schema, to hold values to. Safe for all threads. */
    record Rule(JsonSchema schema, SchemaFaults faults) {

        /** All that is wrong with the value; a member of an object that is null counts as absent. */
        List<FieldError> errors(JsonNode value) {
            List<FieldError> errors = UnstorableText.in(value);
            errors.addAll(faults.of(schema.validate(withoutNulls(value))));
            return List.copyOf(errors);
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
