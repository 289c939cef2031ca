package id.ronda.identity.account;

import id.ronda.identity.AccountId;
import id.ronda.identity.Client;
import id.ronda.identity.Refusal;
import id.ronda.identity.SignIn;
import id.ronda.identity.SignIns;
import id.ronda.identity.credential.Digest;
import id.ronda.identity.guess.AddressThrottle;
import id.ronda.identity.guess.GuessStore;
import id.ronda.identity.session.ProviderSession;
import id.ronda.identity.session.SessionStore;
import id.ronda.kernel.Secret;
import id.ronda.kernel.database.Lane;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The door. One short transaction before the password is hashed and one after it, and no connection held in between. An
 * unknown name takes the same way as a known one, so that neither the answer nor its delay tells them apart.
 */
final class SignInDesk implements SignIns {

    /** No password is that long; hashing more would only be work for the sender's pleasure. */
    private static final int LONGEST_TRIED = 1_024;

    private final Parts parts;
    private final DeviceCookie cookies;
    private final SignInNotes notes;
    private final FirstSignIn firstSignIn;
    private final AddressThrottle addresses;
    private final ArrivalDesk arrivals;

    SignInDesk(
            Parts parts,
            DeviceCookie cookies,
            SignInNotes notes,
            FirstSignIn firstSignIn,
            AddressThrottle addresses,
            ArrivalDesk arrivals) {
        this.parts = parts;
        this.cookies = cookies;
        this.addresses = addresses;
        this.arrivals = arrivals;
        this.notes = notes;
        this.firstSignIn = firstSignIn;
    }

    /**
     * What was found before anything was tried.
     *
     * @param device the known device, which has a count of its own
     * @param key under which the attempt was counted
     * @param delay the attempt must wait, and was not counted
     */
    private record Look(Optional<AccountRow> account, Optional<String> device, String key, Optional<Duration> delay) {

        Optional<PasswordHash> hash() {
            return account.map(AccountRow::hash);
        }
    }

    @Override
    public Future<SignIn> signIn(String name, Secret password, Client client) {
        return entered(() -> notes.noted(name, client.address(), first(name, password, client)));
    }

    private Future<SignIn> entered(Callable<SignIn> work) {
        SignIn full = new SignIn.Busy();
        return parts.room().enter(full, work).onSuccess(result -> {
            if (result == full) {
                notes.count("busy");
            }
        });
    }

    private SignIn first(String name, Secret password, Client client) {
        Look look = parts.database().run(Lane.EDITS, handle -> look(handle, name, client));
        if (look.delay().isPresent()) {
            return new SignIn.Delayed(look.delay().get());
        }
        Secret tried = tried(password);
        Optional<Boolean> right = parts.hashers().matches(tried, look.hash());
        if (right.isEmpty()) {
            parts.database().run(Lane.EDITS, handle -> takeBack(handle, look, client));
            return new SignIn.Busy();
        }
        Optional<Refusal> refusal = refusal(look.account(), right.get());
        if (refusal.isPresent()) {
            return new SignIn.Refused(refusal.get());
        }
        return open(look, look.account().orElseThrow(), tried, client);
    }

    private static Secret tried(Secret password) {
        return password.reveal().length() > LONGEST_TRIED ? new Secret("") : PasswordRules.normalised(password);
    }

    private Look look(Handle handle, String name, Client client) {
        Instant now = parts.clock().instant();
        Optional<AccountRow> account = parts.accounts().find(handle, name);
        Optional<String> device = account.flatMap(known -> cookies.read(client.deviceCookie(), known.id(), now));
        @Nullable AccountId id = account.map(AccountRow::id).orElse(null);
        String key = GuessStore.password(id, SignInName.key(name), device);
        return new Look(account, device, key, delay(handle, key, device, client, now));
    }

    /** A known device waits neither for strangers nor for its neighbours behind the same address. */
    private Optional<Duration> delay(Handle handle, String key, Optional<String> device, Client client, Instant now) {
        if (device.isPresent()) {
            return parts.guesses().admit(handle, key, now);
        }
        Optional<Duration> byAddress = addresses.admit(client.address(), now);
        if (byAddress.isPresent()) {
            return byAddress;
        }
        Optional<Duration> byAccount = parts.guesses().admit(handle, key, now);
        if (byAccount.isPresent()) {
            addresses.undo(client.address(), now);
        }
        return byAccount;
    }

