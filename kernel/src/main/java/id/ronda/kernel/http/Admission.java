package id.ronda.kernel.http;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds the caller of every request before its route is. A token that is not known is refused everywhere, also where nobody needs one. */
final class Admission implements Handler<RoutingContext> {

    static final String CALLER = "ronda.caller";
    static final String AGAIN = "ronda.caller.again";
    private static final String BEARER = "bearer ";

    private final Gatekeeper gatekeeper;
    private final RateLimiting limits;

    Admission(Gatekeeper gatekeeper, RateLimiting limits) {
        this.gatekeeper = gatekeeper;
        this.limits = limits;
    }

    @Override
    public void handle(RoutingContext ctx) {
        // What follows must not lose the body while the caller is looked for.
        ctx.request().pause();
        Supplier<Future<Caller>> again = () -> find(ctx).map(found -> found.orElse(Caller.ANONYMOUS));
        ctx.put(AGAIN, again);
        find(ctx).onFailure(ctx::fail).onSuccess(found -> admit(ctx, found));
    }

    private Future<Optional<Caller>> find(RoutingContext ctx) {
        List<String> credentials = ctx.request().headers().getAll(HttpHeaders.AUTHORIZATION);
        return credentials.isEmpty() ? gatekeeper.bySession(ctx).map(Optional::of) : byToken(credentials, ctx);
    }

    private Future<Optional<Caller>> byToken(List<String> credentials, RoutingContext ctx) {
        String credential = credentials.getFirst();
        return credentials.size() == 1 && credential.toLowerCase(Locale.ROOT).startsWith(BEARER)
                ? gatekeeper.byToken(credential.substring(BEARER.length()).strip(), ctx)
                : Future.succeededFuture(Optional.empty());
    }

    private void admit(RoutingContext ctx, Optional<Caller> caller) {
        ctx.request().resume();
        if (caller.isPresent()) {
            ctx.put(CALLER, caller.get());
            ctx.next();
            return;
        }
        if (limits.admits(ctx)) {
            ctx.response().putHeader("WWW-Authenticate", "Bearer");
            Problems.send(ctx, Problem.of(401, "unauthorized", "The token is not known.", null));
        }
    }
}
