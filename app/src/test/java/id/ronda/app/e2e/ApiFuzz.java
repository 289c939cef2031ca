package id.ronda.app.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Requests made from the description of the API: right ones, and such with fuzzed values, wrong types, wrong media types, unknown ids.
 * The same seed makes the same requests.
 */
public final class ApiFuzz {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final List<String> MEDIA_TYPES = List.of(
            "application/json",
            "application/json",
            "application/json",
            "text/csv",
            "text/plain",
            "",
            "application/xml");
    private static final List<String> TEXTS = List.of(
            "",
            "0",
            "-1",
            "1",
            "2",
            "99999999999999999999",
            "1e9",
            "null",
            "' or 1=1 --",
            "../../etc/passwd",
            "<script>alert(1)</script>",
            "Dinas Kominfo",
            "1s",
            "30s",
            "25h",
            "127.0.0.1",
            "::1",
            "2026-11-21T04:00:00Z",
            "9999999999-01-01T00:00:00Z",
            "\uD83D\uDE00",
            "a".repeat(3000),
            "%00",
            "{}",
            "[]");

    /** A part of a path that is the id of something. */
    private static final Pattern SEGMENT = Pattern.compile("\\{\\w+}");

    private final List<Operation> operations = new ArrayList<>();
    private final JsonNode document;
    private final SplittableRandom random;

    /** Requests of the API that is described. */
    public ApiFuzz(JsonNode document, long seed) {
        this.document = document;
        this.random = new SplittableRandom(seed);
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .forEach(method ->
                                operations.add(new Operation(path.getKey(), method.getKey(), method.getValue()))));
    }

    private record Operation(String path, String method, JsonNode described) {}

    /** A request; without a body where {@code body} is empty, without a media type where that is. */
    public record Call(String method, String path, String mediaType, String body) {}

    /** Another request. */
    public Call next() {
        var operation = operations.get(random.nextInt(operations.size()));
        String path = SEGMENT.matcher(operation.path()).replaceAll(each -> Matcher.quoteReplacement(encoded(text())))
                + query(operation.described());
        boolean writes = !operation.method().equals("get");
        return new Call(
                operation.method().toUpperCase(java.util.Locale.ROOT),
                path,
                writes ? pick(MEDIA_TYPES) : "",
                writes ? body(operation.described()) : "");
    }

    private String query(JsonNode described) {
        var query = new StringBuilder();
        for (JsonNode parameter : described.path("parameters")) {
            JsonNode real = resolved(parameter);
            if (real.path("in").asText().equals("query") && random.nextInt(3) > 0) {
                query.append(query.isEmpty() ? '?' : '&')
                        .append(real.path("name").asText())
                        .append('=')
                        .append(encoded(text()));
            }
        }
        return query.toString();
    }

    private String body(JsonNode described) {
        JsonNode schema = described
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
        return switch (random.nextInt(8)) {
            case 0 -> text();
            case 1 -> "{\"" + text().replace("\"", "").replace("\\", "") + "\":";
            case 2 -> "address,port,name\n" + text() + "," + text() + "," + text() + "\n";
            default -> value(resolved(schema), 0).toString();
        };
    }

    /** A value of the schema, or of another. */
    private JsonNode value(JsonNode schema, int depth) {
        var nodes = JsonNodeFactory.instance;
        if (depth > 5 || random.nextInt(6) == 0) {
            return switch (random.nextInt(6)) {
                case 0 -> nodes.nullNode();
                case 1 -> nodes.numberNode(random.nextLong());
                case 2 -> nodes.numberNode(random.nextDouble() * 1e300);
                case 3 -> nodes.arrayNode().add(text());
                case 4 -> nodes.objectNode().put(text(), text());
                default -> nodes.booleanNode(random.nextBoolean());
            };
        }
        if (schema.has("properties") || schema.has("allOf")) {
            return object(schema, depth);
        }
        if (schema.has("enum")) {
            return schema.path("enum").get(random.nextInt(schema.path("enum").size()));
        }
        return switch (schema.path("type").isArray()
                ? schema.path("type").path(0).asText()
                : schema.path("type").asText()) {
            case "integer" -> nodes.numberNode(random.nextInt(-3, 70_000));
            case "boolean" -> nodes.booleanNode(random.nextBoolean());
            case "array" -> nodes.arrayNode().add(value(resolved(schema.path("items")), depth + 1));
            default -> nodes.textNode(text());
        };
    }

    private ObjectNode object(JsonNode schema, int depth) {
        var object = JsonNodeFactory.instance.objectNode();
        schema.path("allOf").forEach(part -> object.setAll(object(resolved(part), depth + 1)));
        schema.path("properties").properties().forEach(property -> {
            if (random.nextInt(4) > 0) {
                object.set(property.getKey(), value(resolved(property.getValue()), depth + 1));
            }
        });
        return object;
    }

    private JsonNode resolved(JsonNode schema) {
        return schema.has("$ref")
                ? resolved(document.at(schema.path("$ref").asText().substring(1)))
                : schema;
    }

    private String text() {
        return random.nextInt(5) > 0 ? pick(TEXTS) : Long.toString(random.nextLong(), 36);
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text.isEmpty() ? "x" : text, StandardCharsets.UTF_8)
                .replace("+", "%20");
    }
}
