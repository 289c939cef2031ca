package id.ronda.kernel.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.ronda.kernel.Wording;
import io.vertx.ext.web.RoutingContext;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a JSON object one by one and collects <em>all</em> that is wrong, so that a client can mend its
 * request in one go. A refused field gives a harmless stand-in ({@code ""}, the smallest number, an empty list) and
 * reading goes on; the value is only built when nothing was refused. Fields nobody asked for are refused at the end.
 * JSON null is the same as an absent field.
 *
 * <pre>{@code
 * JsonBody<Note> note = JsonFields.read(ctx, fields -> {
 *     String text = fields.text("text");
 *     int stars = fields.integerOr("stars", 1, 5, 3);
 *     return () -> new Note(text, stars);
 * });
 * }</pre>
 */
public final class JsonFields {

    /** Builds the value out of fields that were all right. */
    @FunctionalInterface
    public interface Builder<T> {
        /** The value; an {@link IllegalArgumentException} refuses the body as a whole. */
        T build();
    }

    /** The reason of a field that must be there and is not. */
    public static final Wording REQUIRED = new Wording("is required", "wajib diisi");

    private static final Wording TEXT = new Wording("must be a text", "harus berupa teks");
    private static final Wording TEXTS = new Wording("must be a list of texts", "harus berupa daftar teks");
    private static final Wording NUMBER = new Wording("must be a number", "harus berupa bilangan");
    private static final Wording TRUTH = new Wording("must be true or false", "harus true atau false");
    private static final Wording OBJECT = new Wording("must be an object", "harus berupa objek");
    private static final Wording TIME = new Wording(
            "must be a time like 2026-11-21T04:00:00Z (RFC 3339)",
            "harus waktu seperti 2026-11-21T04:00:00Z (RFC 3339)");

    private final ObjectNode object;
    private final String pointer;
    private final List<FieldError> errors;
    private final Set<String> asked = new TreeSet<>();
    private final List<JsonFields> children = new ArrayList<>();

    private JsonFields(ObjectNode object, String pointer, List<FieldError> errors) {
        this.object = object;
        this.pointer = pointer;
        this.errors = errors;
    }

    /** Reads the body of a request. */
    public static <T> JsonBody<T> read(RoutingContext ctx, Function<JsonFields, Builder<T>> reader) {
        return read(JsonTree.of(ctx), reader);
    }

    /** Reads a JSON object out of UTF-8 bytes. */
    public static <T> JsonBody<T> read(byte[] body, Function<JsonFields, Builder<T>> reader) {
        return read(JsonTree.of(body), reader);
    }

    private static <T> JsonBody<T> read(JsonTree body, Function<JsonFields, Builder<T>> reader) {
        return switch (body) {
            case JsonTree.Refused refused -> new JsonBody.Refused<>(refused.problem());
            case JsonTree.Read(ObjectNode object) -> read(object, reader);
            case JsonTree.Read other -> new JsonBody.Refused<>(Problem.unreadable("The body must be a JSON object."));
        };
    }

    /** Reads an object that is already there, for example one that a patch was laid over. */
    public static <T> JsonBody<T> read(ObjectNode object, Function<JsonFields, Builder<T>> reader) {
        return new JsonFields(object, "", new ArrayList<>()).finish(reader);
    }

    private <T> JsonBody<T> finish(Function<JsonFields, Builder<T>> reader) {
        Builder<T> builder = reader.apply(this);
        refuseUnknown();
        if (errors.isEmpty()) {
            try {
                return new JsonBody.Read<>(builder.build());
            } catch (IllegalArgumentException e) {
                String reason = String.valueOf(e.getMessage());
                errors.add(new FieldError("", reason, "ditolak secara keseluruhan: " + reason));
            }
        }
        return new JsonBody.Refused<>(Problem.fields(errors));
    }

    private void refuseUnknown() {
        object.fieldNames().forEachRemaining(name -> {
            if (!asked.contains(name)) {
                refuse(
                        name,
                        "is not known here; known are " + String.join(", ", asked),
                        "tidak dikenal di sini; yang dikenal: " + String.join(", ", asked));
            }
        });
        children.forEach(JsonFields::refuseUnknown);
    }

    /** Whether the field is there and not null. Asking makes the field known. */
    public boolean has(String name) {
        return field(name) != null;
    }

    /** A text that must be there. */
    public String text(String name) {
        return required(name, optionalText(name), "");
    }

    /** A text, or null when it is absent. */
    public @Nullable String optionalText(String name) {
        JsonNode node = field(name);
        if (node == null || node.isTextual()) {
            return node == null ? null : node.textValue();
        }
        return refused(name, TEXT, "");
    }

    /** A text, or the other value when it is absent. */
    public String textOr(String name, String other) {
        String text = optionalText(name);
        return text == null ? other : text;
    }

