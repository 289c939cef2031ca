package id.ronda.collector.store;

import id.ronda.collector.spool.ClockGuard;
import id.ronda.collector.spool.SampleSpool;
import id.ronda.collector.spool.Segment;
import id.ronda.collector.spool.SegmentContent;
import id.ronda.kernel.database.DatabaseAway;
import id.ronda.kernel.database.DatabaseBusy;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes sealed segments out of the spool, oldest first, and stores them: one thread, one transaction a segment. While
 * the database is away it tries again with growing pauses, and the spool fills; nothing is called stored that is not.
 * A segment with samples ahead of the clock waits until the clock has passed them; those behind it are stored meanwhile.
 */
public final class SpoolDrain implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SpoolDrain.class);
    private static final Duration IDLE = Duration.ofMillis(200);
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 3_000;
    private static final int TRIES_BEFORE_REFUSAL = 3;
    private static final int TRIES_TO_READ = 5;
    private static final Duration STOP_PATIENCE = Duration.ofMillis(1_500);
    private static final Duration INTERRUPT_PATIENCE = Duration.ofMillis(500);

    private final SampleSpool spool;
    private final SampleStore store;
    private final CommittedFeed feed;
    private final ClockGuard guard;
    private final Clock clock;
    private final MeterRegistry registry;
    private final Counter stored;
    private final Thread thread;
    private final CountDownLatch stop = new CountDownLatch(1);
    private String lastFailure = "";
    private int refusals;
    private int triesToRead;
    private Optional<Exception> unreadable = Optional.empty();
    private long waitingForClock;

    /** A drain from that spool into that store; it begins with {@link #start}. */
    public SpoolDrain(
            SampleSpool spool,
            SampleStore store,
            CommittedFeed feed,
            ClockGuard guard,
            Clock clock,
            MeterRegistry registry) {
        this.spool = spool;
        this.store = store;
        this.feed = feed;
        this.guard = guard;
        this.clock = clock;
        this.registry = registry;
        stored = registry.counter("ronda.samples.stored");
        thread = Thread.ofPlatform().name("spool-drain").daemon().unstarted(this::run);
    }

    /** Starts storing. */
    public void start() {
        thread.start();
    }

    private boolean stopping() {
        return stop.getCount() == 0;
    }

    private void run() {
        long pause = 0;
        try {
            while (!stopping() || (pause == 0 && spool.waiting() > 0)) {
                Optional<Segment> segment =
                        spool.take(stopping() ? Duration.ZERO : IDLE, s -> guard.allows(s, clock.instant()));
                boolean well = segment.isEmpty() || storeOrTell(segment.get());
                pause = well ? 0 : Math.clamp(pause * 2, FIRST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS);
                if (pause > 0) {
                    stop.await(pause, TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            LOG.info("the spool's drain was interrupted; what waits is stored after the next start");
        }
    }

    /** Stores the segment and acknowledges it; false when it must be tried again. */
    private boolean storeOrTell(Segment segment) {
        try {
            if (!guard.allows(segment, clock.instant())) {
                return waitsForClock(segment);
            }
            Optional<SegmentContent> readable = read(segment);
            if (readable.isEmpty()) {
                return setAsideInTheEnd(segment);
            }
            SegmentContent content = readable.get();
            boolean isNew = store.store(spool.id(), segment.number(), spool.firstUnacknowledged(), content);
            acknowledge(segment, content, isNew);
            return true;
        } catch (DatabaseAway e) {
            return failed("away", segment, e);
        } catch (DatabaseBusy e) {
            return failed("busy", segment, e);
        } catch (IOException e) {
            return failed("disk", segment, e);
        } catch (RuntimeException e) {
            return refusedByData(e) ? refuse(segment, e) : failed("database", segment, e);
        }
    }

    private Optional<SegmentContent> read(Segment segment) {
        try {
            SegmentContent content = segment.read();
            unreadable = Optional.empty();
            triesToRead = 0;
            return Optional.of(content);
        } catch (IOException | IllegalArgumentException | BufferUnderflowException e) {
            unreadable = Optional.of(e);
            return Optional.empty();
        }
    }

    /** A disk may stutter; one that never gives the segment back would hold everything behind it for ever. */
    private boolean setAsideInTheEnd(Segment segment) throws IOException {
        Exception reason = unreadable.orElseThrow();
        triesToRead++;
        if (stopping() || triesToRead < TRIES_TO_READ) {
            return failed("unreadable", segment, reason);
        }
        triesToRead = 0;
        spool.setAside(segment, reason);
        return true;
    }

    /** Told once for each segment: with samples made later, which are stored, it would else be told again and again. */
    private boolean waitsForClock(Segment segment) {
        registry.counter("ronda.store.failures", "reason", "clock").increment();
        if (segment.number() != waitingForClock) {
            waitingForClock = segment.number();
            LOG.warn(
                    "segment {} waits in the spool for the clock ({}), and what can be stored passes it: set the clock of"
                            + " the server right",
                    segment.number(),
                    guard.judge(segment, clock.instant()));
        }
        return false;
    }

    private void acknowledge(Segment segment, SegmentContent content, boolean isNew) throws IOException {
        spool.acknowledge(segment);
        spool.reportUnreadable(segment, content.unreadable());
        refusals = 0;
        if (!lastFailure.isEmpty()) {
            LOG.info("samples are stored again");
            lastFailure = "";
        }
        if (isNew) {
            stored.increment(content.samples().size());
            feed.publish(content.samples());
        }
    }

    private boolean failed(String reason, Segment segment, @Nullable Exception failure) {
        registry.counter("ronda.store.failures", "reason", reason).increment();
        if (!reason.equals(lastFailure)) {
            lastFailure = reason;
            boolean expected = failure == null || failure instanceof DatabaseAway || failure instanceof DatabaseBusy;
            LOG.warn("segment {} waits in the spool ({})", segment.number(), reason, expected ? null : failure);
        }
        return false;
    }

    /** The same data would be refused for ever, and everything behind it would wait: after some tries it becomes a loss. */
    private boolean refuse(Segment segment, RuntimeException failure) {
        refusals++;
        if (refusals < TRIES_BEFORE_REFUSAL) {
            return failed("refused", segment, failure);
        }
        refusals = 0;
        try {
            spool.refuse(segment, failure);
            return true;
        } catch (IOException e) {
            return failed("disk", segment, e);
        }
    }

    /** Classes 22 and 23 of the SQLSTATE: it is the data that is wrong, not the server (PostgreSQL manual, appendix A). */
    private static boolean refusedByData(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState().startsWith("22") || sql.getSQLState().startsWith("23");
            }
        }
        return false;
    }

    /** Stores what is sealed, as long as that goes well and for 2 seconds at most, and ends the thread. */
    @Override
    public void close() {
        stop.countDown();
        if (thread.getState() == Thread.State.NEW) {
            return;
        }
        try {
            if (!thread.join(STOP_PATIENCE)) {
                thread.interrupt();
                if (!thread.join(INTERRUPT_PATIENCE)) {
                    LOG.warn(
                            "the spool's drain still waits for the database; what it has not stored stays in the spool");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
