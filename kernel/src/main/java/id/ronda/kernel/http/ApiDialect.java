package id.ronda.kernel.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.oas.OpenApi31;
import java.util.List;
import java.util.Map;

/** The schemas inside a description of the API: JSON Schema 2020-12 as OpenAPI 3.1 has it, with {@code x-reasons} beside a pattern. */
public final class ApiDialect {

    private static final String DOCUMENT = "https://ronda.invalid/openapi";

    /** What stands in the document beside schemas, and what of a schema is for people alone. */
    private static final List<String> NO_RULES =
            List.of("openapi", "info", "servers", "security", "tags", "paths", "components", "x-reasons");

    private static final JsonMetaSchema DIALECT = JsonMetaSchema.builder(OpenApi31.getInstance())
            .keywords(NO_RULES.stream().map(NonValidationKeyword::new).toList())
            .build();

    private ApiDialect() {}

    /** Finds schemas in that document, and where their references lead. */
    public static JsonSchemaFactory schemas(JsonNode document) {
        return JsonSchemaFactory.getInstance(
                VersionFlag.V202012,
                factory -> factory.metaSchema(DIALECT)
                        .defaultMetaSchemaIri(DIALECT.getIri())
                        .schemaLoaders(loaders -> loaders.schemas(Map.of(DOCUMENT, document.toString()))));
    }

    /** Where a schema stands in the document of its factory. */
    public static SchemaLocation at(String pointer) {
        return SchemaLocation.of(DOCUMENT + "#" + pointer);
    }
}
