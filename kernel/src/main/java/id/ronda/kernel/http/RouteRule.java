package id.ronda.kernel.http;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Who may call a route. Every route has one: {@link GuardedRouter} takes none without. */
public sealed interface RouteRule {

    /** Everybody, without a sign-in: health, the sign-in itself, the files that its page loads. */
    RouteRule OPEN = new Open();

    /** Whoever is signed in, for what is the caller's own. */
    RouteRule SIGNED_IN = new SignedIn();

    /** Whoever has that permission. */
    static RouteRule needs(Permission permission) {
        return new Needs(permission);
    }

    /** The rule that has refused this request; empty if none has. */
    static Optional<RouteRule> refusing(RoutingContext ctx) {
        return Optional.ofNullable(ctx.get(Seams.REFUSING));
    }

    /** Whether the caller may. */
    boolean admits(Caller caller);

    /** One word, or the permission's code, for the table of rights. */
    String text();

    /** See {@link #OPEN}. */
    record Open() implements RouteRule {
        @Override
        public boolean admits(Caller caller) {
            return true;
        }

        @Override
        public String text() {
            return "open";
        }
    }

    /** See {@link #SIGNED_IN}. */
    record SignedIn() implements RouteRule {
        @Override
        public boolean admits(Caller caller) {
            return caller.isKnown();
        }

        @Override
        public String text() {
            return "signed-in";
        }
    }

    /** See {@link #needs}. */
    record Needs(Permission permission) implements RouteRule {
        @Override
        public boolean admits(Caller caller) {
            return caller.may(permission);
        }

        @Override
        public String text() {
            return permission.code();
        }
    }
}
