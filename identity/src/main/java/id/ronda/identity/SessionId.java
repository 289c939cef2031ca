package id.ronda.identity;

/** The number of a session: by it a session is listed and revoked, never entered; never reused. */
public record SessionId(long value) implements Comparable<SessionId> {

    @Override
    public int compareTo(SessionId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
