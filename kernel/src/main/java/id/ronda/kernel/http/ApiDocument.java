package id.ronda.kernel.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.Objects;

/**
 * The description of the API (OpenAPI 3.1), written by hand: what all modules share, and each module's part with its own paths and
 * schemas. A name that stands in two parts is a mistake and stops the start.
 */
public final class ApiDocument implements Routes {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String EVERYWHERE = "x-everywhere";
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");
    private static final List<String> COMPONENTS = List.of("parameters", "responses", "schemas");

    private final ObjectNode whole;

    private ApiDocument(ObjectNode whole) {
        this.whole = whole;
    }

    /**
     * Joins the parts.
     *
     * @param parts YAML of modules, with {@code paths}, {@code tags} and {@code components}
     */
    public static ApiDocument of(List<URL> parts) {
        ObjectNode whole = read(Objects.requireNonNull(
                ApiDocument.class.getResource("/id/ronda/kernel/http/openapi.yaml"),
                "the description of the API is missing in the program's own files"));
        for (URL part : parts) {
            join(whole, read(part));
        }
        spread(whole);
        ApiCommons.spread(whole);
        return new ApiDocument(whole);
    }

    /** Gives every operation the answers that any of them may give, where it does not describe its own. */
    private static void spread(ObjectNode whole) {
        JsonNode everywhere = whole.remove(EVERYWHERE);
        whole.path("paths")
                .forEach(path -> path.properties().stream()
                        .filter(each -> METHODS.contains(each.getKey()))
                        .map(each -> ((ObjectNode) each.getValue()).withObject("/responses"))
                        .forEach(responses -> everywhere.properties().forEach(each -> {
                            if (!responses.has(each.getKey())) {
                                responses.set(each.getKey(), each.getValue());
                            }
                        })));
    }

    private static ObjectNode read(URL resource) {
        try (var text = resource.openStream()) {
            return (ObjectNode) YAML.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException("the description of the API cannot be read: " + resource, e);
        }
    }

    private static void join(ObjectNode whole, ObjectNode part) {
        part.path("tags").forEach(tag -> whole.withArray("tags").add(tag));
        join(whole.withObject("/paths"), part.path("paths"));
        for (String kind : COMPONENTS) {
            join(
                    whole.withObject("/components/" + kind),
                    part.path("components").path(kind));
        }
    }

    private static void join(ObjectNode into, JsonNode named) {
        named.properties().forEach(entry -> {
            if (into.has(entry.getKey())) {
                throw new IllegalStateException("described twice in the API: " + entry.getKey());
            }
            into.set(entry.getKey(), entry.getValue());
        });
    }

    /** The whole document. */
    public JsonNode tree() {
        return whole;
    }

    @Override
    public void mount(GuardedRouter router) {
        Buffer text = Buffer.buffer(text());
        router.get("/api/v1/openapi.yaml", RouteRule.OPEN)
                .handler(ctx -> ctx.response()
                        .putHeader(HttpHeaders.CONTENT_TYPE, "application/yaml; charset=utf-8")
                        .end(text.copy()));
    }

    private String text() {
        try {
            return YAML.writeValueAsString(whole);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