    /** A whole number in the range that must be there. */
    public int integer(String name, int min, int max) {
        return required(name, optionalInteger(name, min, max), min);
    }

    /** A whole number in the range, or null when it is absent. */
    public @Nullable Integer optionalInteger(String name, int min, int max) {
        JsonNode node = field(name);
        if (node == null) {
            return null;
        }
        boolean right =
                node.isIntegralNumber() && node.canConvertToInt() && node.intValue() >= min && node.intValue() <= max;
        return right
                ? (Integer) node.intValue()
                : refused(
                        name,
                        new Wording(
                                "must be a whole number from " + min + " to " + max,
                                "harus bilangan bulat dari " + min + " sampai " + max),
                        min);
    }

    /** A whole number in the range, or the other value when it is absent. */
    public int integerOr(String name, int min, int max, int other) {
        Integer number = optionalInteger(name, min, max);
        return number == null ? other : number;
    }

    /** A finite number, or null when it is absent. */
    public @Nullable Double optionalNumber(String name) {
        JsonNode node = field(name);
        if (node == null) {
            return null;
        }
        boolean right = node.isNumber() && Double.isFinite(node.doubleValue());
        return right ? (Double) node.doubleValue() : refused(name, NUMBER, 0.0);
    }

    /** A truth value, or the other value when it is absent. */
    public boolean booleanOr(String name, boolean other) {
        JsonNode node = field(name);
        if (node == null || node.isBoolean()) {
            return node == null ? other : node.booleanValue();
        }
        return refused(name, TRUTH, other);
    }

    /** A list of texts; an absent one is empty. */
    public List<String> texts(String name) {
        JsonNode node = field(name);
        if (node == null) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        node.forEach(element -> texts.add(element.textValue()));
        return node.isArray() && !texts.contains(null) ? List.copyOf(texts) : refused(name, TEXTS, List.of());
    }

    /**
     * A text that a parser turns into something else, or null when it is absent.
     *
     * @param parser gives nothing for a text that it refuses
     * @param otherwise the reason then
     */
    public <T> @Nullable T optionalParsed(String name, Function<String, Optional<T>> parser, Wording otherwise) {
        String text = optionalText(name);
        if (text == null || isRefused(name)) {
            return null;
        }
        Optional<T> parsed = parser.apply(text);
        if (parsed.isEmpty()) {
            refuse(name, otherwise);
        }
        return parsed.orElse(null);
    }

    /** A moment (RFC 3339), or null when it is absent. */
    public @Nullable Instant optionalTime(String name) {
        return optionalParsed(name, JsonFields::time, TIME);
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The fields of an object inside, or null when it is absent or none. */
    public @Nullable JsonFields object(String name) {
        JsonNode node = field(name);
        if (node == null) {
            return null;
        }
        if (node instanceof ObjectNode inner) {
            return child(inner, pointer(name));
        }
        refuse(name, OBJECT);
        return null;
    }

    /** The fields of each object of a list; an absent list is empty. */
    public List<JsonFields> objects(String name) {
        JsonNode node = field(name);
        if (node != null && !node.isArray()) {
            refuse(name, "must be a list of objects", "harus berupa daftar objek");
        }
        List<JsonFields> inside = new ArrayList<>();
        for (int i = 0; node != null && node.isArray() && i < node.size(); i++) {
            if (node.get(i) instanceof ObjectNode inner) {
                inside.add(child(inner, pointer(name) + "/" + i));
            } else {
                errors.add(new FieldError(pointer(name) + "/" + i, OBJECT));
            }
        }
        return inside;
    }

    /** Refuses a field for a reason of the caller; the field's name is relative to this object. */
    public void refuse(String name, Wording reasons) {
        errors.add(new FieldError(pointer(name), reasons));
    }

    /** The same with the two texts. */
    public void refuse(String name, String en, String id) {
        refuse(name, new Wording(en, id));
    }

    private JsonFields child(ObjectNode inner, String at) {
        JsonFields child = new JsonFields(inner, at, errors);
        children.add(child);
        return child;
    }

    private @Nullable JsonNode field(String name) {
        asked.add(name);
        JsonNode node = object.get(name);
        return node == null || node.isNull() ? null : node;
    }

    private <T> T required(String name, @Nullable T value, T standIn) {
        return value == null ? refused(name, REQUIRED, standIn) : value;
    }

    private <T> T refused(String name, Wording reasons, T standIn) {
        refuse(name, reasons);
        return standIn;
    }

    /** Whether that field was refused already. */
    public boolean isRefused(String name) {
        return errors.stream().anyMatch(error -> error.field().equals(pointer(name)));
    }

    /** RFC 6901 section 3: ~ and / are escaped inside a name. */
    private String pointer(String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
