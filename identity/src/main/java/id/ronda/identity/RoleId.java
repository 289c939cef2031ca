package id.ronda.identity;

/** The number of a role; never reused. */
public record RoleId(long value) implements Comparable<RoleId> {

    @Override
    public int compareTo(RoleId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
