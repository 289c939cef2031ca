package id.ronda.identity.account;

import id.ronda.identity.AccountId;
import id.ronda.identity.Caller;
import id.ronda.identity.Change;
import id.ronda.identity.ExternalIdentities;
import id.ronda.identity.ExternalIdentity;
import id.ronda.identity.FieldReason;
import id.ronda.identity.Reason;
import id.ronda.identity.store.ReachRows;
import id.ronda.kernel.database.Lane;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Where administrators say which account is whose elsewhere. */
final class ExternalIdentityDesk implements ExternalIdentities {

    private static final int LONGEST_ISSUER = 500;

    /** OpenID Connect Core 1.0 section 2. */
    private static final int LONGEST_SUBJECT = 255;

    private final Parts parts;
    private final ExternalIdentityStore identities = new ExternalIdentityStore();

    ExternalIdentityDesk(Parts parts) {
        this.parts = parts;
    }

    @Override
    public Future<Optional<ExternalIdentity>> find(AccountId account) {
        return parts.database().call(Lane.EDITS, handle -> identities.find(handle, account));
    }

    @Override
    public Future<Change<ExternalIdentity>> link(Caller by, AccountId account, ExternalIdentity identity) {
        List<FieldReason> faults = new ArrayList<>(faults("/issuer", identity.issuer(), LONGEST_ISSUER));
        faults.addAll(faults("/subject", identity.subject(), LONGEST_SUBJECT));
        return faults.isEmpty()
                ? parts.acting().call(by, handle -> link(handle, by, account, identity))
                : Future.succeededFuture(new Change.Refused<>(faults));
    }

    private static List<FieldReason> faults(String field, String text, int longest) {
        if (text.isBlank()) {
            return List.of(new FieldReason(field, Reason.REQUIRED));
        }
        return text.length() > longest ? List.of(new FieldReason(field, Reason.TOO_LONG)) : List.of();
    }

    private Change<ExternalIdentity> link(Handle handle, Caller by, AccountId account, ExternalIdentity identity) {
        identities.lock(handle, identity);
        if (parts.accounts().lock(handle, account).isEmpty()) {
            return new Change.Unknown<>();
        }
        if (!ReachRows.covers(handle, by, account)) {
            return Change.refused("", Reason.BEYOND_OWN_RIGHTS);
        }
        Optional<AccountId> other = identities.account(handle, identity);
        if (other.isPresent() && !other.get().equals(account)) {
            return Change.refused("/subject", Reason.NAME_TAKEN);
        }
        if (other.isEmpty()) {
            end(handle, account);
            identities.insert(handle, account, identity, parts.clock().instant());
        }
        return new Change.Done<>(identity);
    }

    @Override
    public Future<Change<AccountId>> unlink(Caller by, AccountId account) {
        return parts.acting().call(by, handle -> {
            if (parts.accounts().lock(handle, account).isEmpty()) {
                return new Change.Unknown<>();
            }
            if (!ReachRows.covers(handle, by, account)) {
                return Change.refused("", Reason.BEYOND_OWN_RIGHTS);
            }
            return end(handle, account) ? new Change.Done<>(account) : new Change.Unknown<>();
        });
    }

    /** With the link the sessions end that it may have opened; false when there was none. */
    private boolean end(Handle handle, AccountId account) {
        boolean was = identities.delete(handle, account);
        if (was) {
            parts.sessions().deleteAll(handle, account);
            parts.callers().forgetAfter(handle);
        }
        return was;
    }
}
