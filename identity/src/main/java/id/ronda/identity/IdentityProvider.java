package id.ronda.identity;

/**
 * Who may prove who somebody is: an OpenID provider today, a directory (LDAP) tomorrow. It proves and no more. Whose account
 * that is, whether it may come in and which session it gets is {@link ExternalDoor}'s affair.
 *
 * @param <E> by what it proves: the answer that a browser brought back; for a directory name and password
 */
@FunctionalInterface
public interface IdentityProvider<E> {

    /** Blocks, but never longer than the provider's own limit of time; every expected failure is a {@link Proof.Unproven}. */
    Proof prove(E evidence);
}
