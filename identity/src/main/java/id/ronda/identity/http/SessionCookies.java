package id.ronda.identity.http;

import id.ronda.identity.Client;
import id.ronda.identity.OidcSettings;
import id.ronda.identity.oidc.OidcDesk;
import id.ronda.kernel.Secret;
import id.ronda.kernel.http.RequestOrigin;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The cookies of a browser: the session's id, for every path, which ends with the browser; the device's, by which a browser that
 * signed in before is not slowed down by strangers' guesses, for the sign-in alone; and, while a sign-in with a provider runs, what it
 * keeps of it. No script reads one, and no foreign page sends them with more than a link. Over TLS their names have the prefixes that
 * keep a browser from taking them from anywhere else (draft-ietf-httpbis-rfc6265bis, 4.1.3), and no other name is then read.
 */
final class SessionCookies {

    static final String SIGN_IN = "/api/v1/session";
    private static final String SESSION = "ronda_session";
    private static final String DEVICE = "ronda_device";
    private static final String ATTEMPT = "ronda_oidc";
    private static final String PENDING = "ronda_pending";
    private static final Duration PENDING_AGE = Duration.ofMinutes(5);
    private static final String OF_THIS_HOST = "__Host-";
    private static final String OF_TLS = "__Secure-";
    private static final Duration DEVICE_AGE = Duration.ofDays(180);

    private SessionCookies() {}

    /** The session that the browser says it has. */
    static Optional<Secret> session(RoutingContext ctx) {
        return Optional.ofNullable(value(ctx, SESSION));
    }

    /** From where the request comes. */
    static Client client(RoutingContext ctx) {
        String agent = Objects.requireNonNullElse(ctx.request().getHeader(HttpHeaders.USER_AGENT), "");
        return new Client(RequestOrigin.of(ctx).address(), agent, value(ctx, DEVICE));
    }

    /** The session's is for every path of this host and no other: the stronger prefix holds. It allows no path of its own. */
    private static String name(RoutingContext ctx, String word) {
        if (!isSecure(ctx)) {
            return word;
        }
        return (word.equals(SESSION) ? OF_THIS_HOST : OF_TLS) + word;
    }

    private static boolean isSecure(RoutingContext ctx) {
        return RequestOrigin.of(ctx).secure();
    }

    private static @Nullable Secret value(RoutingContext ctx, String word) {
        Cookie cookie = ctx.request().getCookie(name(ctx, word));
        return cookie == null || cookie.getValue().isEmpty() ? null : new Secret(cookie.getValue());
    }

    static void give(RoutingContext ctx, Secret session, Secret device) {
        if (pending(ctx).isPresent()) {
            ctx.response().addCookie(cookie(ctx, PENDING, "", SIGN_IN).setMaxAge(0));
        }
        ctx.response().addCookie(cookie(ctx, SESSION, session.reveal(), "/"));
        ctx.response().addCookie(cookie(ctx, DEVICE, device.reveal(), SIGN_IN).setMaxAge(DEVICE_AGE.toSeconds()));
    }

    static void takeSession(RoutingContext ctx) {
        ctx.response().addCookie(cookie(ctx, SESSION, "", "/").setMaxAge(0));
    }

    /** The sign-in with a provider that this browser has begun. */
    static Optional<Secret> attempt(RoutingContext ctx) {
        return Optional.ofNullable(value(ctx, ATTEMPT));
    }

    static void giveAttempt(RoutingContext ctx, Secret attempt) {
        ctx.response()
                .addCookie(cookie(ctx, ATTEMPT, attempt.reveal(), OidcSettings.BEGIN)
                        .setMaxAge(OidcDesk.attemptLife().toSeconds()));
    }

    static void takeAttempt(RoutingContext ctx) {
        ctx.response().addCookie(cookie(ctx, ATTEMPT, "", OidcSettings.BEGIN).setMaxAge(0));
    }

    /** A first step that a provider has taken; a page that was redirected to has no other way to it. */
    static Optional<Secret> pending(RoutingContext ctx) {
        return Optional.ofNullable(value(ctx, PENDING));
    }

    static void givePending(RoutingContext ctx, Secret pending) {
        ctx.response().addCookie(cookie(ctx, PENDING, pending.reveal(), SIGN_IN).setMaxAge(PENDING_AGE.toSeconds()));
    }

    private static Cookie cookie(RoutingContext ctx, String word, String value, String path) {
        return Cookie.cookie(name(ctx, word), value)
                .setPath(path)
                .setHttpOnly(true)
                .setSecure(isSecure(ctx))
                // Strict would sign out whoever follows a link of a notification.
                .setSameSite(CookieSameSite.LAX);
    }
}
