package id.ronda.kernel.http;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Who makes a request, as far as a route must know. Immutable. */
public interface Caller {

    /** Somebody who has shown neither session nor token. */
    Caller ANONYMOUS = new Caller() {
        @Override
        public boolean isKnown() {
            return false;
        }

        @Override
        public boolean may(Permission permission) {
            return false;
        }
    };

    /** Whether it is a person or a service that is known here. */
    boolean isKnown();

    /** Whether a role gives that to the caller, somewhere; what of it is seen is the scope's affair. */
    boolean may(Permission permission);

    /** What people call the caller; empty for nobody. */
    default String name() {
        return "";
    }

    /** The session or token by which the caller is known, under a name that is no secret; the same in all its requests. */
    default String credential() {
        return name();
    }

    /** A page to which a person must go before any other, such as the one for a new password; null: none. */
    default @Nullable String mustVisit() {
        return null;
    }

    /** The caller of this request as he is by now, for an answer that goes on: rights are taken and sessions end meanwhile. */
    static Future<Caller> again(RoutingContext ctx) {
        Supplier<Future<Caller>> find = ctx.get(Admission.AGAIN);
        return find == null ? Future.succeededFuture(ANONYMOUS) : find.get();
    }

    /** The caller of this request; anonymous before it was looked for. */
    static Caller of(RoutingContext ctx) {
        return Objects.requireNonNullElse(ctx.<Caller>get(Admission.CALLER), ANONYMOUS);
    }
}
