package id.ronda.identity.audit;

import id.ronda.kernel.ModuleLife;
import id.ronda.kernel.database.Database;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one that chains the rows of the audit trail in the order of their commits and signs the chain's end in a file outside
 * the database. It goes on from the last seal after a start, and what it cannot do now it tries again at the next round.
 */
public final class Sealer implements ModuleLife {

    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);
    private static final Duration TO_END = Duration.ofSeconds(6);

    private final SealStore store;
    private final Path folder;
    private final Path keys;
    private final SealerPace pace;
    private final InstantSource clock;
    private final SecureRandom random;
    private final MeterRegistry meters;
    private final Counter sealed;
    private final Counter checkpoints;
    private final Semaphore wake = new Semaphore(0);
    private @Nullable Thread thread;
    private volatile boolean ended;
    private boolean failing;
    private long lastCheckpoint;

    /**
     * Prepares a sealer.
     *
     * @param folder of the checkpoints
     * @param keys where the signing key is, or is made at the first start
     */
    public Sealer(
            Database database,
            Path folder,
            Path keys,
            SealerPace pace,
            InstantSource clock,
            SecureRandom random,
            MeterRegistry meters) {
        this.store = new SealStore(database);
        this.folder = folder;
        this.keys = keys;
        this.pace = pace;
        this.clock = clock;
        this.random = random;
        this.meters = meters;
        this.sealed = Counter.builder("ronda.audit.sealed")
                .description("Rows of the audit trail that were sealed")
                .register(meters);
        this.checkpoints = Counter.builder("ronda.audit.checkpoints")
                .description("Signed checkpoints of the audit trail")
                .register(meters);
    }

    @Override
    public void start() {
        try {
            CheckpointLog log = CheckpointLog.open(folder, store, SigningKey.loadOrMake(keys, random), clock);
            lastCheckpoint = System.nanoTime() - pace.checkpoint().toNanos();
            thread = Thread.ofPlatform().name("audit-sealer").daemon().start(() -> work(log));
        } catch (IOException e) {
            throw new UncheckedIOException("the checkpoints in " + folder + " cannot be used: " + e.getMessage(), e);
        }
    }

    private void work(CheckpointLog log) {
        try (log) {
            while (!ended) {
                round(log, false);
                boolean woken = wake.tryAcquire(pace.round().toMillis(), TimeUnit.MILLISECONDS);
                LOG.trace("the next look at the trail, woken: {}", woken);
            }
            round(log, true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.warn("the file of checkpoints was not closed: {}", e.getMessage());
        }
    }

    /** Seals all there is, and signs it when that is due or it is the last round. */
    private void round(CheckpointLog log, boolean last) {
        try {
            Seal end = sealAll();
            if (last || System.nanoTime() - lastCheckpoint >= pace.checkpoint().toNanos()) {
                if (log.write(end)) {
                    checkpoints.increment();
                    lastCheckpoint = System.nanoTime();
                }
            }
            failing = false;
        } catch (IOException e) {
            failed("checkpoint", e);
        } catch (RuntimeException e) {
            failed("seal", e);
        }
    }

    private Seal sealAll() {
        while (true) {
            switch (store.seal(pace.batch())) {
                case SealStore.Round.Sealed done -> {
                    sealed.increment(done.rows());
                    if (done.rows() < pace.batch()) {
                        return done.last();
                    }
                }
                case SealStore.Round.Occupied occupied ->
                    throw new IllegalStateException("another sealer is at work on this database");
                case SealStore.Round.CountedBack back ->
                    throw new IllegalStateException("the database counts transactions from before position "
                            + back.last().position() + " of the audit trail: it was restored from a dump; set its"
                            + " counter with pg_resetwal behind the last sealed transaction");
            }
        }
    }

    /** Each failure is counted; only the first of a row of them is told, for the next round comes soon. */
    private void failed(String what, Exception cause) {
        meters.counter("ronda.audit.failures", "step", what).increment();
        if (!failing) {
            LOG.error("the audit trail is not sealed for now (step {}), tried again: {}", what, cause.toString());
        }
        failing = true;
    }

    /** Seals and signs what is there, and ends within seconds. */
    @Override
    public void close() {
        ended = true;
        wake.release();
        Thread working = thread;
        thread = null;
        try {
            if (working != null && !working.join(TO_END)) {
                LOG.warn(
                        "the sealer of the audit trail does not end; what it has not sealed is sealed after the start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
