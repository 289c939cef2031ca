package id.ronda.kernel.http;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Knows the administrator's token of this run and nobody else; whoever shows it may everything. */
public final class TokenGatekeeper implements Gatekeeper {

    private static final Caller ADMINISTRATOR = new Caller() {
        @Override
        public boolean isKnown() {
            return true;
        }

        @Override
        public boolean may(Permission permission) {
            return true;
        }
    };

    private final ApiToken token;

    public TokenGatekeeper(ApiToken token) {
        this.token = token;
    }

    @Override
    public Future<Optional<Caller>> byToken(String presented, RoutingContext ctx) {
        return Future.succeededFuture(token.matches(presented) ? Optional.of(ADMINISTRATOR) : Optional.empty());
    }

    @Override
    public Future<Caller> bySession(RoutingContext ctx) {
        return Future.succeededFuture(Caller.ANONYMOUS);
    }

    @Override
    public String signInPath() {
        return "/masuk";
    }
}
