package id.ronda.identity.audit;

import id.ronda.identity.AuditFault;
import id.ronda.identity.AuditSealing;
import id.ronda.identity.AuditVerdict;
import id.ronda.kernel.ModuleLife;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Walks the whole trail once a day, as {@code ronda audit verify} does, and keeps what it saw last. */
public final class TrailWatch implements ModuleLife {

    private static final Logger LOG = LoggerFactory.getLogger(TrailWatch.class);

    private final Verification verification;
    private final Pace pace;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private final Thread thread;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile AuditSealing.@Nullable Judged last;

    /**
     * When it walks.
     *
     * @param first how long after the start, so that a start has the database for itself
     * @param every how long after the end of a walk the next one begins
     */
    public record Pace(Duration first, Duration every) {

        /** Two minutes after the start, then daily. */
        public static final Pace USUAL = new Pace(Duration.ofMinutes(2), Duration.ofDays(1));
    }

    /** A watch that begins with {@link #start()}. */
    public TrailWatch(Verification verification, Pace pace, InstantSource clock, MeterRegistry meters) {
        this.verification = verification;
        this.pace = pace;
        this.clock = clock;
        this.meters = meters;
        this.thread = Thread.ofVirtual().name("audit-watch").unstarted(this::work);
        Gauge.builder("ronda.audit.intact", this, TrailWatch::intact)
                .description(
                        "1 when the last walk over the audit trail found nothing, 0 when it did; NaN before the first")
                .register(meters);
    }

    @Override
    public void start() {
        thread.start();
    }

    /** What the last walk saw, and when; empty before the first has ended. */
    public Optional<AuditSealing.Judged> last() {
        return Optional.ofNullable(last);
    }

    private double intact() {
        return last().map(judged -> judged.verdict().intact() ? 1.0 : 0.0).orElse(Double.NaN);
    }

    private void work() {
        try {
            for (Duration wait = pace.first();
                    !ended.await(wait.toMillis(), TimeUnit.MILLISECONDS);
                    wait = pace.every()) {
                walk();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void walk() {
        try {
            AuditVerdict verdict = verification.run();
            AuditFault fault = verdict.fault();
            last = new AuditSealing.Judged(clock.instant(), verdict);
            if (fault != null) {
                LOG.error("the audit trail is not what it was: {}; run 'ronda audit verify'", fault.text());
            }
        } catch (IOException | RuntimeException e) {
            meters.counter("ronda.audit.failures", "step", "watch").increment();
            LOG.warn("the audit trail could not be walked, tried again in {}: {}", pace.every(), e.toString());
        }
    }

    /** Ends it; a walk that runs ends with its database. */
    @Override
    public void close() {
        ended.countDown();
    }
}
