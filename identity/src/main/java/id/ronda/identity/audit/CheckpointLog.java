package id.ronda.identity.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signs checkpoints: first the file, then its mark in the database, so that a crash in between leaves a line too many, never one too few. */
final class CheckpointLog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointLog.class);

    private final CheckpointFile file;
    private final SealStore store;
    private final SigningKey key;
    private final InstantSource clock;
    private long noted;

    private CheckpointLog(CheckpointFile file, SealStore store, SigningKey key, InstantSource clock) {
        this.file = file;
        this.store = store;
        this.key = key;
        this.clock = clock;
    }

    /** Opens the file and makes good what a crash has left between it and the database. */
    static CheckpointLog open(Path folder, SealStore store, SigningKey key, InstantSource clock) throws IOException {
        CheckpointLog log = new CheckpointLog(CheckpointFile.open(folder), store, key, clock);
        try {
            log.compare();
            return log;
        } catch (RuntimeException e) {
            log.close();
            throw e;
        }
    }

    private void compare() {
        noted = store.lastCheckpoint();
        if (noted < file.lines() && file.last().isPresent()) {
            note(file.last().get());
        } else if (noted > file.lines()) {
            LOG.error(
                    "the file of the audit trail's checkpoints ends at line {}, but line {} was written: run"
                            + " 'ronda audit verify'",
                    file.lines(),
                    noted);
        }
        long end = store.last().position();
        if (covered() > end) {
            LOG.error(
                    "the audit trail ends at position {}, but position {} was signed: run 'ronda audit verify'",
                    end,
                    covered());
        }
    }

    /** The last position that is signed; 0 when there is none. */
    long covered() {
        return file.last().map(Checkpoint::position).orElse(0L);
    }

    /**
     * Signs the end of the chain if the last line does not already.
     *
     * @return whether a line was written
     */
    boolean write(Seal end) throws IOException {
        if (end.position() == covered()) {
            return false;
        }
        Checkpoint next = Checkpoint.sign(
                key,
                Math.max(noted, file.lines()) + 1,
                end,
                end.position() - covered(),
                clock.instant(),
                file.lastHash());
        file.append(next);
        note(next);
        return true;
    }

    private void note(Checkpoint checkpoint) {
        store.note(checkpoint);
        noted = checkpoint.number();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
