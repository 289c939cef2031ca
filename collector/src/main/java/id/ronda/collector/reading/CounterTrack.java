package id.ronda.collector.reading;

import java.util.Arrays;

/**
 * The last answers of one device's counters and the rates that follow from the next ones. Rates use the monotonic times of
 * the answers, so a clock that jumps changes none. Not thread-safe: a device has one cycle at a time.
 */
public final class CounterTrack {

    /** What came of one more answer. */
    public enum Outcome {
        /** {@link #rate()} holds the rate since the answer before. */
        RATE,
        /** The first answer ever: a rate needs two. */
        FIRST,
        /** The first answer since what was known before was forgotten. */
        FORGOTTEN,
        /** The counter was reset between the answers. */
        RESET,
        /** Faster than the line can be: refused. */
        TOO_FAST
    }

    private static final double NANOS = 1e9;

    private final long[] values;
    private final long[] nanos;
    private final Memory[] memories;
    private double rate;

    private enum Memory {
        NONE,
        KEPT,
        FORGOTTEN
    }

    /** For {@code size} counters, none of them answered yet. */
    public CounterTrack(int size) {
        values = new long[size];
        nanos = new long[size];
        memories = new Memory[size];
        Arrays.fill(memories, Memory.NONE);
    }

    /**
     * Takes the answer of counter {@code i}. The answer becomes the new base, whatever the outcome.
     *
     * @param value of a {@link ObjectKind#COUNTER_REAL} the bits of its double
     * @param answeredNanos {@link System#nanoTime()} of the answer
     * @param ceiling greatest believable rate a second, NaN if there is none
     */
    public Outcome observe(int i, ObjectKind kind, long value, long answeredNanos, double ceiling) {
        Memory memory = memories[i];
        long before = values[i];
        double seconds = (answeredNanos - nanos[i]) / NANOS;
        values[i] = value;
        nanos[i] = answeredNanos;
        memories[i] = Memory.KEPT;
        if (memory == Memory.NONE) {
            return Outcome.FIRST;
        }
        return memory == Memory.FORGOTTEN || seconds <= 0
                ? Outcome.FORGOTTEN
                : compare(kind, before, value, seconds, ceiling);
    }

    private Outcome compare(ObjectKind kind, long before, long after, double seconds, double ceiling) {
        double delta = kind == ObjectKind.COUNTER_REAL
                ? CounterDelta.between(Double.longBitsToDouble(before), Double.longBitsToDouble(after))
                : CounterDelta.between(kind, before, after, ceiling * seconds);
        if (delta == CounterDelta.RESET) {
            return Outcome.RESET;
        }
        rate = delta / seconds;
        return rate > ceiling ? Outcome.TOO_FAST : Outcome.RATE;
    }

    /** The rate a second of the last {@link Outcome#RATE}. */
    public double rate() {
        return rate;
    }

    /** Forgets counter {@code i}: its next answer gives no rate. */
    public void forget(int i) {
        if (memories[i] == Memory.KEPT) {
            memories[i] = Memory.FORGOTTEN;
        }
    }

    /** Forgets all, after the device restarted. */
    public void forgetAll() {
        for (int i = 0; i < memories.length; i++) {
            forget(i);
        }
    }

    /** Goes on with counter {@code i} where another track stands with its counter {@code j}. */
    public void takeOver(int i, CounterTrack other, int j) {
        values[i] = other.values[j];
        nanos[i] = other.nanos[j];
        memories[i] = other.memories[j];
    }
}
