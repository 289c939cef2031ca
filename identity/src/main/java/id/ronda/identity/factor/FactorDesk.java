package id.ronda.identity.factor;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.ronda.identity.AccountId;
import id.ronda.identity.AuditAction;
import id.ronda.identity.AuditEvent;
import id.ronda.identity.Caller;
import id.ronda.identity.Change;
import id.ronda.identity.Credential;
import id.ronda.identity.Reason;
import id.ronda.identity.SecondFactors;
import id.ronda.identity.SessionId;
import id.ronda.identity.guess.GuessStore;
import id.ronda.identity.session.SessionStore;
import id.ronda.identity.store.Acting;
import id.ronda.identity.store.CallerCache;
import id.ronda.identity.store.ReachRows;
import id.ronda.kernel.Secret;
import id.ronda.kernel.database.Database;
import id.ronda.kernel.database.Lane;
import io.vertx.core.Future;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;

/** Where the second step is set up and ended. */
public final class FactorDesk implements SecondFactors {

    private static final String ISSUER = "Ronda";

    /** How long after signing in somebody is taken to be who signed in: a session that was stolen later enrols nothing. */
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final Database database;
    private final Acting acting;
    private final FactorStore factors;
    private final SessionStore sessions;
    private final CallerCache callers;
    private final RandomGenerator random;
    private final InstantSource clock;
    private final GuessStore guesses = new GuessStore();

    /**
     * A desk over the database.
     *
     * @param random a cryptographically strong source
     */
    public FactorDesk(
            Database database,
            Acting acting,
            FactorStore factors,
            SessionStore sessions,
            CallerCache callers,
            RandomGenerator random,
            InstantSource clock) {
        this.database = database;
        this.acting = acting;
        this.factors = factors;
        this.sessions = sessions;
        this.callers = callers;
        this.random = random;
        this.clock = clock;
    }

    @Override
    public Future<Change<Enrolment>> begin(Caller.Person self) {
        return self.by() instanceof Credential.OfSession session
                ? acting.call(self, handle -> begin(handle, self, session.id()))
                : Future.succeededFuture(Change.refused("", Reason.SESSION_REQUIRED));
    }

    private Change<Enrolment> begin(Handle handle, Caller.Person self, SessionId session) {
        if (!sessions.hasBegunSince(handle, session, clock.instant().minus(FRESH))) {
            return Change.refused("", Reason.SIGN_IN_ANEW);
        }
        byte[] secret = new byte[Totp.SECRET_BYTES];
        random.nextBytes(secret);
        return factors.begin(handle, self.account(), secret)
                ? new Change.Done<>(enrolment(self.name(), Base32.encode(secret)))
                : Change.refused("", Reason.NOT_POSSIBLE);
    }

    private static Enrolment enrolment(String name, String secret) {
        String label = URLEncoder.encode(ISSUER + ":" + name, UTF_8).replace("+", "%20");
        String uri = "otpauth://totp/" + label + "?secret=" + secret + "&issuer=" + ISSUER;
        return new Enrolment(new Secret(secret), new Secret(uri));
    }

    @Override
    public Future<Change<List<Secret>>> confirm(Caller.Person self, String code) {
        BiPredicate<Handle, Instant> right = (handle, now) ->
                !factors.isOn(handle, self.account()) && factors.useTotp(handle, self.account(), code, now);
        return withCode(self, right, handle -> {
            factors.confirm(handle, self.account(), clock.instant());
            return factors.renewRecoveryCodes(handle, self.account(), random);
        });
    }

    @Override
    public Future<Change<List<Secret>>> renewRecoveryCodes(Caller.Person self, String code) {
        return withCode(self, confirmed(self, code), handle -> {
            acting.note(handle, renewed(self));
            return factors.renewRecoveryCodes(handle, self.account(), random);
        });
    }

    /** The codes' rows are no entries of the trail: ten of them would say no more than this. */
    private static AuditEvent renewed(Caller.Person self) {
        return AuditEvent.of(
                        AuditAction.SECOND_FACTOR_CHANGED,
                        "second-factor",
                        self.account().toString(),
                        self.displayName())
                .with("recoveryCodes", "renewed");
    }

    @Override
    public Future<Change<AccountId>> remove(Caller.Person self, String code) {
        return withCode(self, confirmed(self, code), handle -> {
            factors.remove(handle, self.account());
            return self.account();
        });
    }

    private BiPredicate<Handle, Instant> confirmed(Caller.Person self, String code) {
        return (handle, now) -> factors.isOn(handle, self.account()) && factors.use(handle, self.account(), code, now);
    }

    /** Whoever sits at a foreign session guesses no faster than at the door. */
    private <T> Future<Change<T>> withCode(
            Caller.Person self, BiPredicate<Handle, Instant> right, Function<Handle, T> work) {
        return acting.call(self, handle -> {
            Instant now = clock.instant();
            String key = GuessStore.code(self.account(), Optional.of("session"));
            if (guesses.admit(handle, key, now).isPresent()) {
                return Change.refused("/code", Reason.TRY_LATER);
            }
            if (!right.test(handle, now)) {
                return Change.refused("/code", Reason.CODE_WRONG);
            }
            guesses.forgive(handle, key, now);
            return new Change.Done<>(work.apply(handle));
        });
    }

    @Override
    public Future<Change<AccountId>> removeFor(Caller by, AccountId account) {
        if (by instanceof Caller.Person self && self.account().equals(account)) {
            // Else whoever sits at the session of an administrator would end his second step without a code.
            return Future.succeededFuture(Change.refused("", Reason.NOT_POSSIBLE));
        }
        return acting.call(by, handle -> {
            if (!ReachRows.covers(handle, by, account)) {
                return Change.refused("", Reason.BEYOND_OWN_RIGHTS);
            }
            if (!factors.remove(handle, account)) {
                return new Change.Unknown<>();
            }
            sessions.deleteAll(handle, account);
            callers.forgetAfter(handle);
            return new Change.Done<>(account);
        });
    }

    @Override
    public Future<State> state(AccountId account) {
        return database.call(
                Lane.EDITS,
                handle -> new State(factors.isOn(handle, account), factors.recoveryCodesLeft(handle, account)));
    }
}
