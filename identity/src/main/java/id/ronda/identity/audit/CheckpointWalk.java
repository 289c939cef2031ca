package id.ronda.identity.audit;

import id.ronda.identity.AuditFault;
import id.ronda.identity.AuditFault.Kind;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the file of checkpoints beside the chain and holds each signed hash against the chain's own. */
final class CheckpointWalk {

    private final CheckpointLines lines;
    private final @Nullable SigningKey key;
    private final long noted;
    private @Nullable Checkpoint next;
    private String lastHash = ChainHash.ORIGIN;
    private long lastNumber;
    private long covered;
    private long fitting;

    /**
     * Prepares a walk.
     *
     * @param key null when the installation has none
     * @param noted how many lines the database knows to be in the file
     */
    CheckpointWalk(CheckpointLines lines, @Nullable SigningKey key, long noted) {
        this.lines = lines;
        this.key = key;
        this.noted = noted;
    }

    /** Reads the next line; its fault, if it has one. */
    Optional<AuditFault> advance() throws IOException {
        Optional<CheckpointLines.Line> line = lines.next();
        next = null;
        // A cut line that the database does not know of was being written when the process was killed.
        if (line.isEmpty() || (!line.get().whole() && line.get().number() > noted)) {
            return lastNumber < noted ? missing(lastNumber + 1) : Optional.empty();
        }
        return judge(line.get());
    }

    private Optional<AuditFault> judge(CheckpointLines.Line line) {
        Optional<Checkpoint> read = line.whole() ? Checkpoint.parse(line.text()) : Optional.empty();
        if (read.isEmpty()) {
            return fault(Kind.CHECKPOINT_CHANGED, line.number(), "is not as it was written");
        }
        Checkpoint checkpoint = read.get();
        if (key == null) {
            return fault(Kind.SIGNATURE_WRONG, line.number(), "cannot be checked: the signing key is gone");
        }
        if (!checkpoint.isSignedBy(key)) {
            return fault(Kind.SIGNATURE_WRONG, line.number(), "has a signature that does not fit: it was changed");
        }
        if (checkpoint.number() != lastNumber + 1) {
            return missing(lastNumber + 1);
        }
        if (!checkpoint.before().equals(lastHash)) {
            return fault(Kind.CHECKPOINT_CHANGED, line.number(), "does not follow the line before it");
        }
        lastNumber = checkpoint.number();
        lastHash = checkpoint.lineHash();
        next = checkpoint;
        return Optional.empty();
    }

    /** Holds the chain at one place against the checkpoint there, if there is one. */
    Optional<AuditFault> meet(Seal seal) throws IOException {
        Checkpoint checkpoint = next;
        if (checkpoint == null || checkpoint.position() > seal.position()) {
            return Optional.empty();
        }
        if (checkpoint.position() < seal.position()) {
            return Optional.of(new AuditFault(
                    Kind.TAIL_CUT,
                    checkpoint.position() + 1,
                    "the trail was cut back: checkpoint " + checkpoint.number() + " signed position "
                            + checkpoint.position() + " after a later one had been signed"));
        }
        if (!checkpoint.signs(seal.hash())) {
            return Optional.of(new AuditFault(
                    Kind.CHAIN_REWRITTEN,
                    seal.position(),
                    "the chain up to position " + seal.position() + " is not the one that checkpoint "
                            + checkpoint.number() + " signed: rows behind position " + covered + " were replaced"));
        }
        covered = checkpoint.position();
        fitting++;
        return advance();
    }

    /** Whether the checkpoint that comes next signs exactly this hash at this place. */
    boolean signs(long position, String hash) {
        Checkpoint checkpoint = next;
        return checkpoint != null && checkpoint.position() == position && checkpoint.signs(hash);
    }

    /** What is left when the chain has ended at that place. */
    Optional<AuditFault> end(long position) {
        Checkpoint checkpoint = next;
        return checkpoint == null
                ? Optional.empty()
                : Optional.of(new AuditFault(
                        Kind.TAIL_CUT,
                        position + 1,
                        "the trail ends at position " + position + ", but checkpoint " + checkpoint.number()
                                + " signed it up to position " + checkpoint.position()
                                + ": the newest rows were cut off"));
    }

    /** The last position that a fitting checkpoint covers. */
    long covered() {
        return covered;
    }

    /** How many checkpoints fitted. */
    long fitting() {
        return fitting;
    }

    private static Optional<AuditFault> missing(long line) {
        return fault(Kind.CHECKPOINT_MISSING, line, "is gone");
    }

    private static Optional<AuditFault> fault(Kind kind, long line, String what) {
        return Optional.of(new AuditFault(kind, line, "line " + line + " of " + CheckpointFile.NAME + " " + what));
    }
}
