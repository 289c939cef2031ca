package id.ronda.testkit;

import id.ronda.kernel.http.Caller;
import id.ronda.kernel.http.Gatekeeper;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The gate of a server under test where callers are known by name: the token is the name. Whoever has no token is one of them too. */
public final class TestingGate implements Gatekeeper {

    private final Caller withoutToken;
    private final Map<String, Caller> callers = new ConcurrentHashMap<>();

    /** @param withoutToken who makes a request that names nobody */
    public TestingGate(Caller withoutToken) {
        this.withoutToken = withoutToken;
    }

    /** From now on the token of that name is that caller's. */
    public void know(String token, Caller caller) {
        callers.put(token, caller);
    }

    /** From now on nobody has that token. */
    public void forget(String token) {
        callers.remove(token);
    }

    @Override
    public Future<Optional<Caller>> byToken(String token, RoutingContext ctx) {
        return Future.succeededFuture(Optional.ofNullable(callers.get(token)));
    }

    @Override
    public Future<Caller> bySession(RoutingContext ctx) {
        return Future.succeededFuture(withoutToken);
    }

    @Override
    public String signInPath() {
        return "/masuk";
    }
}
