package id.ronda.identity;

import io.vertx.core.Future;
import java.util.Optional;

/** Which account is whose elsewhere. An account has one external identity at most. */
public interface ExternalIdentities {

    /** Who that account is elsewhere. */
    Future<Optional<ExternalIdentity>> find(AccountId account);

    /** Links, in place of what was linked before. Whoever may give the account another password may do this too. */
    Future<Change<ExternalIdentity>> link(Caller by, AccountId account, ExternalIdentity identity);

    /** Ends the link, and with it the account's sessions. */
    Future<Change<AccountId>> unlink(Caller by, AccountId account);
}
