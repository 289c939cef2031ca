package id.ronda.identity.oidc;

import id.ronda.identity.credential.RandomWord;
import id.ronda.kernel.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * A sign-in that was begun in one browser.
 *
 * @param state what the provider's answer must bring back
 * @param nonce what the ID token must hold
 * @param verifier what only who began can show for the code (RFC 7636)
 * @param to the page of this server that was wanted
 */
record Attempt(Secret state, Secret nonce, Secret verifier, String to, Instant begun) {

    /** How long the person may take at the provider. */
    static final Duration LIFE = Duration.ofMinutes(10);

    static Attempt begin(String to, RandomGenerator random, Instant now) {
        return new Attempt(
                RandomWord.forMachines(random),
                RandomWord.forMachines(random),
                RandomWord.forMachines(random),
                to,
                now);
    }

    boolean isOver(Instant now) {
        return !now.isBefore(begun.plus(LIFE));
    }
}
