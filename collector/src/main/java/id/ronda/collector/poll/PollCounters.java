package id.ronda.collector.poll;

import id.ronda.collector.snmp.SnmpFailure;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** What the poller counts. */
final class PollCounters {

    private final Counter expected;
    private final Counter restarts;
    private final Counter discontinuities;
    private final Counter tooFast;
    private final Counter resets;
    private final Counter overruns;
    private final Timer lateness;
    private final MeterRegistry meters;

    PollCounters(MeterRegistry meters) {
        this.meters = meters;
        expected = meters.counter("ronda.samples.expected");
        restarts = meters.counter("ronda.poll.device.restarts");
        discontinuities = meters.counter("ronda.poll.discontinuities");
        tooFast = meters.counter("ronda.poll.rates.refused", "reason", "faster-than-line");
        resets = meters.counter("ronda.poll.rates.refused", "reason", "counter-reset");
        overruns = meters.counter("ronda.poll.overruns");
        lateness = Timer.builder("ronda.poll.lateness")
                .description("A slot's first request handed to the socket, after the slot")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofSeconds(60))
                .register(meters);
        for (var failure : SnmpFailure.values()) {
            failures(failure);
        }
    }

    void expected(int samples) {
        expected.increment(samples);
    }

    void lateness(long millis, long nanos) {
        lateness.record(TimeUnit.MILLISECONDS.toNanos(Math.max(0, millis)) + nanos, TimeUnit.NANOSECONDS);
    }

    void restart() {
        restarts.increment();
    }

    void discontinuity() {
        discontinuities.increment();
    }

    void refusedRate(boolean fasterThanLine) {
        (fasterThanLine ? tooFast : resets).increment();
    }

    /** A slot came while the one before was still being asked. */
    void overrun() {
        overruns.increment();
    }

    void failure(SnmpFailure failure) {
        failures(failure).increment();
    }

    /** Registered at the start too, so that a failure that never happened is a zero and not an absence. */
    private Counter failures(SnmpFailure failure) {
        return meters.counter("ronda.poll.failures", "reason", failure.code());
    }
}