    private boolean takeBack(Handle handle, Look look, Client client) {
        Instant now = parts.clock().instant();
        parts.guesses().undo(handle, look.key(), now);
        takeBackAddress(look, client, now);
        return true;
    }

    private void takeBackAddress(Look look, Client client, Instant now) {
        if (look.device().isEmpty()) {
            addresses.undo(client.address(), now);
        }
    }

    /** The decision. That the password was wrong is said before all else that is wrong. */
    private Optional<Refusal> refusal(Optional<AccountRow> account, boolean right) {
        if (account.isEmpty()) {
            return Optional.of(Refusal.UNKNOWN_ACCOUNT);
        }
        Optional<Refusal> other = account.get().refusal(parts.clock().instant());
        return right || account.get().hash() == null ? other : Optional.of(Refusal.WRONG_PASSWORD);
    }

    private SignIn open(Look look, AccountRow account, Secret password, Client client) {
        PasswordHash hash = look.hash().orElseThrow();
        SignIn result = parts.database().run(Lane.EDITS, handle -> {
            if (!parts.accounts().isStill(handle, account.id(), hash)) {
                return new SignIn.Refused(Refusal.CHANGED_MEANWHILE);
            }
            Instant now = parts.clock().instant();
            parts.guesses().forgive(handle, look.key(), now);
            return arrivals.open(handle, account, client);
        });
        takeBackAddress(look, client, parts.clock().instant());
        if (parts.hashers().isOutdated(hash)) {
            parts.hashers()
                    .hash(password)
                    .ifPresent(fresh -> parts.database().run(Lane.EDITS, handle -> {
                        parts.accounts().rehash(handle, account.id(), hash, fresh);
                        return true;
                    }));
        }
        return finished(result);
    }

    private SignIn finished(SignIn result) {
        if (result instanceof SignIn.SignedIn) {
            firstSignIn.used();
        }
        return result;
    }

    @Override
    public Future<SignIn> secondFactor(Secret pending, String code, Client client) {
        return entered(() -> {
            Second second = parts.database().run(Lane.EDITS, handle -> second(handle, pending, code, client));
            return notes.noted(second.name(), client.address(), finished(second.result()));
        });
    }

    private record Second(String name, SignIn result) {}

    /** All in one transaction: the account is locked, the code used up, the step ended, and its id gives way to a new one. */
    private Second second(Handle handle, Secret pending, String code, Client client) {
        Instant now = parts.clock().instant();
        byte[] hash = Digest.of(pending);
        Optional<SessionStore.Pending> step = parts.sessions().pending(handle, hash, now);
        if (step.isEmpty()) {
            return new Second("", new SignIn.Refused(Refusal.NO_SUCH_SIGN_IN));
        }
        AccountId account = step.get().account();
        String key = GuessStore.code(account, cookies.read(client.deviceCookie(), account, now));
        Optional<Duration> delay = parts.guesses().admit(handle, key, now);
        if (delay.isPresent()) {
            return new Second(step.get().name(), new SignIn.Delayed(delay.get()));
        }
        if (!parts.factors().use(handle, account, code, now)) {
            return new Second(step.get().name(), new SignIn.Refused(Refusal.WRONG_CODE));
        }
        parts.guesses().forgive(handle, key, now);
        Optional<ProviderSession> provider = parts.providers().find(handle, hash);
        if (parts.sessions().delete(handle, hash).isEmpty()) {
            return new Second(step.get().name(), new SignIn.Refused(Refusal.NO_SUCH_SIGN_IN));
        }
        return new Second(
                step.get().name(),
                arrivals.session(handle, account, step.get().mustChangePassword(), client, provider));
    }

    @Override
    public Future<Boolean> signOut(Secret session, Client client) {
        return parts.database()
                .call(Lane.EDITS, handle -> {
                    parts.callers().forgetAfter(handle);
                    return parts.sessions().delete(handle, Digest.of(session));
                })
                .compose(name -> name.isEmpty() ? Future.succeededFuture(false) : noteSignOut(name.get(), client));
    }

    private Future<Boolean> noteSignOut(String name, Client client) {
        return parts.room().enter(true, () -> {
            notes.note(name, client.address(), "signed-out");
            return true;
        });
    }
}
