package id.ronda.kernel.http;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/** {@code /healthz}, {@code /readyz} and {@code /metrics}. */
final class OperationsRoutes implements Routes {

    private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final Vertx vertx;
    private final Readiness readiness;
    private final PrometheusMeterRegistry meters;

    OperationsRoutes(Vertx vertx, Readiness readiness, PrometheusMeterRegistry meters) {
        this.vertx = vertx;
        this.readiness = readiness;
        this.meters = meters;
    }

    @Override
    public void mount(GuardedRouter router) {
        router.get("/healthz", RouteRule.OPEN).handler(ctx -> Answers.json(ctx, 200, Map.of("status", "up")));
        router.get("/readyz", RouteRule.OPEN).handler(this::ready);
        router.get("/metrics", RouteRule.OPEN).handler(this::metrics);
    }

    private void ready(RoutingContext ctx) {
        readiness
                .look()
                .onFailure(ctx::fail)
                .onSuccess(answer -> Answers.json(ctx, answer.isReady() ? 200 : 503, answer));
    }

    private void metrics(RoutingContext ctx) {
        vertx.executeBlocking(() -> meters.scrape(), false)
                .onFailure(ctx::fail)
                .onSuccess(text -> ctx.response()
                        .putHeader(HttpHeaders.CONTENT_TYPE, PROMETHEUS_TEXT)
                        .end(text));
    }
}
