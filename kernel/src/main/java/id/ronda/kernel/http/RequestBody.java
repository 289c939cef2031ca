package id.ronda.kernel.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Takes in the body, as long as it is not too large for its kind and does not come too slowly. */
final class RequestBody implements Handler<RoutingContext> {

    /** JSON becomes a tree many times its size; a CSV text does not. */
    private static final long LARGEST_JSON = 1L << 20;

    private static final String DEADLINE = "ronda.body.deadline";

    private final Vertx vertx;
    private final long millis;
    private final BodyHandler ofJson;
    private final BodyHandler ofOthers;
    private final MeterRegistry meters;

    RequestBody(Vertx vertx, HttpConfig config, MeterRegistry meters) {
        this.vertx = vertx;
        this.millis = config.patience().toMillis();
        this.ofJson = BodyHandler.create(false).setBodyLimit(Math.min(LARGEST_JSON, config.bodyLimit()));
        this.ofOthers = BodyHandler.create(false).setBodyLimit(config.bodyLimit());
        this.meters = meters;
    }

    @Override
    public void handle(RoutingContext ctx) {
        long deadline = vertx.setTimer(millis, late -> giveUp(ctx));
        ctx.put(DEADLINE, deadline);
        ctx.addEndHandler(ended -> vertx.cancelTimer(deadline));
        (isJson(ctx) ? ofJson : ofOthers).handle(ctx);
    }

    /** Behind the body: all of it is here. */
    void arrived(RoutingContext ctx) {
        @Nullable Long deadline = ctx.remove(DEADLINE);
        if (deadline != null) {
            vertx.cancelTimer(deadline);
        }
        ctx.next();
    }

    private void giveUp(RoutingContext ctx) {
        meters.counter("ronda.http.slow", "part", "body").increment();
        ctx.response().putHeader(HttpHeaders.CONNECTION, "close");
        ctx.addEndHandler(ended -> ctx.request().connection().close());
        ctx.fail(408);
    }

    private static boolean isJson(RoutingContext ctx) {
        @Nullable String type = ctx.request().getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("application/json");
    }
}
