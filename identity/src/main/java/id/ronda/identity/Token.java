package id.ronda.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token as it is listed; its text was shown once.
 *
 * @param ownerName what people call the owner
 * @param lastUsedAt to the minute
 */
public record Token(
        TokenId id,
        AccountId owner,
        String ownerName,
        TokenDraft draft,
        Instant createdAt,
        @Nullable Instant lastUsedAt) {}
