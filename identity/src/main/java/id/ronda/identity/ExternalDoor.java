package id.ronda.identity;

import io.vertx.core.Future;
import java.util.concurrent.Callable;

/** The door beside the password's: for those whom an {@link IdentityProvider} vouches for. */
public interface ExternalDoor {

    /**
     * Does the blocking work of a provider on a virtual thread, in a room of its own: a provider that hangs must not keep those
     * waiting who come by password.
     *
     * @param full the result when too many wait already
     */
    <T> Future<T> wait(T full, Callable<T> work);

    /**
     * Asks for the proof and lets in whom it names. Blocks. Addresses from which wrong proofs come are slowed down like those
     * that guess passwords.
     */
    <E> ExternalSignIn enter(IdentityProvider<E> provider, E evidence, Client client);

    /** Counts and notes what went wrong before there was anything to prove. Blocks. */
    void failed(ProofFault fault, Client client);
}
