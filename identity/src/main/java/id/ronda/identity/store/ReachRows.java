package id.ronda.identity.store;

import id.ronda.identity.Account;
import id.ronda.identity.AccountId;
import id.ronda.identity.Caller;
import id.ronda.identity.Right;
import id.ronda.identity.Scope;
import id.ronda.identity.UnitId;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Whom somebody sees and whom he may edit: accounts of units in his scope that may nothing he may not. Otherwise who resets passwords could
 * become administrator.
 */
public final class ReachRows {

    private ReachRows() {}

    /** Of which units he sees the accounts: he who edits them sees them. */
    public static Scope seen(Caller by) {
        return by.scope(Right.USER_READ).and(by.scope(Right.USER_WRITE));
    }

    /** Whether he sees this account; to him who does not there is none. */
    public static boolean sees(Caller by, Account account) {
        return seen(by).covers(account.draft().unit());
    }

    /** Whether he may edit this account; false if there is none. */
    public static boolean covers(Handle handle, Caller by, AccountId target) {
        List<Long> units = handle.createQuery("select coalesce(unit_id, 0) from identity.account where id = :id")
                .bind("id", target.value())
                .mapTo(Long.class)
                .list();
        return !units.isEmpty()
                && by.can(Right.USER_WRITE, unit(units.getFirst()))
                && by.grants().include(GrantRows.of(handle, target));
    }

    private static @Nullable UnitId unit(long id) {
        return id == 0 ? null : new UnitId(id);
    }
}
