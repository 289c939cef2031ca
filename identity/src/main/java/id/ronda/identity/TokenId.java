package id.ronda.identity;

/** The number of a token: by it a token is listed and revoked, never used; never reused. */
public record TokenId(long value) implements Comparable<TokenId> {

    @Override
    public int compareTo(TokenId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
