package id.ronda.collector.reading;

/**
 * How far a counter went between two answers (RFC 2578 7.1.6 and 7.1.10: a single value of a counter means nothing).
 * Counters are unsigned; a Counter64 above 2⁶³ − 1 arrives here as a negative long.
 */
public final class CounterDelta {

    /** The counter went back, and no single wrap explains it: it was reset, or wrapped nobody knows how often. */
    public static final long RESET = -1;

    private static final long WRAP_32 = 1L << 32;
    private static final long HALF_32 = 1L << 31;

    private CounterDelta() {}

    /**
     * The distance from {@code before} to {@code after}, or {@link #RESET}.
     *
     * @param most how far it can have gone in the time between at the line's speed, NaN if the speed is not known
     */
    public static long between(ObjectKind kind, long before, long after, double most) {
        if (Long.compareUnsigned(after, before) >= 0) {
            long delta = after - before;
            return delta < 0 ? RESET : delta;
        }
        return kind == ObjectKind.COUNTER32 ? wrapped32(before, after, most) : wrapped64(before, after, most);
    }

    /** The distance between two numbers with fractions, which never wrap, or {@link #RESET}. */
    static double between(double before, double after) {
        return after >= before ? after - before : RESET;
    }

    /** One wrap is believed if the line cannot have filled the counter in the time between; without a speed, half of it. */
    private static long wrapped32(long before, long after, double most) {
        long wrapped = after - before + WRAP_32;
        if (Double.isNaN(most)) {
            return wrapped < HALF_32 ? wrapped : RESET;
        }
        return most < WRAP_32 && wrapped <= most ? wrapped : RESET;
    }

    /** 64 bits do not wrap within the life of a line, unless the device began near the end; only a known speed can tell. */
    private static long wrapped64(long before, long after, double most) {
        long wrapped = after - before;
        return wrapped >= 0 && wrapped <= most ? wrapped : RESET;
    }
}
