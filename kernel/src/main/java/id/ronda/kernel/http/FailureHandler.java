package id.ronda.kernel.http;

import id.ronda.kernel.database.DatabaseAway;
import id.ronda.kernel.database.DatabaseBusy;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever failed into a {@link Problem}; only what nobody expected is logged, and never told to the client. */
final class FailureHandler implements Handler<RoutingContext> {

    private static final Logger LOG = LoggerFactory.getLogger(FailureHandler.class);
    private static final String SECONDS_UNTIL_FREE = "1";
    private static final String SECONDS_UNTIL_BACK = "5";

    private final Router router;

    FailureHandler(Router router) {
        this.router = router;
    }

    @Override
    public void handle(RoutingContext ctx) {
        switch (ctx.failure()) {
            case DatabaseBusy busy -> {
                ctx.response().putHeader(HttpHeaders.RETRY_AFTER, SECONDS_UNTIL_FREE);
                Problems.send(ctx, Problem.of(503, "busy", "Too much is asked at once; try again.", null));
            }
            case DatabaseAway away -> {
                ctx.response().putHeader(HttpHeaders.RETRY_AFTER, SECONDS_UNTIL_BACK);
                Problems.send(ctx, Problem.of(503, "database-away", "The database is away; try again.", null));
            }
            case null, default -> Problems.send(ctx, byStatus(ctx));
        }
    }

    private Problem byStatus(RoutingContext ctx) {
        int status = ctx.statusCode() < 400 ? 500 : ctx.statusCode();
        if (status == 500) {
            LOG.error("{} {} failed", ctx.request().method(), ctx.request().path(), ctx.failure());
        }
        return switch (status) {
            case 400 -> Problem.of(400, "unreadable", "The request cannot be read.", null);
            case 401 -> Problem.of(401, "unauthorized", "The token is not known.", null);
            case 403 -> Problem.of(403, "forbidden", "This is not allowed.", null);
            case 404 -> Problem.of(404, "not-found", "There is no such thing.", null);
            case 405 -> notAllowed(ctx);
            case 406 -> Problem.of(406, "not-acceptable", "There is no such representation.", null);
            case 408 -> Problem.of(408, "too-slow", "The body took too long to come in.", null);
            case 413 -> Problem.of(413, "too-large", "The body is too large.", null);
            case 415 -> Problem.of(415, "media-type", "The body must be application/json or text/csv.", null);
            case 500 -> Problem.of(500, "internal", "Something is broken; the log of the server says what.", null);
            default -> Problem.of(status, "http-" + status, "The request was refused.", null);
        };
    }

    /** RFC 9110 section 15.5.6: the answer must name the methods that are allowed. */
    private Problem notAllowed(RoutingContext ctx) {
        String allowed = AllowedMethods.of(router, ctx.normalizedPath());
        if (!allowed.isEmpty()) {
            ctx.response().putHeader(HttpHeaders.ALLOW, allowed);
        }
        return Problem.of(405, "method", "This method is not allowed here.", null);
    }
}
