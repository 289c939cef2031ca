package id.ronda.collector.poll;

/**
 * Sees a restart in sysUpTime (RFC 3418: TimeTicks, hundredths of a second, wraps after 497 days). Some agents tell a tick less
 * than a moment before; a second's worth of that is no restart.
 */
final class UptimeWatch {

    private static final long WRAP = 1L << 32;
    private static final long TOLERANCE = 100;
    private static final long NANOS_A_TICK = 10_000_000;
    /** How far the device's clock may be off when its uptime wraps, in ticks: ten minutes. */
    private static final long WRAP_SLACK = 60_000;

    private final AnswerClock clock = new AnswerClock();
    private long ticks = -1;
    private long nanos;

    /**
     * Takes one more sysUpTime.
     *
     * @param answeredNanos {@link System#nanoTime()} of the answer
     * @return whether the device restarted since the one before
     */
    boolean restarted(long newTicks, long answeredNanos) {
        boolean back = ticks >= 0 && newTicks + TOLERANCE < ticks && !wrapped(newTicks, answeredNanos);
        ticks = newTicks;
        nanos = answeredNanos;
        if (back) {
            clock.reset();
        }
        return back;
    }

    private boolean wrapped(long newTicks, long answeredNanos) {
        long expected = ticks + (answeredNanos - nanos) / NANOS_A_TICK - WRAP;
        return Math.abs(expected - newTicks) < WRAP_SLACK;
    }

    /** The device's clock since its last restart. */
    AnswerClock clock() {
        return clock;
    }

    /** The last sysUpTime in seconds, NaN if there was none. */
    double seconds() {
        return ticks < 0 ? Double.NaN : ticks / 100.0;
    }
}
