package id.ronda.kernel.http;

import id.ronda.kernel.limit.RateLimiter;
import id.ronda.kernel.limit.RateLimits;
import id.ronda.kernel.net.IpAddress;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Set;

/**
 * Lets a caller ask as often as he may: whoever is known by his session or token, so that nobody else's guesses slow him down; others
 * by their address. Answers of the API say what is left (draft-ietf-httpapi-ratelimit-headers-10).
 */
final class RateLimiting implements Handler<RoutingContext> {

    /** What a machine asks that must not be fooled by somebody else's flood. */
    private static final Set<String> HEALTH = Set.of("/healthz", "/readyz");

    private final RateLimiter callers;
    private final RateLimiter strangers;
    private final MeterRegistry meters;

    RateLimiting(RateLimits limits, MeterRegistry meters) {
        callers = new RateLimiter(limits.caller(), System::nanoTime);
        strangers = new RateLimiter(limits.stranger(), System::nanoTime);
        this.meters = meters;
    }

    @Override
    public void handle(RoutingContext ctx) {
        if (admits(ctx)) {
            ctx.next();
        }
    }

    /** Counts the request; false if it has been answered with 429. */
    boolean admits(RoutingContext ctx) {
        if (HEALTH.contains(ctx.normalizedPath())) {
            return true;
        }
        Caller caller = Caller.of(ctx);
        return caller.isKnown()
                ? admits(ctx, "caller", callers, caller.credential())
                : admits(
                        ctx,
                        "stranger",
                        strangers,
                        IpAddress.network(RequestOrigin.of(ctx).address()));
    }

    private boolean admits(RoutingContext ctx, String who, RateLimiter limiter, String name) {
        RateLimiter.Verdict verdict = limiter.take(name);
        if (!verdict.admitted() || ctx.normalizedPath().startsWith("/api/")) {
            show(ctx.response(), who, limiter, verdict);
        }
        if (!verdict.admitted()) {
            meters.counter("ronda.http.limited", "who", who).increment();
            refuse(ctx, verdict.retryAfter());
        }
        return verdict.admitted();
    }

    private static void show(
            HttpServerResponse response, String who, RateLimiter limiter, RateLimiter.Verdict verdict) {
        response.putHeader(
                "RateLimit-Policy",
                "\"%s\";q=%d;w=%d".formatted(who, limiter.rate().burst(), limiter.window()));
        response.putHeader("RateLimit", "\"%s\";r=%d;t=%d".formatted(who, verdict.remaining(), limiter.window()));
    }

    private static void refuse(RoutingContext ctx, Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        ctx.response().putHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        Problems.send(
                ctx,
                Problem.of(429, "too-many-requests", "Too much is asked.", "Try again in " + seconds + " seconds."));
    }
}
