package id.ronda.collector.spool;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Names and counts every way in which the spool fails. */
final class SpoolMeters {

    private static final Logger LOG = LoggerFactory.getLogger(SampleSpool.class);

    /** An overflow loses samples many times a second; the counter tells each, the log tells their sum. */
    private static final long TELL_EVERY_NANOS = 60_000_000_000L;

    private final MeterRegistry registry;
    private final Counter overflow;
    private final Counter refused;
    private final Counter unreadable;
    private final Counter diskFull;
    private final Counter diskError;
    private final LongSupplier nanos;
    private String lastFailure = "";
    private long lostUntold;
    private long toldAt;

    SpoolMeters(MeterRegistry registry, LongSupplier nanos) {
        this.registry = registry;
        this.nanos = nanos;
        toldAt = nanos.getAsLong() - TELL_EVERY_NANOS;
        overflow = lost("spool-overflow");
        refused = lost("refused");
        unreadable = lost("unreadable");
        diskFull = registry.counter("ronda.spool.failures", "reason", "disk-full");
        diskError = registry.counter("ronda.spool.failures", "reason", "disk-error");
    }

    private Counter lost(String reason) {
        return registry.counter("ronda.samples.lost", "reason", reason);
    }

    <T> void gaugeBytes(T owner, ToDoubleFunction<T> bytes) {
        registry.gauge("ronda.spool.bytes", owner, bytes);
    }

    void overflowed(long samples) {
        overflow.increment((double) samples);
        lostUntold += samples;
        if (lostUntold > 0 && nanos.getAsLong() - toldAt >= TELL_EVERY_NANOS) {
            LOG.warn("the spool is full: {} samples are lost and told as gaps", lostUntold);
            toldAt = nanos.getAsLong();
            lostUntold = 0;
        }
    }

    void refused(Segment segment, Throwable reason) {
        refused.increment((double) segment.samples());
        LOG.error(
                "the database refused segment {}: its {} samples are lost and told as gaps",
                segment.number(),
                segment.samples(),
                reason);
    }

    void unreadable(Segment segment, long samples) {
        unreadable.increment((double) samples);
        LOG.error("{} samples of {} cannot be read back: look at the disk", samples, segment.path());
    }

    void failedToRead(Segment segment, Exception reason) {
        registry.counter("ronda.spool.failures", "reason", "unreadable").increment();
        LOG.debug("{} cannot be read to its end", segment.path(), reason);
    }

    void setAside(Segment segment, Path aside, Throwable reason) {
        registry.counter("ronda.spool.damaged").increment();
        unreadable.increment((double) segment.samples());
        LOG.error(
                "segment {} cannot be read and is kept as {}: its {} samples are lost, told as gaps as far as its devices"
                        + " can be read; look at the disk, and delete the file when nobody needs it",
                segment.number(),
                aside,
                segment.samples(),
                reason);
    }

    void cut(SpoolRecovery.Cut cut) {
        registry.counter("ronda.spool.cut").increment();
        LOG.warn(
                "{} was torn: {} bytes behind its last good record are cut off, {} samples are kept",
                cut.file(),
                cut.bytes(),
                cut.samplesKept());
    }

    /** Counts the failure and logs it once, until another one or a success comes; whether the disk is full. */
    boolean failed(IOException failure) {
        boolean full = String.valueOf(failure.getMessage()).contains("No space left");
        (full ? diskFull : diskError).increment();
        String name = full ? "disk-full" : "disk-error: " + failure.getMessage();
        if (!name.equals(lastFailure)) {
            lastFailure = name;
            LOG.error("the spool cannot write ({}): what does not fit in memory is lost and counted", name, failure);
        }
        return full;
    }

    void slowToClose(Duration patience) {
        LOG.warn(
                "the spool did not end within {}: what it writes now is cut at the next start if it is torn", patience);
    }

    void succeeded() {
        if (!lastFailure.isEmpty()) {
            LOG.info("the spool writes again after {}", lastFailure);
            lastFailure = "";
        }
    }
}
