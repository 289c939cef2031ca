package id.ronda.kernel.http;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** Gives every request those whom the program has handed in: who writes down what became of it, and who shows problems to people. */
final class Seams implements Handler<RoutingContext> {

    static final String WITNESS = "ronda.witness";
    static final String PAGES = "ronda.problem-pages";

    /** The rule that has refused the request. */
    static final String REFUSING = "ronda.refusing-rule";

    private final Witness witness;
    private final @Nullable ProblemPages pages;

    Seams(Witness witness, @Nullable ProblemPages pages) {
        this.witness = witness;
        this.pages = pages;
    }

    @Override
    public void handle(RoutingContext ctx) {
        ctx.put(WITNESS, witness);
        if (pages != null) {
            ctx.put(PAGES, pages);
        }
        ctx.next();
    }
}
