package id.ronda.collector.snmp;

import java.util.concurrent.TimeUnit;

/**
 * How long to wait for one device: smoothed round trip and its variation as TCP has them (RFC 6298), between 250 ms and 5 s,
 * 1.5 s before the first answer. Every attempt has an id of its own, so that an answer always tells its true round trip.
 */
final class RoundTrip {
    static final long MIN = TimeUnit.MILLISECONDS.toNanos(250);
    static final long MAX = TimeUnit.SECONDS.toNanos(5);
    static final long START = TimeUnit.MILLISECONDS.toNanos(1500);

    private long smoothed = -1;
    private long variation;

    /** Takes in a measured round trip, in nanoseconds. */
    synchronized void measured(long nanos) {
        if (smoothed < 0) {
            smoothed = nanos;
            variation = nanos / 2;
            return;
        }
        variation += (Math.abs(nanos - smoothed) - variation) / 4;
        smoothed += (nanos - smoothed) / 8;
    }

    /** How long to wait for the answer to attempt 0, 1, 2...: each waits twice as long as the one before. */
    synchronized long timeoutNanos(int attempt) {
        long base = smoothed < 0 ? START : smoothed + 4 * variation;
        return Math.min(MAX, Math.max(MIN, base) << attempt);
    }

    /** The smoothed round trip in nanoseconds, -1 before the first answer. */
    synchronized long smoothedNanos() {
        return smoothed;
    }
}
