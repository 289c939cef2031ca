package id.ronda.identity.http;

import id.ronda.identity.Client;
import id.ronda.kernel.Secret;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The two cookies of a browser: the session's id, for every path, which ends with the browser; and the device's, by which a browser that
 * signed in before is not slowed down by strangers' guesses, for the sign-in alone. No script reads either, and no foreign page
 * sends them with more than a link.
 */
final class SessionCookies {

    static final String SIGN_IN = "/api/v1/session";
    private static final String SESSION = "ronda_session";
    private static final String DEVICE = "ronda_device";
    private static final Duration DEVICE_AGE = Duration.ofDays(180);

    private SessionCookies() {}

    /** The session that the browser says it has. */
    static Optional<Secret> session(RoutingContext ctx) {
        return Optional.ofNullable(value(ctx, SESSION));
    }

    /** From where the request comes. */
    static Client client(RoutingContext ctx) {
        String agent = Objects.requireNonNullElse(ctx.request().getHeader(HttpHeaders.USER_AGENT), "");
        return new Client(ctx.request().remoteAddress().hostAddress(), agent, value(ctx, DEVICE));
    }

    private static @Nullable Secret value(RoutingContext ctx, String name) {
        Cookie cookie = ctx.request().getCookie(name);
        return cookie == null || cookie.getValue().isEmpty() ? null : new Secret(cookie.getValue());
    }

    static void give(RoutingContext ctx, Secret session, Secret device) {
        ctx.response().addCookie(cookie(ctx, SESSION, session.reveal(), "/"));
        ctx.response().addCookie(cookie(ctx, DEVICE, device.reveal(), SIGN_IN).setMaxAge(DEVICE_AGE.toSeconds()));
    }

    static void takeSession(RoutingContext ctx) {
        ctx.response().addCookie(cookie(ctx, SESSION, "", "/").setMaxAge(0));
    }

    private static Cookie cookie(RoutingContext ctx, String name, String value, String path) {
        return Cookie.cookie(name, value)
                .setPath(path)
                .setHttpOnly(true)
                .setSecure(ctx.request().isSSL())
                // Strict would sign out whoever follows a link of a notification.
                .setSameSite(CookieSameSite.LAX);
    }
}
