package id.ronda.identity.account;

import id.ronda.identity.Caller;
import id.ronda.identity.Client;
import id.ronda.identity.ExternalDoor;
import id.ronda.identity.ExternalPolicy;
import id.ronda.identity.ExternalSignIn;
import id.ronda.identity.IdentityProvider;
import id.ronda.identity.Proof;
import id.ronda.identity.ProofFault;
import id.ronda.identity.Refusal;
import id.ronda.identity.SignIn;
import id.ronda.identity.guess.AddressThrottle;
import id.ronda.identity.session.ProviderSession;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jdbi.v3.core.Handle;

/** The door for those whom a provider vouches for. */
final class ExternalDesk implements ExternalDoor {

    /** Who waits for a provider that hangs. */
    private static final int PLACES = 32;

    /** In whose name accounts are linked and made that nobody has linked or made. */
    private static final Caller PROVIDER = Caller.Service.ofServer("identity-provider");

    private final Parts parts;
    private final AddressThrottle addresses;
    private final ArrivalDesk arrivals;
    private final SignInNotes notes;
    private final ExternalAccountDesk accounts;
    private final ExternalPolicy policy;
    private final WaitingRoom room = new WaitingRoom(PLACES);

    ExternalDesk(
            Parts parts,
            AddressThrottle addresses,
            ArrivalDesk arrivals,
            SignInNotes notes,
            ExternalAccountDesk accounts,
            ExternalPolicy policy) {
        this.parts = parts;
        this.addresses = addresses;
        this.arrivals = arrivals;
        this.notes = notes;
        this.accounts = accounts;
        this.policy = policy;
    }

    @Override
    public <T> Future<T> wait(T full, Callable<T> work) {
        return room.enter(full, work).onSuccess(result -> {
            if (result == full) {
                notes.count("busy");
            }
        });
    }

    @Override
    public void failed(ProofFault fault, Client client) {
        notes.note("", client.address(), fault.tag());
    }

    @Override
    public <E> ExternalSignIn enter(IdentityProvider<E> provider, E evidence, Client client) {
        Optional<Duration> wait =
                addresses.admit(client.address(), parts.clock().instant());
        if (wait.isPresent()) {
            return decided("", client, new SignIn.Delayed(wait.get()));
        }
        return switch (provider.prove(evidence)) {
            case Proof.Proven proven -> {
                takeBack(client);
                Named named = parts.acting().run(PROVIDER, handle -> admit(handle, proven, client));
                yield decided(named.name(), client, named.result());
            }
            case Proof.Unproven unproven -> {
                if (unproven.fault().advice() == ProofFault.Advice.AWAY) {
                    takeBack(client);
                }
                failed(unproven.fault(), client);
                yield new ExternalSignIn.Unproven(unproven.fault());
            }
        };
    }

    /** That the provider fails is not its visitors' fault: it must not slow down those who come by password. */
    private void takeBack(Client client) {
        addresses.undo(client.address(), parts.clock().instant());
    }

    private ExternalSignIn decided(String name, Client client, SignIn result) {
        return new ExternalSignIn.Decided(notes.noted(name, client.address(), result));
    }

    private record Named(String name, SignIn result) {}

    private Named admit(Handle handle, Proof.Proven proven, Client client) {
        return switch (accounts.of(handle, proven)) {
            case ExternalAccountDesk.Whose.Nobodys nobodys -> new Named(stranger(proven), refused(nobodys.reason()));
            case ExternalAccountDesk.Whose.Known known -> {
                AccountRow account = known.account();
                yield new Named(
                        account.account().draft().name(),
                        account.closed()
                                .map(ExternalDesk::refused)
                                .orElseGet(() -> open(handle, account, proven, client)));
            }
        };
    }

    private SignIn open(Handle handle, AccountRow account, Proof.Proven proven, Client client) {
        var provider = Optional.of(new ProviderSession(proven.who().issuer(), proven.receipt()));
        return parts.factors().isOn(handle, account.id()) && !policy.trusts(proven)
                ? arrivals.pending(handle, account.id(), client, provider)
                : arrivals.session(handle, account.id(), false, client, provider);
    }

    /** By this an administrator finds whom to link: it comes from the provider, so nobody typed a password there. */
    private static String stranger(Proof.Proven proven) {
        String subject = proven.who().subject();
        return proven.name() == null ? subject : proven.name() + " (" + subject + ")";
    }

    private static SignIn refused(Refusal reason) {
        return new SignIn.Refused(reason);
    }
}
