package id.ronda.identity.factor;

import id.ronda.identity.AccountId;
import org.jdbi.v3.core.Handle;

/** The rows of a second step, deleted: that needs no key, for nothing of them is read. */
public final class FactorRows {

    private FactorRows() {}

    /** Deletes the authenticator and the recovery codes; false if there was no authenticator. */
    public static boolean delete(Handle handle, AccountId account) {
        deleteRecoveryCodes(handle, account);
        return handle.createUpdate("delete from identity.totp where account_id = :account")
                        .bind("account", account.value())
                        .execute()
                > 0;
    }

    static void deleteRecoveryCodes(Handle handle, AccountId account) {
        handle.createUpdate("delete from identity.recovery_code where account_id = :account")
                .bind("account", account.value())
                .execute();
    }
}
