package id.ronda.collector.poll;

/**
 * How often a device that does not answer is asked: at each of its next three slots, then after twice, four times as long, at
 * most a minute apart, so that it is seen again within a minute and costs next to nothing until then.
 */
final class Backoff {

    private static final int PATIENCE = 3;
    private static final long LONGEST_MILLIS = 60_000;

    private int failures;
    private long nextAttempt = Long.MIN_VALUE;

    /** Whether the device is to be asked at this slot. */
    boolean allows(long slot) {
        return slot >= nextAttempt;
    }

    void answered() {
        failures = 0;
        nextAttempt = Long.MIN_VALUE;
    }

    void failed(long slot, long intervalMillis) {
        failures++;
        int doublings = Math.min(16, Math.max(0, failures - PATIENCE));
        nextAttempt = slot + Math.min(LONGEST_MILLIS, intervalMillis << doublings);
    }

    /** Failed slots in a row. */
    int failures() {
        return failures;
    }
}
