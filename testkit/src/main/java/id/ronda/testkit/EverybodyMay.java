package id.ronda.testkit;

import id.ronda.kernel.http.Caller;
import id.ronda.kernel.http.Gatekeeper;
import id.ronda.kernel.http.Permission;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** The gate of a server under test whose routes are looked at without anybody signing in: nobody is known, everybody may. */
public final class EverybodyMay implements Gatekeeper {

    private static final Caller SOMEBODY = new Caller() {
        @Override
        public boolean isKnown() {
            return true;
        }

        @Override
        public boolean may(Permission permission) {
            return true;
        }
    };

    @Override
    public Future<Optional<Caller>> byToken(String token, RoutingContext ctx) {
        return Future.succeededFuture(Optional.of(SOMEBODY));
    }

    @Override
    public Future<Caller> bySession(RoutingContext ctx) {
        return Future.succeededFuture(SOMEBODY);
    }

    @Override
    public String signInPath() {
        return "/masuk";
    }
}
