package id.ronda.identity.audit;

import id.ronda.identity.AuditFault;
import id.ronda.identity.AuditFault.Kind;
import id.ronda.identity.AuditVerdict;
import id.ronda.kernel.database.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Walks rows, seals and checkpoints to the first fault. Reads only; a server may write on meanwhile. */
public final class Verification {

    private final TrailView trail;
    private final SealStore store;
    private final Path checkpoints;
    private final Path keys;

    /**
     * Prepares a verification.
     *
     * @param folder of the checkpoints
     * @param keys where the signing key is
     */
    public Verification(Database database, Path folder, Path keys) {
        this.trail = new TrailView(database);
        this.store = new SealStore(database);
        this.checkpoints = folder.resolve(CheckpointFile.NAME);
        this.keys = keys;
    }

    /** Whether this database has a trail at all. */
    public boolean hasTrail() {
        return trail.exists();
    }

    /**
     * Verifies all of it.
     *
     * @throws IOException when the file of checkpoints cannot be read
     */
    public AuditVerdict run() throws IOException {
        @Nullable SigningKey key = SigningKey.load(keys).orElse(null);
        // First the marks, then the file's length, then the rows: each knows at least what the one before told.
        long noted = store.lastCheckpoint();
        try (CheckpointLines lines = CheckpointLines.open(checkpoints)) {
            CheckpointWalk signed = new CheckpointWalk(lines, key, noted);
            return trail.read(moment -> walk(moment, signed, key == null ? null : key.id()));
        }
    }

    private static AuditVerdict walk(TrailView.Moment moment, CheckpointWalk signed, @Nullable String keyId)
            throws IOException {
        ChainWalk chain = new ChainWalk(signed);
        Optional<AuditFault> fault = signed.advance();
        if (fault.isEmpty()) {
            fault = moment.follow(chain::take).or(chain::end);
        }
        TrailView.Waiting waiting = moment.waiting();
        return new AuditVerdict(
                chain.position() + waiting.count(),
                chain.position(),
                signed.fitting(),
                waiting.count(),
                chain.position() - signed.covered(),
                chain.first(),
                chain.last(),
                keyId,
                fault.or(() -> unsealed(moment, waiting, chain.position())).orElse(null));
    }

    private static Optional<AuditFault> unsealed(TrailView.Moment moment, TrailView.Waiting waiting, long end) {
        return waiting.inserted()
                .map(id -> inserted(id, moment.placeOf(id)))
                .or(() -> waiting.late()
                        .map(id -> new AuditFault(
                                Kind.ROW_NOT_SEALED,
                                end + 1,
                                "the row " + id
                                        + " is not sealed: start the server, which seals what a crash has left")));
    }

    private static AuditFault inserted(long id, long place) {
        return new AuditFault(
                Kind.ROW_INSERTED,
                place,
                "the row " + id + " was inserted before position " + place + " after that had been sealed");
    }
}
