package id.ronda.identity;

import id.ronda.kernel.Secret;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A password that was made by the machine, is shown once, and must be changed at the first sign-in.
 *
 * @param validUntil null: until it is changed
 */
public record OneTimePassword(
        Account account, Secret password, @Nullable Instant validUntil) {}
