package id.ronda.identity.account;

import id.ronda.identity.Accounts;
import id.ronda.identity.Belongings;
import id.ronda.identity.ExternalDoor;
import id.ronda.identity.ExternalIdentities;
import id.ronda.identity.ExternalPolicy;
import id.ronda.identity.IdentityNeeds;
import id.ronda.identity.IdentitySettings;
import id.ronda.identity.OneTimePassword;
import id.ronda.identity.SignIns;
import id.ronda.identity.factor.FactorStore;
import id.ronda.identity.guess.AddressThrottle;
import id.ronda.identity.guess.GuessStore;
import id.ronda.identity.role.AdministratorDesk;
import id.ronda.identity.role.RoleDesk;
import id.ronda.identity.session.ProviderSessionStore;
import id.ronda.identity.session.SessionStore;
import id.ronda.identity.store.Acting;
import id.ronda.identity.store.CallerCache;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Accounts and the ways into them, put together. */
public final class Door implements AutoCloseable {

    /** People who wait at the door at the same time, beside the few whose passwords are hashed. */
    private static final int PLACES = 128;

    private final PasswordHashers hashers;
    private final Accounts accounts;
    private final SignIns signIns;
    private final ExternalIdentities identities;
    private final Function<ExternalPolicy, ExternalDoor> external;
    private final FirstAccountDesk firstAccount;

    /** Puts it together; the threads that hash passwords run until it is closed. */
    public Door(
            IdentityNeeds needs,
            IdentitySettings settings,
            Acting acting,
            CallerCache callers,
            SessionStore sessions,
            FactorStore factors,
            RoleDesk roles,
            AdministratorDesk administrators,
            List<Belongings> belongings) {
        hashers = new PasswordHashers(
                settings.hashers(), settings.waiting(), settings.cost(), needs.random(), needs.meters());
        Parts parts = new Parts(
                needs.database(),
                acting,
                new AccountStore(needs.clock()),
                sessions,
                new ProviderSessionStore(needs.secrets()),
                factors,
                new GuessStore(),
                hashers,
                callers,
                new WaitingRoom(PLACES),
                needs.clock(),
                needs.random());
        SignInNotes notes = new SignInNotes(needs.trail(), needs.meters());
        FirstSignIn firstSignIn = new FirstSignIn(needs.folder().path());
        accounts = new AccountDesk(
                parts, new PasswordDesk(parts), new HandoverDesk(parts, administrators, belongings), administrators);
        DeviceCookie cookies = new DeviceCookie(needs.secrets(), needs.random());
        ArrivalDesk arrivals = new ArrivalDesk(parts, cookies);
        AddressThrottle addresses = new AddressThrottle();
        signIns = new SignInDesk(parts, cookies, notes, firstSignIn, addresses, arrivals);
        identities = new ExternalIdentityDesk(parts);
        external = policy -> new ExternalDesk(
                parts, addresses, arrivals, notes, new ExternalAccountDesk(parts, roles, policy), policy);
        firstAccount = new FirstAccountDesk(parts, roles, firstSignIn);
    }

    /** Where accounts are made and edited. */
    public Accounts accounts() {
        return accounts;
    }

    /** Where people come in. */
    public SignIns signIns() {
        return signIns;
    }

    /** Which account is whose elsewhere. */
    public ExternalIdentities identities() {
        return identities;
    }

    /** Where people come in for whom a provider vouches, under this policy. */
    public ExternalDoor external(ExternalPolicy policy) {
        return external.apply(policy);
    }

    /** Makes the first administrator if there is no account yet; what he signs in with. Blocks. */
    public Optional<OneTimePassword> makeFirstAccount() {
        return firstAccount.make();
    }

    @Override
    public void close() {
        hashers.close();
    }
}
