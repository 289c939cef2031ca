package id.ronda.collector.poll;

/**
 * Tells the moment that an answer's values stand for: somewhere between its request's sending and its reading. Where that is
 * long, because a link or this machine was busy, the device's own clock, sysUpTime in the same answer, says where in between:
 * it is set by the answers that came fastest. Times are of {@link System#nanoTime()}.
 */
final class AnswerClock {

    private static final long NANOS_A_TICK = 10_000_000;
    /** What a clock of a device may go wrong, as a share of the time: 100 ppm. */
    private static final double DRIFT = 1e-4;

    private boolean set;
    /** The moment at which sysUpTime was 0, how far this may be wrong, and when it was learned. */
    private long origin;

    private long doubt;
    private long learned;

    /** The moment of an answer with this sysUpTime. */
    long moment(long ticks, long sentNanos, long answeredNanos) {
        long since = answeredNanos - learned;
        long wait = answeredNanos - sentNanos;
        long device = ticks * NANOS_A_TICK + NANOS_A_TICK / 2;
        if (!set || wait <= doubt + (long) (since * DRIFT)) {
            set = true;
            doubt = wait;
            learned = answeredNanos;
            origin = sentNanos + wait / 2 - device;
        }
        // Differences, because nanoTime may pass the end of its range.
        long after = Math.clamp(origin + device - sentNanos, 0L, Math.max(0L, wait));
        return sentNanos + after;
    }

    /** Forgets what is known of the device's clock, after it restarted. */
    void reset() {
        set = false;
    }
}
