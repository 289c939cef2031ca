package id.ronda.identity.session;

import id.ronda.identity.AccountId;
import id.ronda.identity.AuditAction;
import id.ronda.identity.AuditEvent;
import id.ronda.identity.Caller;
import id.ronda.identity.Change;
import id.ronda.identity.Reason;
import id.ronda.identity.Session;
import id.ronda.identity.SessionId;
import id.ronda.identity.Sessions;
import id.ronda.identity.credential.Digest;
import id.ronda.identity.store.Acting;
import id.ronda.identity.store.CallerCache;
import id.ronda.identity.store.ReachRows;
import id.ronda.kernel.Secret;
import id.ronda.kernel.database.Database;
import id.ronda.kernel.database.Lane;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Where sessions are recognised, listed and revoked. */
public final class SessionDesk implements Sessions {

    private final Database database;
    private final Acting acting;
    private final SessionStore sessions;
    private final CallerCache callers;
    private final InstantSource clock;

    /** A desk over the database; what it ends is forgotten by the cache. */
    public SessionDesk(
            Database database, Acting acting, SessionStore sessions, CallerCache callers, InstantSource clock) {
        this.database = database;
        this.acting = acting;
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
    public Future<Boolean> revoke(Caller.Person self, SessionId id) {
        return acting.call(self, handle -> {
            boolean ended = sessions.delete(handle, self.account(), id) > 0;
            if (ended) {
                ended(handle, self.account(), self.displayName(), 1);
            }
            return ended;
        });
    }

    @Override
    public Future<Change<Integer>> revokeAll(Caller by, AccountId account) {
        return acting.call(by, handle -> {
            Optional<String> name = name(handle, account);
            if (name.isEmpty()) {
                return new Change.Unknown<>();
            }
            boolean own = by instanceof Caller.Person self && self.account().equals(account);
            if (!own && !ReachRows.covers(handle, by, account)) {
                return Change.refused("", Reason.BEYOND_OWN_RIGHTS);
            }
            int ended = sessions.deleteAll(handle, account);
            if (ended > 0) {
                ended(handle, account, name.get(), ended);
            }
            return new Change.Done<>(ended);
        });
    }

    private static Optional<String> name(Handle handle, AccountId account) {
        return handle.createQuery("select display_name from identity.account where id = :id")
                .bind("id", account.value())
                .mapTo(String.class)
                .findOne();
    }

    private void ended(Handle handle, AccountId account, String name, int count) {
        callers.forgetAfter(handle);
        acting.note(
                handle,
                AuditEvent.of(AuditAction.SESSION_REVOKED, "account", account.toString(), name)
                        .with("sessions", count));
    }
}
