package id.ronda.identity;

import id.ronda.identity.account.RecoveryDesk;
import id.ronda.identity.store.AccountRows;
import id.ronda.kernel.database.Database;
import id.ronda.kernel.database.Lane;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;

/** Lets somebody in again from the server's console, whether its server runs or not. */
public final class AccountRecovery {

    private AccountRecovery() {}

    /**
     * Gives the account of that name a password for an hour, ends its sessions, switches it on and its second step off. Blocks.
     * A running server learns of it within three seconds.
     *
     * @param database the installation's, as its working role
     * @param console who does it, as the trail tells
     * @return empty when this database knows no accounts: no server of this version has used it
     */
    public static Optional<Recovery> of(
            Database database, Actor console, String name, InstantSource clock, SecureRandom random) {
        return database.<Boolean>run(Lane.EDITS, AccountRows::exist)
                ? Optional.of(
                        new RecoveryDesk(database, clock, random).recover(console, name, IdentitySettings.USUAL.cost()))
                : Optional.empty();
    }
}
