package id.ronda.collector.snmp;

/**
 * What is known of one device from asking it: its round trip, how large its answers may be. It holds no socket and no thread.
 * Thread-safe. Each client makes its own kind and takes no other.
 */
public abstract class SnmpPeer {
    private final SnmpEndpoint endpoint;
    private final RoundTrip roundTrip = new RoundTrip();
    private final AnswerSize answerSize;

    /**
     * A peer of which nothing is known yet.
     *
     * @param bulkValues how many values a GETBULK asks it for at first
     */
    protected SnmpPeer(SnmpEndpoint endpoint, int bulkValues) {
        this.endpoint = endpoint;
        this.answerSize = new AnswerSize(bulkValues);
    }

    /** Where and as whom the device is asked. */
    public final SnmpEndpoint endpoint() {
        return endpoint;
    }

    /** The version it is spoken to in. */
    public final SnmpVersion version() {
        return endpoint.credential().version();
    }

    /** How long the next request would wait before its first retry, in nanoseconds. */
    public final long timeoutNanos() {
        return roundTrip.timeoutNanos(0);
    }

    /** The smoothed round trip in nanoseconds, -1 before the first answer. */
    public final long roundTripNanos() {
        return roundTrip.smoothedNanos();
    }

    /** How many values a GETBULK should ask for: the max-repetitions of one column, to be divided among several. */
    public final int maxRepetitions() {
        return answerSize.bulkValues();
    }

    /** How many OIDs a GET should ask for. */
    public final int maxOids() {
        return answerSize.oids();
    }

    final RoundTrip roundTrip() {
        return roundTrip;
    }

    final AnswerSize answerSize() {
        return answerSize;
    }

    @Override
    public final String toString() {
        return version() + "@" + endpoint.address();
    }
}
