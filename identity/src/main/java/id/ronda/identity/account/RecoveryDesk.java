package id.ronda.identity.account;

import id.ronda.identity.AccountId;
import id.ronda.identity.Recovery;
import id.ronda.identity.credential.RandomWord;
import id.ronda.identity.role.AdministratorDesk;
import id.ronda.identity.role.Preset;
import id.ronda.identity.role.RoleDesk;
import id.ronda.kernel.Secret;
import id.ronda.kernel.database.Lane;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The way back in when the only administrator was transferred or lost his telephone: from the server's console. */
final class RecoveryDesk {

    private static final Duration VALID = Duration.ofHours(1);
    private static final int NAMES = 20;

    private final Parts parts;
    private final RoleDesk roles;
    private final AdministratorDesk administrators;
    private final SignInNotes notes;

    RecoveryDesk(Parts parts, RoleDesk roles, AdministratorDesk administrators, SignInNotes notes) {
        this.parts = parts;
        this.roles = roles;
        this.administrators = administrators;
        this.notes = notes;
    }

    Recovery recover(String name) {
        Secret password = RandomWord.forPeople(parts.random());
        PasswordHash hash = parts.hashers()
                .hash(password)
                .orElseThrow(() -> new IllegalStateException("nothing else hashes passwords at the console"));
        Recovery result = parts.database().run(Lane.EDITS, handle -> recover(handle, name, password, hash));
        if (result instanceof Recovery.Recovered recovered) {
            notes.note(recovered.name(), "console", "recovered");
        }
        return result;
    }

    private Recovery recover(Handle handle, String name, Secret password, PasswordHash hash) {
        Optional<AccountRow> known = parts.accounts().find(handle, name);
        if (known.isEmpty()) {
            return new Recovery.UnknownName(parts.accounts().names(handle, NAMES));
        }
        AccountId id = known.get().id();
        Instant now = parts.clock().instant();
        parts.accounts().enable(handle, id);
        parts.accounts().unlimit(handle, id);
        parts.accounts().setPassword(handle, id, hash, true, now.plus(VALID));
        parts.sessions().deleteAll(handle, id);
        boolean factor = parts.factors().remove(handle, id);
        boolean needed = !administrators.present(handle);
        if (needed) {
            roles.give(handle, id, Preset.ADMIN);
        }
        parts.guesses().forgiveAll(handle, id);
        parts.callers().forgetAfter(handle);
        return new Recovery.Recovered(known.get().account().draft().name(), password, now.plus(VALID), factor, needed);
    }
}
