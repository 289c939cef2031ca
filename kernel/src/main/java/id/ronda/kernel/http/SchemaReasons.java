package id.ronda.kernel.http;

import com.fasterxml.jackson.databind.JsonNode;
import id.ronda.kernel.Wording;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** What each keyword of a schema asks for, in both languages. A pattern may bring its own words as {@code x-reasons}. */
final class SchemaReasons {

    private SchemaReasons() {}

    /**
     * The reason of a value that a keyword refused.
     *
     * @param schema in which the keyword stands
     * @param otherwise what the library says, for a keyword that has no words here
     */
    static Wording of(String keyword, JsonNode schema, String otherwise) {
        String bound = schema.path(keyword).asText();
        return switch (keyword) {
            case "type" -> type(schema.path(keyword));
            case "enum" -> oneOf(values(schema.path(keyword)));
            case "const" -> new Wording("must be " + bound, "harus " + bound);
            case "pattern" -> pattern(schema, bound);
            case "format" -> format(bound);
            case "minimum" -> new Wording("must be at least " + bound, "paling kecil " + bound);
            case "maximum" -> new Wording("must be at most " + bound, "paling besar " + bound);
            case "minLength" ->
                new Wording("must have at least " + bound + " characters", "paling sedikit " + bound + " karakter");
            case "maxLength" ->
                new Wording("must have at most " + bound + " characters", "paling banyak " + bound + " karakter");
            case "minItems" ->
                new Wording("must have at least " + bound + " items", "paling sedikit " + bound + " butir");
            case "maxItems" ->
                new Wording("must have at most " + bound + " items", "paling banyak " + bound + " butir");
            case "uniqueItems" -> new Wording("must name nothing twice", "tidak boleh menyebut hal yang sama dua kali");
            default -> new Wording("is not right: " + otherwise, "tidak sesuai: " + otherwise);
        };
    }

    private static Wording type(JsonNode expected) {
        List<String> types = values(expected);
        return new Wording(
                "must be " + joined(types, " or ", SchemaReasons::english),
                "harus " + joined(types, " atau ", SchemaReasons::indonesian));
    }

    private static String joined(List<String> types, String or, Function<String, String> word) {
        return String.join(or, types.stream().map(word).toList());
    }

    private static String english(String type) {
        return switch (type) {
            case "string" -> "a text";
            case "integer" -> "a whole number";
            case "number" -> "a number";
            case "boolean" -> "true or false";
            case "array" -> "a list";
            case "object" -> "an object";
            default -> type;
        };
    }

    private static String indonesian(String type) {
        return switch (type) {
            case "string" -> "teks";
            case "integer" -> "bilangan bulat";
            case "number" -> "bilangan";
            case "boolean" -> "true atau false";
            case "array" -> "daftar";
            case "object" -> "objek";
            default -> type;
        };
    }

    private static Wording oneOf(List<String> choices) {
        String all = String.join(", ", choices);
        return new Wording("must be one of " + all, "harus salah satu dari " + all);
    }

    private static Wording pattern(JsonNode schema, String pattern) {
        JsonNode own = schema.path("x-reasons");
        return own.isObject()
                ? new Wording(own.path("en").asText(), own.path("id").asText())
                : new Wording("must match " + pattern, "harus cocok dengan " + pattern);
    }

    private static Wording format(String format) {
        return switch (format) {
            case "date-time" ->
                new Wording(
                        "must be a time like 2026-11-21T04:00:00Z (RFC 3339)",
                        "harus waktu seperti 2026-11-21T04:00:00Z (RFC 3339)");
            default -> new Wording("must be a " + format, "harus berupa " + format);
        };
    }

    /** One value or the elements of a list, without null. */
    private static List<String> values(JsonNode one) {
        return one.isArray()
                ? StreamSupport.stream(one.spliterator(), false)
                        .filter(each -> !each.isNull() && !each.asText().equals("null"))
                        .map(JsonNode::asText)
                        .toList()
                : List.of(one.asText());
    }
}
