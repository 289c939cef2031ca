package id.ronda.identity.account;

import id.ronda.identity.Account;
import id.ronda.identity.AccountDraft;
import id.ronda.identity.AccountFilter;
import id.ronda.identity.AccountId;
import id.ronda.identity.Accounts;
import id.ronda.identity.Belonging;
import id.ronda.identity.Caller;
import id.ronda.identity.Change;
import id.ronda.identity.FieldReason;
import id.ronda.identity.HandoverDecision;
import id.ronda.identity.HandoverResult;
import id.ronda.identity.OneTimePassword;
import id.ronda.identity.Reason;
import id.ronda.identity.Right;
import id.ronda.identity.UnitId;
import id.ronda.identity.role.AdministratorDesk;
import id.ronda.identity.store.ReachRows;
import id.ronda.kernel.Page;
import id.ronda.kernel.Secret;
import id.ronda.kernel.database.Lane;
import id.ronda.kernel.list.ListQuery;
import io.vertx.core.Future;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Where accounts are made and edited. */
final class AccountDesk implements Accounts {

    private final Parts parts;
    private final PasswordDesk passwords;
    private final HandoverDesk handover;
    private final AdministratorDesk administrators;

    AccountDesk(Parts parts, PasswordDesk passwords, HandoverDesk handover, AdministratorDesk administrators) {
        this.parts = parts;
        this.passwords = passwords;
        this.handover = handover;
        this.administrators = administrators;
    }

    @Override
    public Future<Page<Account>> list(Caller by, ListQuery query) {
        return parts.database().call(Lane.EDITS, handle -> parts.accounts().list(handle, ReachRows.seen(by), query));
    }

    @Override
    public Future<Page<Account>> list(Caller by, AccountFilter filter, long after, int limit) {
        return parts.database()
                .call(
                        Lane.EDITS,
                        handle -> Page.of(
                                parts.accounts().list(handle, ReachRows.seen(by), filter, after, limit + 1),
                                limit,
                                account -> account.id().toString()));
    }

    @Override
    public Future<Optional<Account>> find(Caller by, AccountId id) {
        return parts.database()
                .call(Lane.EDITS, handle -> seen(by, parts.accounts().find(handle, id)));
    }

    @Override
    public Future<Optional<Account>> find(Caller by, String name) {
        return parts.database()
                .call(Lane.EDITS, handle -> seen(by, parts.accounts().find(handle, name)));
    }

    private static Optional<Account> seen(Caller by, Optional<AccountRow> found) {
        return found.map(AccountRow::account).filter(account -> ReachRows.sees(by, account));
    }

    @Override
    public Future<Change<OneTimePassword>> create(Caller by, AccountDraft draft) {
        List<FieldReason> faults = AccountForm.faults(draft);
        if (!faults.isEmpty()) {
            return Future.succeededFuture(new Change.Refused<>(faults));
        }
        if (!by.can(Right.USER_WRITE, draft.unit())) {
            return Future.succeededFuture(Change.refused("/unit", Reason.BEYOND_OWN_RIGHTS));
        }
        return passwords.create(by, draft);
    }

    @Override
    public Future<Change<Account>> edit(Caller by, AccountId id, long revision, AccountDraft draft) {
        List<FieldReason> faults = AccountForm.faults(draft);
        return !faults.isEmpty()
                ? Future.succeededFuture(new Change.Refused<>(faults))
                : parts.acting()
                        .call(
                                by,
                                handle -> administrators.keeping(handle, () -> edit(handle, by, id, revision, draft)));
    }

    private Change<Account> edit(Handle handle, Caller by, AccountId id, long revision, AccountDraft draft) {
        Optional<Account> known = seen(by, parts.accounts().lock(handle, id));
        if (known.isEmpty()) {
            return new Change.Unknown<>();
        }
        Account account = known.get();
        if (account.revision() != revision) {
            return new Change.Stale<>(account.revision());
        }
        if (!ReachRows.covers(handle, by, id)) {
            return Change.refused("", Reason.BEYOND_OWN_RIGHTS);
        }
        if (!Objects.equals(account.draft().unit(), draft.unit())) {
            return Change.refused("/unit", Reason.NOT_POSSIBLE);
        }
        if (parts.accounts().nameTaken(handle, draft.name(), id)) {
            return Change.refused("/name", Reason.NAME_TAKEN);
        }
        parts.accounts().update(handle, id, draft);
        parts.callers().forgetAfter(handle);
        return done(handle, id);
    }

    @Override
    public Future<Change<OneTimePassword>> resetPassword(Caller by, AccountId id) {
        return passwords.reset(by, id);
    }

    @Override
    public Future<Change<Account>> changePassword(Caller.Person self, Secret old, Secret fresh) {
        return passwords.change(self, old, fresh);
    }

    @Override
    public Future<Optional<List<Belonging>>> belongings(Caller by, AccountId id) {
        return handover.belongings(by, id);
    }

    @Override
    public Future<HandoverResult> disable(Caller by, AccountId id, List<HandoverDecision> decisions) {
        return handover.disable(by, id, decisions);
    }

    @Override
    public Future<HandoverResult> move(
            Caller by, AccountId id, @Nullable UnitId unit, List<HandoverDecision> decisions) {
        return handover.move(by, id, unit, decisions);
    }

    @Override
    public Future<Change<Account>> enable(Caller by, AccountId id) {
        return parts.acting().call(by, handle -> {
            if (seen(by, parts.accounts().lock(handle, id)).isEmpty()) {
                return new Change.Unknown<>();
            }
            if (!ReachRows.covers(handle, by, id)) {
                return Change.refused("", Reason.BEYOND_OWN_RIGHTS);
            }
            parts.accounts().enable(handle, id);
            return done(handle, id);
        });
    }

    private Change<Account> done(Handle handle, AccountId id) {
        return new Change.Done<>(parts.accounts().find(handle, id).orElseThrow().account());
    }
}
