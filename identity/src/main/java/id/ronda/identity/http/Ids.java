package id.ronda.identity.http;

import id.ronda.kernel.http.Problem;
import id.ronda.kernel.http.Problems;
import io.vertx.ext.web.RoutingContext;
import java.util.function.LongConsumer;

/** The number in a path; what is none names nothing that there is. */
final class Ids {

    private Ids() {}

    static void with(RoutingContext ctx, String what, LongConsumer action) {
        String text = String.valueOf(ctx.pathParam("id"));
        if (text.matches("[1-9][0-9]{0,17}")) {
            action.accept(Long.parseLong(text));
        } else {
            Problems.send(ctx, Problem.notFound("There is no " + what + " " + text + "."));
        }
    }
}
