package id.ronda.collector.snmp;

/**
 * What is known of one device from asking it: its round trip, how large its answers may be, for v3 its engine and keys. It holds
 * no socket and no thread. Thread-safe.
 */
public final class SnmpPeer {
    private final SnmpEndpoint endpoint;
    private final Dialect dialect;
    private final SnmpLoop loop;
    private final RoundTrip roundTrip = new RoundTrip();
    private final AnswerSize answerSize = new AnswerSize();

    SnmpPeer(SnmpEndpoint endpoint, Dialect dialect, SnmpLoop loop) {
        this.endpoint = endpoint;
        this.dialect = dialect;
        this.loop = loop;
    }

    /** Where and as whom the device is asked. */
    public SnmpEndpoint endpoint() {
        return endpoint;
    }

    /** The version it is spoken to in. */
    public SnmpVersion version() {
        return endpoint.credential().version();
    }

    /** How long the next request would wait before its first retry, in nanoseconds. */
    public long timeoutNanos() {
        return roundTrip.timeoutNanos(0);
    }

    /** The smoothed round trip in nanoseconds, -1 before the first answer. */
    public long roundTripNanos() {
        return roundTrip.smoothedNanos();
    }

    /** How many values a GETBULK should ask for: the max-repetitions of one column, to be divided among several. */
    public int maxRepetitions() {
        return answerSize.bulkValues();
    }

    /** How many OIDs a GET should ask for. */
    public int maxOids() {
        return answerSize.oids();
    }

    RoundTrip roundTrip() {
        return roundTrip;
    }

    AnswerSize answerSize() {
        return answerSize;
    }

    Dialect dialect() {
        return dialect;
    }

    SnmpLoop loop() {
        return loop;
    }

    @Override
    public String toString() {
        return version() + "@" + endpoint.address();
    }
}
