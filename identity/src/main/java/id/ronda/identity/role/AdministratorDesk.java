package id.ronda.identity.role;

import id.ronda.identity.Change;
import id.ronda.identity.Reason;
import id.ronda.identity.Right;
import id.ronda.identity.store.ActiveAccount;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Sees to it that somebody is left who can let others in: an active account without an end, for everything. */
public final class AdministratorDesk {

    private static final String BEFORE = "before";

    private final InstantSource clock;

    /** @param clock tells which accounts are active */
    public AdministratorDesk(InstantSource clock) {
        this.clock = clock;
    }

    /** Does an edit unless it takes away the last administrator; then it is undone. */
    public <T> Change<T> keeping(Handle handle, Callable<Change<T>> edit) throws Exception {
        return keeping(handle, edit, reason -> Change.refused("", reason));
    }

    /** The same for other kinds of results. */
    public <R> R keeping(Handle handle, Callable<R> edit, Function<Reason, R> refusal) throws Exception {
        // Two edits at the same time could each see the other's administrator.
        handle.execute("lock table identity.role_grant in share row exclusive mode");
        boolean before = present(handle);
        handle.savepoint(BEFORE);
        R result = edit.call();
        if (!before || present(handle)) {
            handle.releaseSavepoint(BEFORE);
            return result;
        }
        handle.rollbackToSavepoint(BEFORE);
        return refusal.apply(Reason.LAST_ADMINISTRATOR);
    }

    /** Whether there is one. */
    public boolean present(Handle handle) {
        return handle.createQuery("""
                        select exists (
                            select from identity.account a join identity.role_grant g on g.account_id = a.id
                            where g.unit_id is null and a.valid_until is null and %s
                            and (select count(*) from identity.role_right x
                                 where x.role_id = g.role_id and x.name in (:user_write, :role_write)) = 2)
                        """.formatted(ActiveAccount.SQL))
                .bind("now", clock.instant())
                .bind("user_write", Right.USER_WRITE.text())
                .bind("role_write", Right.ROLE_WRITE.text())
                .mapTo(Boolean.class)
                .one();
    }
}
