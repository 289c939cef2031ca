package id.ronda.identity.account;

import id.ronda.identity.AccountDraft;
import id.ronda.identity.AccountId;
import id.ronda.identity.OneTimePassword;
import id.ronda.identity.credential.RandomWord;
import id.ronda.identity.role.Preset;
import id.ronda.identity.role.RoleDesk;
import id.ronda.kernel.Secret;
import id.ronda.kernel.database.Lane;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The first administrator of a new installation, with a password of 80 random bits: there is no default one. */
final class FirstAccountDesk {

    private static final AccountDraft ADMIN = AccountDraft.of("admin", "Administrator");

    private final Parts parts;
    private final RoleDesk roles;
    private final FirstSignIn file;

    FirstAccountDesk(Parts parts, RoleDesk roles, FirstSignIn file) {
        this.parts = parts;
        this.roles = roles;
        this.file = file;
    }

    /** Empty if there is an account already. The file is written first: a password that nobody knows would be worse. */
    Optional<OneTimePassword> make() {
        if (!parts.database().run(Lane.EDITS, parts.accounts()::isEmpty)) {
            return Optional.empty();
        }
        Secret password = RandomWord.forPeople(parts.random());
        PasswordHash hash = parts.hashers()
                .hash(password)
                .orElseThrow(() -> new IllegalStateException("nothing else hashes passwords at the start"));
        file.write(ADMIN.name(), password);
        Optional<OneTimePassword> made = parts.database().run(Lane.EDITS, handle -> insert(handle, password, hash));
        if (made.isEmpty()) {
            file.used();
        }
        return made;
    }

    private Optional<OneTimePassword> insert(Handle handle, Secret password, PasswordHash hash) {
        Optional<AccountId> id = parts.accounts().insert(handle, ADMIN, hash, null);
        id.ifPresent(account -> roles.give(handle, account, Preset.ADMIN));
        return id.map(account -> new OneTimePassword(
                parts.accounts().find(handle, account).orElseThrow().account(), password, null));
    }
}
