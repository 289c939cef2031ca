package id.ronda.identity;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the trail.
 *
 * @param at the database's clock
 * @param programAt the program's clock when it told who acts; null when nobody told
 * @param changeSet the same for all that one act changed
 * @param databaseRole who was signed in at the database
 * @param before the columns that differ as they were, or null
 * @param after the columns that differ as they are, or the figures of an event, or null; a secret is {@code "changed"}
 * @param position its place in the sealed chain; null until the sealer has come by
 */
public record AuditEntry(
        long id,
        Instant at,
        @Nullable Instant programAt,
        UUID changeSet,
        Actor actor,
        String databaseRole,
        AuditAction action,
        String objectType,
        @Nullable String objectId,
        @Nullable String objectLabel,
        @Nullable JsonNode before,
        @Nullable JsonNode after,
        @Nullable String note,
        @Nullable Long position) {}
