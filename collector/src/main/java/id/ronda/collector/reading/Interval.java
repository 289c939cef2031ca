package id.ronda.collector.reading;

/** A closed range of numbers. */
public record Interval(double low, double high) {

    /** Refuses a range without a member. */
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("an empty range: " + low + " to " + high);
        }
    }

    /** Whether the number lies in the range, its ends included; false for NaN. */
    public boolean contains(double number) {
        return number >= low && number <= high;
    }

    /** This range and that share of its length at both ends. */
    Interval widened(double share) {
        double more = (high - low) * share;
        return new Interval(low - more, high + more);
    }
}
