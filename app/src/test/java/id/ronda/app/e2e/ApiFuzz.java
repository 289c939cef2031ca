package id.ronda.app.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/**
 * Requests made from the description of the API: right ones, and such with fuzzed values, wrong types, wrong media types, unknown ids,
 * foreign cursors, parameters that nobody described. What answers tell of ids and cursors is asked for again. The same seed and
 * the same answers make the same requests.
 */
public final class ApiFuzz {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final String JSON = "application/json";
    private static final List<String> MEDIA_TYPES =
            List.of(JSON, JSON, JSON, JSON, JSON, JSON, JSON, "text/csv", "text/plain", "", "application/xml");
    private static final List<String> ACCEPTED =
            List.of(JSON, "*/*", "text/csv", "text/csv;q=0.1, application/json", "x");
    private static final List<String> TAGS = List.of("*", "\"1\"", "\"2\"", "1", "W/\"1\"", "\"", "");
    /** A part of a path that is the id of something. */
    private static final Pattern SEGMENT = Pattern.compile("\\{\\w+}");

    private static final int REMEMBERED = 500;

    private final List<Operation> operations = new ArrayList<>();
    private final SplittableRandom random;
    private final SchemaFuzz values;
    private final List<Long> ids = new ArrayList<>();
    private final List<String> cursors = new ArrayList<>();

    /** Requests of the API that is described. */
    public ApiFuzz(JsonNode document, long seed) {
        this.random = new SplittableRandom(seed);
        this.values = new SchemaFuzz(document, random, ids);
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .forEach(method ->
                                operations.add(new Operation(path.getKey(), method.getKey(), method.getValue()))));
    }

    private record Operation(String path, String method, JsonNode described) {

        String verb() {
            return method.toUpperCase(Locale.ROOT);
        }
    }

    /**
     * A request.
     *
     * @param operation the method and the path as they are described
     */
    public record Call(String operation, String method, String path, Map<String, String> headers, String body) {}

    /** Another request. */
    public Call next() {
        var operation = operations.get(random.nextInt(operations.size()));
        boolean right = random.nextBoolean();
        values.begin(right);
        boolean writes = !operation.method().equals("get");
        var headers = new LinkedHashMap<String, String>();
        String type = right ? JSON : values.pick(MEDIA_TYPES);
        if (writes && !type.isEmpty()) {
            headers.put("Content-Type", type);
        }
        headers.put("Accept", values.pick(ACCEPTED));
        if (writes && random.nextInt(3) == 0) {
            headers.put("If-Match", values.pick(TAGS));
        }
        return new Call(
                operation.verb() + " " + operation.path(),
                operation.verb(),
                path(operation.path()) + query(operation.described()),
                headers,
                writes ? body(operation.described(), right) : "");
    }

    /** Learns what there is from an answer. */
    void learn(JsonNode answer) {
        answer.findValues("id").stream()
                .filter(JsonNode::isIntegralNumber)
                .forEach(id -> remember(ids, id.longValue()));
        answer.findValues("next").stream()
                .filter(JsonNode::isTextual)
                .forEach(next -> remember(cursors, next.textValue()));
    }

    private <T> void remember(List<T> all, T one) {
        if (all.size() < REMEMBERED) {
            all.add(one);
        } else {
            all.set(random.nextInt(REMEMBERED), one);
        }
    }

    private String path(String template) {
        return SEGMENT.matcher(template).replaceAll(each -> segment());
    }

    private String segment() {
        return random.nextInt(4) > 0 ? Long.toString(values.id()) : encoded(values.text());
    }

    private String query(JsonNode described) {
        var query = new ArrayList<String>();
        for (JsonNode parameter : described.path("parameters")) {
            JsonNode real = values.resolved(parameter);
            if (real.path("in").asText().equals("query") && random.nextInt(5) == 0) {
                pairs(real, query);
            }
        }
        if (random.nextInt(25) == 0) {
            query.add("colour=red");
        }
        return query.isEmpty() ? "" : "?" + String.join("&", query);
    }

    private void pairs(JsonNode parameter, List<String> query) {
        String name = parameter.path("name").asText();
        if (name.equals("after") && !cursors.isEmpty() && random.nextBoolean()) {
            query.add("after=" + values.pick(cursors));
            return;
        }
        JsonNode value = values.value(name, parameter.path("schema"), 4);
        if (value.isArray()) {
            value.forEach(each -> query.add(name + "=" + encoded(each.asText())));
        } else {
            query.add(name + "=" + encoded(value.asText()));
        }
    }

    private String body(JsonNode described, boolean right) {
        JsonNode schema =
                described.path("requestBody").path("content").path(JSON).path("schema");
        return switch (right ? 99 : random.nextInt(8)) {
            case 0 -> values.text();
            case 1 -> "{\"" + values.text().replace("\"", "").replace("\\", "") + "\":";
            case 2 -> "address,port,name\n127.0.0.1," + values.text() + "," + values.text() + "\n";
            case 3 -> "[" + values.value("", schema, 0) + "," + values.value("", schema, 0) + "]";
            default -> values.value("", schema, 0).toString();
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text.isEmpty() ? "x" : text, StandardCharsets.UTF_8)
                .replace("+", "%20");
    }
}
