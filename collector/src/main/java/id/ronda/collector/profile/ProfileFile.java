package id.ronda.collector.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.serialization.JsonNodeReader;
import com.networknt.schema.utils.JsonNodes;
import id.ronda.collector.profile.LoadResult.Loaded;
import id.ronda.collector.profile.LoadResult.Problem;
import id.ronda.collector.profile.LoadResult.Rejected;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads one profile file: YAML, checked against the schema, made into a {@link Profile}. */
final class ProfileFile {
    static final String SCHEMA = "profile.schema.json";
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final JsonMapper RECORDS = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();
    private static final JsonNodeReader READER =
            JsonNodeReader.builder().yamlMapper(YAML).locationAware().build();

    private final JsonSchema schema;

    ProfileFile() {
        schema = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schemaText());
    }

    private static InputStream schemaText() {
        return Objects.requireNonNull(
                ProfileFile.class.getResourceAsStream("/id/ronda/collector/profiles/" + SCHEMA),
                "the schema is missing from the program: build it again");
    }

    LoadResult read(String file, String yaml) {
        JsonNode root;
        try {
            root = READER.readTree(yaml, InputFormat.YAML);
        } catch (IOException | IllegalArgumentException e) {
            // The reader wraps what the parser says.
            return unparsable(file, e.getCause() instanceof JsonProcessingException cause ? cause : e);
        }
        var problems = problems(root);
        return problems.isEmpty() ? bind(file, root) : new Rejected(file, problems);
    }

    private static LoadResult unparsable(String file, Exception e) {
        if (!(e instanceof JsonProcessingException parsed)) {
            return rejected(file, 0, String.valueOf(e.getMessage()));
        }
        var location = parsed.getLocation();
        return rejected(file, location == null ? 0 : location.getLineNr(), parsed.getOriginalMessage());
    }

    private List<Problem> problems(@Nullable JsonNode root) {
        if (root == null || !root.isObject()) {
            return List.of(new Problem(1, "no profile in the file: it must begin with a name"));
        }
        return schema.validate(root).stream()
                .map(m -> new Problem(line(JsonNodes.get(root, m.getInstanceLocation())), m.getMessage()))
                .distinct()
                .toList();
    }

    private static LoadResult bind(String file, JsonNode root) {
        try {
            inline(root, root.path("stateSets"));
            ((ObjectNode) root).remove(List.of("stateSets", "about", "writable"));
            return new Loaded(file, RECORDS.treeToValue(root, Profile.class));
        } catch (UnknownStates e) {
            return rejected(file, e.line, "no state set is named " + e.name);
        } catch (JsonMappingException e) {
            return rejected(file, line(at(root, e.getPath())), e.getOriginalMessage());
        } catch (JsonProcessingException e) {
            return rejected(file, 0, e.getOriginalMessage());
        }
    }

    /** Puts the named state sets of the file where their names stand. */
    private static void inline(JsonNode node, JsonNode sets) throws UnknownStates {
        var states = node.isObject() ? node.path("states") : node;
        if (node instanceof ObjectNode object && states.isTextual()) {
            if (!sets.has(states.textValue())) {
                throw new UnknownStates(states.textValue(), line(states));
            }
            object.set("states", sets.get(states.textValue()));
        }
        for (JsonNode child : node) {
            inline(child, sets);
        }
    }

    private static JsonNode at(JsonNode root, List<JsonMappingException.Reference> path) {
        JsonNode node = root;
        for (var step : path) {
            var next = step.getFieldName() == null ? node.path(step.getIndex()) : node.path(step.getFieldName());
            if (next.isMissingNode()) {
                return node;
            }
            node = next;
        }
        return node;
    }

    private static int line(@Nullable JsonNode node) {
        var location = node == null ? null : JsonNodes.tokenLocationOf(node);
        return location == null ? firstLineWithin(node) : location.getLineNr();
    }

    private static int firstLineWithin(@Nullable JsonNode node) {
        return node == null
                ? 0
                : StreamSupport.stream(node.spliterator(), false)
                        .mapToInt(ProfileFile::line)
                        .filter(l -> l > 0)
                        .findFirst()
                        .orElse(0);
    }

    private static LoadResult rejected(String file, int line, String reason) {
        return new Rejected(file, List.of(new Problem(line, reason)));
    }

    private static final class UnknownStates extends Exception {
        private static final long serialVersionUID = 1;
        private final String name;
        private final int line;

        UnknownStates(String name, int line) {
            super(name);
            this.name = name;
            this.line = line;
        }
    }
}
