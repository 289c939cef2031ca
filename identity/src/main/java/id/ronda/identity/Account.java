package id.ronda.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account as it is now.
 *
 * @param secondFactor whether signing in asks for a code
 * @param revision counts edits; it is the ETag
 */
public record Account(
        AccountId id,
        AccountDraft draft,
        AccountState state,
        boolean secondFactor,
        boolean mustChangePassword,
        Instant createdAt,
        @Nullable Instant lastSignInAt,
        long revision) {}
