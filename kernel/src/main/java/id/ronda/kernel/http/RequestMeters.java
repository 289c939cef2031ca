package id.ronda.kernel.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.TimeUnit;

/** Measures how long answers take, by status; the path is left out because its ids would make endless series. */
final class RequestMeters implements Handler<RoutingContext> {

    private final MeterRegistry meters;

    RequestMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void handle(RoutingContext ctx) {
        long started = System.nanoTime();
        ctx.addEndHandler(ended -> meters.timer(
                        "ronda.http.requests",
                        "status",
                        String.valueOf(ctx.response().getStatusCode()))
                .record(System.nanoTime() - started, TimeUnit.NANOSECONDS));
        ctx.next();
    }
}
