package id.ronda.identity;

/** The number of a unit (OPD); never reused. */
public record UnitId(long value) implements Comparable<UnitId> {

    @Override
    public int compareTo(UnitId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
