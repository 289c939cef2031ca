package id.ronda.identity.session;

import id.ronda.identity.AccountId;
import id.ronda.identity.Caller;
import id.ronda.identity.Session;
import id.ronda.identity.SessionId;
import id.ronda.identity.Sessions;
import id.ronda.identity.credential.Digest;
import id.ronda.identity.store.CallerCache;
import id.ronda.kernel.Secret;
import id.ronda.kernel.database.Database;
import id.ronda.kernel.database.Lane;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Where sessions are recognised, listed and revoked. */
public final class SessionDesk implements Sessions {

    private final Database database;
    private final SessionStore sessions;
    private final CallerCache callers;
    private final InstantSource clock;

    /** A desk over the database; what it ends is forgotten by the cache. */
    public SessionDesk(Database database, SessionStore sessions, CallerCache callers, InstantSource clock) {
        this.database = database;
        this.sessions = sessions;
        this.callers = callers;
        this.clock = clock;
    }

    @Override
    public Future<Caller> caller(Secret session) {
        byte[] hash = Digest.of(session);
        Optional<Caller> known = callers.fresh(hash);
        return known.isPresent()
                ? Future.succeededFuture(known.get())
                : database.call(
                        Lane.EDITS,
                        handle -> callers.get(
                                hash,
                                () -> sessions.caller(handle, hash, clock.instant())
                                        .orElseGet(Caller::nobody)));
    }

    @Override
    public Future<List<Session>> of(AccountId account) {
        return database.call(Lane.EDITS, handle -> sessions.of(handle, account, clock.instant()));
    }

    @Override
    public Future<Boolean> revoke(AccountId account, SessionId id) {
        return database.call(Lane.EDITS, handle -> {
            callers.forgetAfter(handle);
            return sessions.delete(handle, account, id) > 0;
        });
    }

    @Override
    public Future<Integer> revokeAll(AccountId account) {
        return database.call(Lane.EDITS, handle -> {
            callers.forgetAfter(handle);
            return sessions.deleteAll(handle, account);
        });
    }
}
