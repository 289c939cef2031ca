package id.ronda.collector;

import id.ronda.collector.spool.ClockGuard;
import id.ronda.collector.spool.ClockGuard.Verdict;
import id.ronda.collector.spool.SampleSpool;
import id.ronda.collector.spool.SpoolSettings;
import id.ronda.collector.store.CommittedFeed;
import id.ronda.collector.store.Resumption;
import id.ronda.collector.store.Retention;
import id.ronda.collector.store.RetentionSettings;
import id.ronda.collector.store.SampleLayout;
import id.ronda.collector.store.SampleStore;
import id.ronda.collector.store.SampleView;
import id.ronda.collector.store.SeriesRegistry;
import id.ronda.collector.store.SpoolCheck;
import id.ronda.collector.store.SpoolDrain;
import id.ronda.collector.store.StoreUpkeep;
import io.micrometer.core.instrument.Counter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way of a sample from the spool to the views, wired. */
final class Storage implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Storage.class);
    /** No true clock shows less: when this was written. */
    private static final Instant CLOCK_FLOOR = Instant.parse("2026-11-01T00:00:00Z");

    private static final long SEAL_SECONDS = 1;

    private final SampleSpool spool;
    private final SampleStore store;
    private final CommittedFeed feed;
    private final SpoolDrain drain;
    private final StoreUpkeep upkeep;
    private final SampleView view;
    private final SeriesRegistry series;
    private final ClockGuard guard = new ClockGuard(CLOCK_FLOOR);

    private final Clock clock;
    private final Counter farAhead;

    private Storage(CollectorNeeds needs, CollectorSettings settings) throws IOException {
        var folder = needs.folder().spool();
        clock = needs.clock();
        farAhead = needs.meters().counter("ronda.clock.far.ahead");
        var bounds = spoolSettings(folder, settings);
        spool = SampleSpool.open(bounds, UUID::randomUUID, needs.meters());
        spool.recovery().cuts().forEach(cut -> log.warn("The spool was cut at its last good record: {}", cut));
        feed = new CommittedFeed(needs.meters());
        var layout = SampleLayout.of(needs.database(), spool::oldestUnacknowledgedSlot, needs.meters());
        store = new SampleStore(needs.database(), layout, layout::lateBefore);
        drain = new SpoolDrain(spool, store, feed, guard, needs.clock(), needs.meters());
        var retention = new Retention(needs.database(), layout, retention(needs, settings), needs.meters());
        var spoolCheck = new SpoolCheck(needs.database(), bounds);
        upkeep = new StoreUpkeep(layout, retention, spoolCheck, needs.clock(), needs.meters());
        view = new SampleView(needs.database(), retention, spoolCheck, needs.clock());
        series = new SeriesRegistry(needs.database(), needs.clock());
    }

    static Storage open(CollectorNeeds needs, CollectorSettings settings) {
        try {
            return new Storage(needs, settings);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The spool in " + needs.folder().spool() + " cannot be opened; check the folder and the disk.", e);
        }
    }

    private static SpoolSettings spoolSettings(Path folder, CollectorSettings settings) throws IOException {
        return settings.spoolBytes().isPresent()
                ? SpoolSettings.of(folder, settings.spoolBytes().get())
                : SpoolSettings.of(folder);
    }

    private static RetentionSettings retention(CollectorNeeds needs, CollectorSettings settings) throws IOException {
        var usual = RetentionSettings.defaults(
                DiskShare.bytes(needs.folder().path().resolve("postgres"), needs.database()));
        return new RetentionSettings(
                settings.rawDays(),
                usual.fiveMinuteDays(),
                usual.hourDays(),
                usual.dayDays(),
                settings.budgetBytes().orElse(usual.budgetBytes()));
    }

    /** Where the last run ended; asks the database. */
    Resumption resume() {
        var resumption = store.resume(spool.recovery().unstored());
        if (guard.judgeStart(clock.instant(), resumption.newest()) instanceof Verdict.FarAhead far) {
            farAhead.increment();
            log.warn(
                    "The clock shows {}, the newest sample is of {}: if the clock is wrong, stop, set it right and start"
                            + " again. Samples are stored, old ones are not deleted until the days from now on have made"
                            + " them old.",
                    far.now(),
                    far.newest());
        }
        return resumption;
    }

    void start() {
        upkeep.start();
        drain.start();
    }

    SampleSpool spool() {
        return spool;
    }

    CommittedFeed feed() {
        return feed;
    }

    SampleView view() {
        return view;
    }

    SeriesRegistry series() {
        return series;
    }

    ClockGuard guard() {
        return guard;
    }

    /** Seals what is in memory, stores what the database takes, and ends; within about 5 s whatever is away. */
    @Override
    public void close() {
        sealed();
        drain.close();
        upkeep.close();
        spool.close();
    }

    /** A disk that is full seals nothing: what is in memory then waits no longer than this. */
    private void sealed() {
        try {
            spool.flush().get(SEAL_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            log.warn("The spool did not seal its newest samples within {} s: look at the disk.", SEAL_SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
