package id.ronda.identity.factor;

import id.ronda.kernel.Secret;
import java.time.Duration;
import java.time.InstantSource;

/** The application on somebody's telephone. */
public final class TestingAuthenticator {

    private final Secret secret;
    private final InstantSource clock;

    /** One that took this secret in and has this clock. */
    public TestingAuthenticator(Secret secret, InstantSource clock) {
        this.secret = secret;
        this.clock = clock;
    }

    /** The code that it shows now. */
    public String code() {
        return codeIn(Duration.ZERO);
    }

    /** The code that it will show then. */
    public String codeIn(Duration later) {
        return Totp.code(
                Base32.decode(secret.reveal()), Totp.stepAt(clock.instant().plus(later)));
    }

    /** In base32. */
    public String secret() {
        return secret.reveal();
    }
}
