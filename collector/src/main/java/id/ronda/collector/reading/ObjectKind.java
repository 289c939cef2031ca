package id.ronda.collector.reading;

/** How the numbers of an object become samples. */
public enum ObjectKind {
    /** The number is the sample. */
    GAUGE,
    /** The number names a state; kept as it is. */
    STATE,
    /** Counts up to 2³² − 1 and wraps; the sample is its rate a second. */
    COUNTER32,
    /** Counts up to 2⁶⁴ − 1; the sample is its rate a second. */
    COUNTER64,
    /** Counts in a number with fractions that is told as a text, and never wraps (Prometheus); the sample is its rate a second. */
    COUNTER_REAL;

    /** Whether the sample is a rate, which needs two answers. */
    public boolean isCounter() {
        return this == COUNTER32 || this == COUNTER64 || this == COUNTER_REAL;
    }
}
