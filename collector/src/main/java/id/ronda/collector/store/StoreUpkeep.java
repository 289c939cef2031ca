package id.ronda.collector.store;

import id.ronda.kernel.database.DatabaseAway;
import id.ronda.kernel.database.DatabaseBusy;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs rollups and retention on a thread of their own. A run that fails is counted, and the next one catches up. */
public final class StoreUpkeep implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StoreUpkeep.class);
    private static final Duration ROLLUP_EVERY = Duration.ofMinutes(1);
    private static final Duration RETENTION_EVERY = Duration.ofMinutes(10);
    private static final long STOP_SECONDS = 1;

    private final SampleLayout layout;
    private final Retention retention;
    private final SpoolCheck spoolCheck;
    private final Clock clock;
    private final Counter failures;
    private final ScheduledExecutorService executor;

    /** An upkeep that begins with {@link #start}. */
    public StoreUpkeep(
            SampleLayout layout, Retention retention, SpoolCheck spoolCheck, Clock clock, MeterRegistry registry) {
        this.layout = layout;
        this.retention = retention;
        this.spoolCheck = spoolCheck;
        this.clock = clock;
        failures = registry.counter("ronda.upkeep.failures");
        executor = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("store-upkeep").daemon().factory());
    }

    /** Runs both soon and then again and again. */
    public void start() {
        every(RETENTION_EVERY, retention::run);
        every(ROLLUP_EVERY, layout::rollUp);
        every(ROLLUP_EVERY, spoolCheck::run);
    }

    private void every(Duration pause, Consumer<Instant> job) {
        var unused = executor.scheduleWithFixedDelay(() -> guarded(job), 0, pause.toSeconds(), TimeUnit.SECONDS);
    }

    /** An exception that leaves a scheduled job would end it for ever. */
    private void guarded(Consumer<Instant> job) {
        try {
            job.accept(clock.instant());
        } catch (DatabaseAway | DatabaseBusy e) {
            failures.increment();
            LOG.info("the store's upkeep waits for the database");
        } catch (RuntimeException e) {
            failures.increment();
            LOG.error("the store's upkeep failed; it is tried again", e);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
        try {
            if (!executor.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("the store's upkeep did not stop within {} s", STOP_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
