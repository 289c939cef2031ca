package id.ronda.identity;

/** The number of an account; never reused. */
public record AccountId(long value) implements Comparable<AccountId> {

    @Override
    public int compareTo(AccountId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
