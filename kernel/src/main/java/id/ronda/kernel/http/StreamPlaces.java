package id.ronda.kernel.http;

import id.ronda.kernel.limit.Places;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** Lets each session and each token keep only so many answers open that never end. */
final class StreamPlaces implements Handler<RoutingContext> {

    private static final String SECONDS_UNTIL_FREE = "30";

    private final Places places;
    private final MeterRegistry meters;

    StreamPlaces(int each, MeterRegistry meters) {
        this.places = new Places(each);
        this.meters = meters;
    }

    @Override
    public void handle(RoutingContext ctx) {
        String caller = Caller.of(ctx).credential();
        if (places.take(caller)) {
            ctx.addEndHandler(ended -> places.free(caller));
            ctx.next();
            return;
        }
        meters.counter("ronda.http.limited", "who", "stream").increment();
        ctx.response().putHeader(HttpHeaders.RETRY_AFTER, SECONDS_UNTIL_FREE);
        Problems.send(
                ctx, Problem.of(429, "too-many-streams", "Too many pages are open at once.", "Close one of them."));
    }
}
