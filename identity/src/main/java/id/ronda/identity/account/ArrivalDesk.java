package id.ronda.identity.account;

import id.ronda.identity.AccountId;
import id.ronda.identity.Client;
import id.ronda.identity.SignIn;
import id.ronda.identity.credential.Digest;
import id.ronda.identity.credential.RandomWord;
import id.ronda.identity.session.ProviderSession;
import id.ronda.kernel.Secret;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Where every way in ends: in a session, or in a first step after which a code is asked for. */
final class ArrivalDesk {

    private final Parts parts;
    private final DeviceCookie cookies;

    ArrivalDesk(Parts parts, DeviceCookie cookies) {
        this.parts = parts;
        this.cookies = cookies;
    }

    /** The second step where the account has one, else the session. */
    SignIn open(Handle handle, AccountRow account, Client client) {
        return parts.factors().isOn(handle, account.id())
                ? pending(handle, account.id(), client, Optional.empty())
                : session(handle, account.id(), account.account().mustChangePassword(), client, Optional.empty());
    }

    /** A first step. */
    SignIn pending(Handle handle, AccountId account, Client client, Optional<ProviderSession> provider) {
        Secret word = RandomWord.forMachines(parts.random());
        insert(handle, account, word, true, client, provider);
        return new SignIn.SecondFactorNeeded(word);
    }

    /** A session. */
    SignIn session(
            Handle handle,
            AccountId account,
            boolean mustChangePassword,
            Client client,
            Optional<ProviderSession> provider) {
        Secret word = RandomWord.forMachines(parts.random());
        Instant now = insert(handle, account, word, false, client, provider);
        parts.accounts().signedIn(handle, account);
        return new SignIn.SignedIn(account, word, cookies.issue(account, now), mustChangePassword);
    }

    private Instant insert(
            Handle handle,
            AccountId account,
            Secret word,
            boolean awaitsFactor,
            Client client,
            Optional<ProviderSession> provider) {
        Instant now = parts.clock().instant();
        byte[] hash = Digest.of(word);
        parts.sessions().insert(handle, account, hash, awaitsFactor, client, now);
        provider.ifPresent(known -> parts.providers().put(handle, hash, known));
        return now;
    }
}
