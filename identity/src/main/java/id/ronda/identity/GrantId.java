package id.ronda.identity;

/** The number of a role given to an account; never reused. */
public record GrantId(long value) implements Comparable<GrantId> {

    @Override
    public int compareTo(GrantId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
