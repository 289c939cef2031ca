package id.ronda.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries; null is any.
 *
 * @param actor who acted: the id, or the name whatever its case
 * @param objectType on what kind of object
 * @param objectId on which of them
 * @param action what was done
 * @param changeSet in which act
 * @param from at or after this time
 * @param to before this time
 */
public record AuditFilter(
        @Nullable String actor,
        @Nullable String objectType,
        @Nullable String objectId,
        @Nullable AuditAction action,
        @Nullable UUID changeSet,
        @Nullable Instant from,
        @Nullable Instant to) {

    private static final int LONGEST = 200;

    public AuditFilter {
        actor = AuditText.cleanOrNull(actor, LONGEST);
        objectType = AuditText.cleanOrNull(objectType, LONGEST);
        objectId = AuditText.cleanOrNull(objectId, LONGEST);
    }

    /** All entries. */
    public static final AuditFilter ALL = new AuditFilter(null, null, null, null, null, null, null);

    /** What was done to one object. */
    public static AuditFilter ofObject(String type, String id) {
        return new AuditFilter(null, type, id, null, null, null, null);
    }

    /** What one actor did. */
    public static AuditFilter ofActor(String actor) {
        return new AuditFilter(actor, null, null, null, null, null, null);
    }
}
