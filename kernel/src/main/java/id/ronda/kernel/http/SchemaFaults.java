package id.ronda.kernel.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.ValidationMessage;
import id.ronda.kernel.Wording;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Says what a schema did not like as fields with reasons that people and scripts can use. */
final class SchemaFaults {

    private static final List<String> ALTERNATIVES = List.of("oneOf", "anyOf");

    private final JsonNode document;

    /** For schemas of that document. */
    SchemaFaults(JsonNode document) {
        this.document = document;
    }

    /** Each fault once; the faults of the alternatives of one {@code oneOf} are one. */
    List<FieldError> of(Collection<ValidationMessage> messages) {
        List<FieldError> errors = new ArrayList<>();
        for (ValidationMessage message : messages) {
            FieldError error = error(message);
            if (!errors.contains(error)) {
                errors.add(error);
            }
        }
        return List.copyOf(errors);
    }

    private FieldError error(ValidationMessage message) {
        JsonNodePath schema = message.getSchemaLocation().getFragment();
        int alternative = alternative(schema);
        return alternative >= 0 ? noAlternative(message, schema, alternative) : plain(message, schema);
    }

    /** Where in the path the keyword stands that has alternatives; -1 if nowhere. */
    private static int alternative(JsonNodePath schema) {
        return IntStream.range(0, schema.getNameCount())
                .filter(i -> ALTERNATIVES.contains(String.valueOf(schema.getElement(i))))
                .findFirst()
                .orElse(-1);
    }

    private FieldError noAlternative(ValidationMessage message, JsonNodePath schema, int at) {
        JsonNode branches = document.at(pointer(schema, at + 1));
        List<String> needed = StreamSupport.stream(branches.spliterator(), false)
                .map(branch -> branch.path("required").path(0).asText(""))
                .filter(name -> !name.isEmpty())
                .toList();
        String place = message.getInstanceLocation().toString();
        if (needed.size() == branches.size()) {
            String names = String.join(", ", needed);
            return new FieldError(
                    place + "/" + needed.getFirst(),
                    "exactly one of " + names + " is required",
                    "wajib ada tepat satu dari " + names);
        }
        return new FieldError(
                place,
                "has none of the forms that the description of the API allows",
                "tidak sesuai dengan bentuk yang diizinkan deskripsi API");
    }

    private FieldError plain(ValidationMessage message, JsonNodePath schema) {
        JsonNode around = document.at(pointer(schema, schema.getNameCount() - 1));
        String place = message.getInstanceLocation().toString();
        @Nullable String property = message.getProperty();
        return switch (message.getType()) {
            case "required" -> new FieldError(place + child(property), JsonFields.REQUIRED);
            case "dependentRequired" -> {
                String missing = String.valueOf(message.getArguments()[0]);
                yield new FieldError(
                        place + child(missing),
                        "is required, since " + property + " is there",
                        "wajib diisi, karena ada " + property);
            }
            case "additionalProperties", "unevaluatedProperties" ->
                new FieldError(place + child(property), unknown(around));
            default -> new FieldError(place, SchemaReasons.of(message.getType(), around, message.getMessage()));
        };
    }

    /** RFC 6901 section 3: ~ and / are escaped inside a name. */
    static String child(@Nullable String name) {
        return name == null ? "" : "/" + name.replace("~", "~0").replace("/", "~1");
    }

    private static Wording unknown(JsonNode schema) {
        List<String> known = new ArrayList<>();
        schema.path("properties").fieldNames().forEachRemaining(known::add);
        String names = String.join(", ", known);
        return known.isEmpty()
                ? new Wording("is not known here", "tidak dikenal di sini")
                : new Wording("is not known here; known are " + names, "tidak dikenal di sini; yang dikenal: " + names);
    }

    private static String pointer(JsonNodePath path, int names) {
        StringBuilder pointer = new StringBuilder();
        for (int i = 0; i < names; i++) {
            pointer.append(child(String.valueOf(path.getElement(i))));
        }
        return pointer.toString();
    }
}
