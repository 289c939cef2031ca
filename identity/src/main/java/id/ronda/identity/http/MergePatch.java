package id.ronda.identity.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.ronda.kernel.Json;
import id.ronda.kernel.http.JsonBody;
import id.ronda.kernel.http.JsonFields;
import id.ronda.kernel.http.JsonTree;
import id.ronda.kernel.http.Problem;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Function;

/** A PATCH (RFC 7396): what the body says is laid over what is there; null takes a field away, a list is a new list. */
final class MergePatch {

    private MergePatch() {}

    /**
     * Reads what comes out.
     *
     * @param present the form that the thing has now
     */
    static <T> JsonBody<T> read(
            RoutingContext ctx, Object present, Function<JsonFields, JsonFields.Builder<T>> reader) {
        return switch (JsonTree.of(ctx)) {
            case JsonTree.Refused refused -> new JsonBody.Refused<>(refused.problem());
            case JsonTree.Read(ObjectNode patch) -> {
                ObjectNode form = Json.mapper().valueToTree(present);
                merge(form, patch);
                yield JsonFields.read(form, reader);
            }
            case JsonTree.Read other -> new JsonBody.Refused<>(Problem.unreadable("The body must be a JSON object."));
        };
    }

    private static void merge(ObjectNode form, ObjectNode patch) {
        patch.properties().forEach(field -> {
            JsonNode there = form.get(field.getKey());
            if (there instanceof ObjectNode inner && field.getValue() instanceof ObjectNode more) {
                merge(inner, more);
            } else {
                form.set(field.getKey(), field.getValue());
            }
        });
    }
}
