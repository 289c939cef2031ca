package id.ronda.identity.http;

import id.ronda.identity.Caller;
import id.ronda.identity.Requester;
import id.ronda.identity.Sessions;
import id.ronda.identity.Tokens;
import id.ronda.kernel.Secret;
import id.ronda.kernel.http.ApiToken;
import id.ronda.kernel.http.Gatekeeper;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Knows people by their sessions and scripts by their tokens; whoever reads the server's own token file may everything. */
public final class IdentityGatekeeper implements Gatekeeper {

    private static final Caller SERVER = Caller.Service.ofServer("token-file");

    private final Sessions sessions;
    private final Tokens tokens;
    private final ApiToken ofThisRun;

    /**
     * A gate.
     *
     * @param ofThisRun the token in the token file, if one was asked for
     */
    public IdentityGatekeeper(Sessions sessions, Tokens tokens, ApiToken ofThisRun) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.ofThisRun = ofThisRun;
    }

    @Override
    public Future<Optional<id.ronda.kernel.http.Caller>> byToken(String token, RoutingContext ctx) {
        return ofThisRun.matches(token)
                ? Future.succeededFuture(Optional.of(new Requester(SERVER)))
                : tokens.caller(new Secret(token)).map(IdentityGatekeeper::known);
    }

    private static Optional<id.ronda.kernel.http.Caller> known(Caller caller) {
        return caller instanceof Caller.Anonymous ? Optional.empty() : Optional.of(new Requester(caller));
    }

    @Override
    public Future<id.ronda.kernel.http.Caller> bySession(RoutingContext ctx) {
        return SessionCookies.session(ctx)
                .map(id -> sessions.caller(id).<id.ronda.kernel.http.Caller>map(Requester::new))
                .orElseGet(() -> Future.succeededFuture(id.ronda.kernel.http.Caller.ANONYMOUS));
    }

    @Override
    public String signInPath() {
        return "/masuk";
    }
}
