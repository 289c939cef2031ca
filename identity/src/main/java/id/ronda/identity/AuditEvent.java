package id.ronda.identity;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that is no change of a row: a sign-in that failed, an export, the reading of a secret. Never give it a secret, and
 * not the name that a stranger typed either: people type passwords there.
 *
 * @param objectType such as {@code person} or {@code device-list}
 * @param objectId the object's id, if it has one
 * @param objectLabel what people call it
 * @param details figures of it, such as the number of exported rows; values that JSON knows
 * @param note a reason that somebody gave
 */
public record AuditEvent(
        AuditAction action,
        String objectType,
        @Nullable String objectId,
        @Nullable String objectLabel,
        Map<String, Object> details,
        @Nullable String note) {

    private static final int LONGEST_LABEL = 200;
    private static final int LONGEST_NOTE = 2_000;

    public AuditEvent {
        objectId = AuditText.cleanOrNull(objectId, LONGEST_LABEL);
        objectLabel = AuditText.cleanOrNull(objectLabel, LONGEST_LABEL);
        details = Map.copyOf(details);
        note = AuditText.cleanOrNull(note, LONGEST_NOTE);
    }

    /** An event of which nothing more is to be said. */
    public static AuditEvent of(
            AuditAction action, String objectType, @Nullable String objectId, @Nullable String objectLabel) {
        return new AuditEvent(action, objectType, objectId, objectLabel, Map.of(), null);
    }

    /** The same with one more figure. */
    public AuditEvent with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(details);
        more.put(name, value);
        return new AuditEvent(action, objectType, objectId, objectLabel, more, note);
    }

    /** The same with a reason. */
    public AuditEvent because(String reason) {
        return new AuditEvent(action, objectType, objectId, objectLabel, details, reason);
    }
}
