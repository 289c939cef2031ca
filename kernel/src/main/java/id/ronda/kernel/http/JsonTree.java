package id.ronda.kernel.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import id.ronda.kernel.Json;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The body of a request as JSON (RFC 8259). What is wrong is told by its position alone: a body may hold secrets. */
public sealed interface JsonTree {

    /** The body is JSON. */
    record Read(JsonNode tree) implements JsonTree {}

    /** It is not, with the problem to answer. */
    record Refused(Problem problem) implements JsonTree {}

    /** The body of that request; it is parsed once, whoever asks. */
    static JsonTree of(RoutingContext ctx) {
        JsonTree known = ctx.get(JsonTree.class.getName());
        if (known != null) {
            return known;
        }
        JsonTree tree = of(
                ctx.body().buffer() == null ? new byte[0] : ctx.body().buffer().getBytes());
        ctx.put(JsonTree.class.getName(), tree);
        return tree;
    }

    /** UTF-8 bytes as JSON. */
    static JsonTree of(byte[] body) {
        try {
            JsonNode tree = Json.mapper().readTree(body);
            return tree.isMissingNode()
                    ? new Refused(Problem.unreadable("The body is empty; it must be JSON."))
                    : new Read(tree);
        } catch (JsonProcessingException e) {
            return new Refused(Problem.unreadable("The body is not JSON" + where(e.getLocation()) + "."));
        } catch (IOException e) {
            return new Refused(Problem.unreadable("The body is not UTF-8."));
        }
    }

    private static String where(@Nullable JsonLocation at) {
        return at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    }
}
