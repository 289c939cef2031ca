package id.ronda.kernel.http;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/**
 * Finds out who makes a request. The kernel asks, the module that knows people answers: by a token in {@code Authorization}, by the
 * cookie of a session.
 */
public interface Gatekeeper {

    /**
     * The caller of that token, empty if the token is not known, is expired or revoked.
     *
     * @param ctx for the address from which it comes
     */
    Future<Optional<Caller>> byToken(String token, RoutingContext ctx);

    /** The caller of the request's session; {@link Caller#ANONYMOUS} if it has none or one that has ended. */
    Future<Caller> bySession(RoutingContext ctx);

    /** Where a person signs in who opens a page without a session: a path, to which the page's own is added as {@code ?to=}. */
    String signInPath();
}
