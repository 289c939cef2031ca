package id.ronda.identity;

import java.time.Duration;
import java.util.Optional;

/**
 * What identity can be told.
 *
 * @param idle how long after its last use a session ends
 * @param absolute how long after its beginning it ends in any case
 * @param cost what one password costs
 * @param hashers how many passwords are hashed at the same time
 * @param waiting how many more may wait before the next one is told {@code Busy}
 * @param oidc the provider that people may sign in with beside their passwords, if there is one
 */
public record IdentitySettings(
        Duration idle, Duration absolute, PasswordCost cost, int hashers, int waiting, Optional<OidcSettings> oidc) {

    /** Without a provider. */
    public IdentitySettings(Duration idle, Duration absolute, PasswordCost cost, int hashers, int waiting) {
        this(idle, absolute, cost, hashers, waiting, Optional.empty());
    }

    /** 30 minutes, 12 hours, the usual cost, two at a time. */
    public static final IdentitySettings USUAL =
            new IdentitySettings(Duration.ofMinutes(30), Duration.ofHours(12), PasswordCost.USUAL, 2, 32);

    /** The same with another cost. */
    public IdentitySettings withCost(PasswordCost other) {
        return new IdentitySettings(idle, absolute, other, hashers, waiting, oidc);
    }

    /** The same with that provider, or none. */
    public IdentitySettings withOidc(Optional<OidcSettings> other) {
        return new IdentitySettings(idle, absolute, cost, hashers, waiting, other);
    }
}
