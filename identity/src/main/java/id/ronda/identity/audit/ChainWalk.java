package id.ronda.identity.audit;

import id.ronda.identity.AuditFault;
import id.ronda.identity.AuditFault.Kind;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Follows the chain seal by seal and keeps nothing but its end. */
final class ChainWalk {

    private final CheckpointWalk checkpoints;
    private String hash = ChainHash.ORIGIN;
    private long position;
    private @Nullable SealedRow suspect;
    private @Nullable Instant first;
    private @Nullable Instant last;

    ChainWalk(CheckpointWalk checkpoints) {
        this.checkpoints = checkpoints;
    }

    /** Takes the next seal; the first fault ends the walk. */
    Optional<AuditFault> take(SealedRow next) throws IOException {
        if (suspect != null) {
            return Optional.of(judge(suspect, next));
        }
        long place = position + 1;
        if (next.seal().position() != place) {
            return fault(Kind.SEAL_MISSING, place, "the seal at position " + place + " is gone");
        }
        AuditRow row = next.row();
        if (row == null) {
            return fault(
                    Kind.ROW_DELETED,
                    place,
                    "the row " + next.seal().auditId() + " at position " + place + " was deleted");
        }
        if (!next.fitsBehind(hash)) {
            suspect = next;
            return Optional.empty();
        }
        position = place;
        hash = next.seal().hash();
        first = first == null ? row.at() : first;
        last = row.at();
        return checkpoints.meet(next.seal());
    }

    /** The chain has ended. */
    Optional<AuditFault> end() {
        return suspect != null ? Optional.of(judge(suspect, null)) : checkpoints.end(position);
    }

    /**
     * A seal and its row do not fit. If what follows, or the checkpoint there, fits to what the row gives, then the row is what
     * it was and the seal is not.
     */
    private AuditFault judge(SealedRow doubtful, @Nullable SealedRow next) {
        long place = doubtful.seal().position();
        AuditRow row = doubtful.row();
        String given = row == null ? ChainHash.ORIGIN : ChainHash.of(hash, place, row);
        boolean rowIsTrue = next == null ? checkpoints.signs(place, given) : next.fitsBehind(given);
        return rowIsTrue
                ? new AuditFault(Kind.SEAL_CHANGED, place, "the seal at position " + place + " was changed")
                : new AuditFault(
                        Kind.ROW_CHANGED,
                        place,
                        "the row " + doubtful.seal().auditId() + " at position " + place + " was changed");
    }

    private static Optional<AuditFault> fault(Kind kind, long place, String text) {
        return Optional.of(new AuditFault(kind, place, text));
    }

    /** How many seals fitted. */
    long position() {
        return position;
    }

    /** The time of the first row, if there is one. */
    @Nullable
    Instant first() {
        return first;
    }

    /** The time of the last row that fitted. */
    @Nullable
    Instant last() {
        return last;
    }
}
