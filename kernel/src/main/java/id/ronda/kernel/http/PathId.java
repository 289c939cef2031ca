package id.ronda.kernel.http;

import io.vertx.ext.web.RoutingContext;
import java.util.function.LongConsumer;

/** Reads the {@code id} of a path, and other segments that are numbers. */
public final class PathId {

    // Longer ones are not given out and would overflow.
    private static final String GRAMMAR = "[0-9]{1,18}";

    private PathId() {}

    /** Goes on with the id, or answers 404: what is no number is the id of nothing. */
    public static void with(RoutingContext ctx, String what, LongConsumer next) {
        named(ctx, "id", what, next);
    }

    /** The same for another segment of the path that is a number. */
    public static void named(RoutingContext ctx, String parameter, String what, LongConsumer next) {
        String text = ctx.pathParam(parameter);
        if (text != null && text.matches(GRAMMAR)) {
            next.accept(Long.parseLong(text));
        } else {
            Problems.send(ctx, notFound(what, String.valueOf(text)));
        }
    }

    public static Problem notFound(String what, String id) {
        return Problem.notFound("There is no " + what + " " + id + ".");
    }
}
