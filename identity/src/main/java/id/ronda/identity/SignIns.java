package id.ronda.identity;

import id.ronda.kernel.Secret;
import io.vertx.core.Future;

/** The door. Futures complete on the caller's Vert.x context. */
public interface SignIns {

    /** The first step. The name is as it was typed. */
    Future<SignIn> signIn(String name, Secret password, Client client);

    /**
     * The second step.
     *
     * @param pending of {@link SignIn.SecondFactorNeeded}
     * @param code six digits of the authenticator, or a recovery code
     */
    Future<SignIn> secondFactor(Secret pending, String code, Client client);

    /** Ends the session; true if there was one. Its id is worth nothing from then on. */
    Future<Boolean> signOut(Secret session, Client client);
}
