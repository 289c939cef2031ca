package id.ronda.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a verification of the audit trail has seen. With a fault the figures count what was read before it.
 *
 * @param rows sealed rows that were read, and those that wait
 * @param seals seals that were read
 * @param checkpoints signed lines that fitted
 * @param waiting rows that are not sealed yet
 * @param unsigned seals behind the last checkpoint: they could be cut off unseen
 * @param first time of the first row
 * @param last time of the last sealed row that was read
 * @param key the name of the key that signs, to be compared with a note kept elsewhere
 * @param fault the first thing that is wrong, or null
 */
public record AuditVerdict(
        long rows,
        long seals,
        long checkpoints,
        long waiting,
        long unsigned,
        @Nullable Instant first,
        @Nullable Instant last,
        @Nullable String key,
        @Nullable AuditFault fault) {

    /** Whether nothing is wrong. */
    public boolean intact() {
        return fault == null;
    }
}
