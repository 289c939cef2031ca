package id.ronda.kernel.http;

import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;

/**
 * Puts the headers on every answer that keep a browser from doing more with it than showing it. What a route wants kept by the browser
 * says so itself; everything else is for this once.
 */
final class SecurityHeaders implements Handler<RoutingContext> {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final String NO_FEATURES =
            "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(),"
                    + " magnetometer=(), microphone=(), midi=(), payment=(), usb=()";

    /** One year (RFC 6797). */
    private static final String TLS_ONLY = "max-age=31536000";

    @Override
    public void handle(RoutingContext ctx) {
        MultiMap headers = ctx.response().headers();
        headers.set("Content-Security-Policy", POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Permissions-Policy", NO_FEATURES);
        headers.set("Cache-Control", "no-store");
        RequestOrigin from = RequestOrigin.of(ctx);
        // To a browser localhost is one host whatever its port: other programs of this machine would be locked out.
        if (from.secure()
                && from.authority() != null
                && !LoopbackName.isLoopback(from.authority().host())) {
            headers.set("Strict-Transport-Security", TLS_ONLY);
        }
        ctx.next();
    }
}
