package id.ronda.kernel.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Lets through whom the rule admits. Others are told 401 or 403; a person who opens a page is led to the sign-in. */
final class Guard implements Handler<RoutingContext> {

    private final RouteRule rule;
    private final String signInPath;

    Guard(RouteRule rule, String signInPath) {
        this.rule = rule;
        this.signInPath = signInPath;
    }

    @Override
    public void handle(RoutingContext ctx) {
        Caller caller = Caller.of(ctx);
        if (rule.admits(caller)) {
            ctx.next();
        } else if (caller.mustVisit() != null && Navigation.is(ctx)) {
            lead(ctx, caller.mustVisit());
        } else if (caller.isKnown()) {
            refuse(ctx, rule);
        } else if (Navigation.is(ctx)) {
            lead(ctx, signInPath + "?to=" + here(ctx));
        } else {
            ctx.response().putHeader("WWW-Authenticate", "Bearer");
            Problems.send(ctx, Problem.of(401, "unauthorized", "Sign in, or send a token.", null));
        }
    }

    private static void lead(RoutingContext ctx, String path) {
        ctx.response()
                .setStatusCode(303)
                .putHeader(HttpHeaders.LOCATION, path)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end();
    }

    /** Says no to a caller who is known, in one way everywhere. */
    static void refuse(RoutingContext ctx, RouteRule rule) {
        ctx.put(Seams.REFUSING, rule);
        Witness.of(ctx).refused(ctx, rule);
        Problems.send(
                ctx, Problem.of(403, "forbidden", "This is not allowed.", "It needs the right " + rule.text() + "."));
    }

    private static String here(RoutingContext ctx) {
        return URLEncoder.encode(ctx.request().uri(), StandardCharsets.UTF_8);
    }
}
