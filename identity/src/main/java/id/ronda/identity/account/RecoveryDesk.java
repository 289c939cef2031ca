package id.ronda.identity.account;

import id.ronda.identity.AccountId;
import id.ronda.identity.Actor;
import id.ronda.identity.AuditAction;
import id.ronda.identity.AuditEvent;
import id.ronda.identity.AuditTrail;
import id.ronda.identity.IdentitySettings;
import id.ronda.identity.PasswordCost;
import id.ronda.identity.Recovery;
import id.ronda.identity.credential.RandomWord;
import id.ronda.identity.factor.FactorRows;
import id.ronda.identity.guess.GuessStore;
import id.ronda.identity.role.AdministratorDesk;
import id.ronda.identity.role.Preset;
import id.ronda.identity.role.RoleDesk;
import id.ronda.identity.session.SessionStore;
import id.ronda.identity.store.Acting;
import id.ronda.identity.store.CallerCache;
import id.ronda.kernel.Secret;
import id.ronda.kernel.database.Database;
import id.ronda.kernel.database.Lane;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;

/**
 * The way back in when the only administrator was transferred or lost his telephone: from the server's console. It needs the
 * database alone, so that it works beside a running server, which learns of it within the life of its
 * {@link CallerCache}.
 */
public final class RecoveryDesk {

    private static final Duration VALID = Duration.ofHours(1);
    private static final int NAMES = 20;

    private final Database database;
    private final AuditTrail trail;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final AccountStore accounts;
    private final AdministratorDesk administrators;
    private final GuessStore guesses = new GuessStore();
    private final SessionStore sessions;
    private final RoleDesk roles;

    /**
     * A desk over the database.
     *
     * @param random a cryptographically strong source
     */
    public RecoveryDesk(Database database, InstantSource clock, RandomGenerator random) {
        this.database = database;
        this.trail = new AuditTrail(clock);
        this.clock = clock;
        this.random = random;
        this.accounts = new AccountStore(clock);
        this.administrators = new AdministratorDesk(clock);
        this.sessions = new SessionStore(IdentitySettings.USUAL.idle(), IdentitySettings.USUAL.absolute());
        this.roles = new RoleDesk(database, new Acting(database, trail), new CallerCache(clock), administrators);
    }

    /**
     * Lets the account of that name in again. Blocks.
     *
     * @param console who does it, as the trail tells
     */
    public Recovery recover(Actor console, String name, PasswordCost cost) {
        Secret password = RandomWord.forPeople(random);
        PasswordHash hash = PasswordHash.of(password, cost, random);
        return database.run(Lane.EDITS, handle -> {
            trail.begin(handle, console);
            Optional<AccountRow> known = accounts.find(handle, name);
            return known.isEmpty()
                    ? new Recovery.UnknownName(accounts.names(handle, NAMES))
                    : recover(handle, known.get(), password, hash);
        });
    }

    private Recovery recover(Handle handle, AccountRow known, Secret password, PasswordHash hash) {
        AccountId id = known.id();
        Instant until = clock.instant().plus(VALID);
        accounts.enable(handle, id);
        accounts.unlimit(handle, id);
        accounts.setPassword(handle, id, hash, true, until);
        int ended = sessions.deleteAll(handle, id);
        boolean factor = FactorRows.delete(handle, id);
        boolean needed = !administrators.present(handle);
        if (needed) {
            roles.give(handle, id, Preset.ADMIN);
        }
        guesses.forgiveAll(handle, id);
        trail.event(
                handle,
                AuditEvent.of(
                                AuditAction.RECOVERED,
                                "account",
                                id.toString(),
                                known.account().draft().displayName())
                        .with("sessions", ended)
                        .with("secondFactorRemoved", factor)
                        .with("madeAdministrator", needed));
        return new Recovery.Recovered(known.account().draft().name(), password, until, factor, needed);
    }
}
