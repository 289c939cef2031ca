package id.ronda.app.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Values of the schemas of a description: right ones, which come far, and such of another type, of none, with too much or too little. */
final class SchemaFuzz {

    private static final int DEEPEST = 6;
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
            "\uD83D",
            "a\0b",
            "%_\\",
            "a".repeat(3000),
            "%00",
            "{}",
            "[]");
    /** What is polled, resolved or asked is this machine alone. */
    private static final List<String> ADDRESSES = List.of("127.0.0.1", "127.9.8.7", "::1");

    private static final List<String> NO_ADDRESSES =
            List.of("0.0.0.0", "224.0.0.1", "1.2.3", "not an address", "", "[::1]", "127.0.0.1:161");

    private static final Set<String> NUMBERS = Set.of("integer", "number");

    private final JsonNode document;
    private final SplittableRandom random;
    private final List<Long> ids;
    private int oneWrongOf;

    /**
     * Values of that document's schemas.
     *
     * @param ids of things that there are, which grow while answers come
     */
    SchemaFuzz(JsonNode document, SplittableRandom random, List<Long> ids) {
        this.document = document;
        this.random = random;
        this.ids = ids;
    }

    /** Makes right values from now on, or such of which one in six is wrong. */
    void begin(boolean right) {
        oneWrongOf = right ? Integer.MAX_VALUE : 6;
    }

    private boolean isWrong() {
        return random.nextInt(oneWrongOf) == 0;
    }

    JsonNode resolved(JsonNode schema) {
        return schema.has("$ref")
                ? resolved(document.at(schema.path("$ref").asText().substring(1)))
                : schema;
    }

    /** A value of the schema, or now and then of another. */
    JsonNode value(String name, JsonNode unresolved, int depth) {
        JsonNode schema = resolved(unresolved);
        if (depth > DEEPEST || isWrong()) {
            return any();
        }
        if (schema.has("properties") || schema.has("allOf")) {
            return object(schema, depth);
        }
        if (schema.has("if")) {
            return value(name, schema.path(random.nextBoolean() ? "then" : "else"), depth);
        }
        if (schema.has("enum")) {
            return pick(schema.path("enum"));
        }
        return scalar(name, schema, depth);
    }

    private JsonNode scalar(String name, JsonNode schema, int depth) {
        var nodes = JsonNodeFactory.instance;
        String type = type(schema);
        if (type.equals("array")) {
            return array(name, schema, depth);
        }
        if (NUMBERS.contains(type)) {
            return nodes.numberNode(number(name, schema));
        }
        return type.equals("boolean") ? nodes.booleanNode(random.nextBoolean()) : nodes.textNode(text(name, schema));
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.path(0).asText() : type.asText();
    }

    private ArrayNode array(String name, JsonNode schema, int depth) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        int most = schema.path("maxItems").asInt(10);
        int count = isWrong() && random.nextInt(20) == 0
                ? most + 1
                : Math.min(most, schema.path("minItems").asInt() + random.nextInt(3));
        for (int i = 0; i < count; i++) {
            array.add(value(name, schema.path("items"), depth + 1));
        }
        return array;
    }

    private long number(String name, JsonNode schema) {
        if (name.equals("id") || isWrong()) {
            return id();
        }
        long least = schema.path("minimum").asLong(0);
        long most = Math.min(schema.path("maximum").asLong(1_000), 1_000_000);
        return isWrong() ? least - 1 : random.nextLong(least, Math.max(most, least) + 1);
    }

    /** Mostly of a thing that there is. */
    long id() {
        return ids.isEmpty() || random.nextInt(4) == 0
                ? random.nextLong(-3, 70_000)
                : ids.get(random.nextInt(ids.size()));
    }

    private ObjectNode object(JsonNode unresolved, int depth) {
        JsonNode schema = resolved(unresolved);
        var object = JsonNodeFactory.instance.objectNode();
        schema.path("allOf").forEach(part -> {
            oneWay(resolved(part), object);
            object.setAll(object(part, depth + 1));
        });
        schema.path("properties").properties().forEach(property -> {
            if (random.nextInt(3) == 0) {
                object.set(property.getKey(), value(property.getKey(), property.getValue(), depth + 1));
            }
        });
        oneWay(schema, object);
        // What else there may be depends on a condition.
        if (schema.has("if") && !isWrong()) {
            object.removeAll();
        }
        require(schema, schema.path("required"), object, depth);
        require(schema, schema.path("oneOf").path(0).path("required"), object, depth);
        require(schema, schema.path("else").path("required"), object, depth);
        schema.path("dependentRequired").properties().forEach(each -> {
            if (object.has(each.getKey())) {
                require(schema, each.getValue(), object, depth);
            }
        });
        if (isWrong()) {
            object.set(text(), any());
        }
        return object;
    }

    /** Of the ways that exclude each other none, until the first is required. */
    private void oneWay(JsonNode schema, ObjectNode object) {
        if (!isWrong()) {
            schema.path("oneOf").forEach(way -> way.path("required").forEach(field -> object.remove(field.asText())));
        }
    }

    private void require(JsonNode schema, JsonNode fields, ObjectNode object, int depth) {
        fields.forEach(field -> {
            if (!object.has(field.asText()) && !isWrong()) {
                object.set(field.asText(), value(field.asText(), property(schema, field.asText()), depth + 1));
            }
        });
    }

    /** The schema of a field, in the schema itself or in what it is composed of. */
    private JsonNode property(JsonNode unresolved, String name) {
        JsonNode schema = resolved(unresolved);
        JsonNode own = schema.path("properties").path(name);
        for (JsonNode part : schema.path("allOf")) {
            own = own.isMissingNode() ? property(part, name) : own;
        }
        return own;
    }

    /** A text that the schema's format or pattern suggests, or any. */
    String text(String name, JsonNode schema) {
        if (name.equals("address")) {
            return pick(isWrong() ? NO_ADDRESSES : ADDRESSES);
        }
        if (isWrong()) {
            return text();
        }
        if (schema.path("format").asText().equals("date-time")) {
            return "20" + random.nextInt(10, 40) + "-0" + random.nextInt(1, 10) + "-11T04:00:00"
                    + pick(List.of("Z", "+07:00", ".123456Z"));
        }
        if (schema.has("example") && random.nextBoolean()) {
            return schema.path("example").asText();
        }
        if (schema.has("pattern")) {
            return random.nextInt(1, 70) + pick(List.of("s", "m"));
        }
        return "fuzz-" + random.nextInt(50);
    }

    String text() {
        return random.nextInt(5) > 0 ? pick(TEXTS) : Long.toString(random.nextLong(), 36);
    }

    private JsonNode any() {
        var nodes = JsonNodeFactory.instance;
        return switch (random.nextInt(6)) {
            case 0 -> nodes.nullNode();
            case 1 -> nodes.numberNode(random.nextLong());
            case 2 -> nodes.numberNode(random.nextDouble() * 1e300);
            case 3 -> nodes.arrayNode().add(text());
            case 4 -> nodes.objectNode().put(text(), text());
            default -> nodes.booleanNode(random.nextBoolean());
        };
    }

    private JsonNode pick(JsonNode all) {
        return all.get(random.nextInt(all.size()));
    }

    <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
