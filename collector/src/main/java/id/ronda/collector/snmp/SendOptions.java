package id.ronda.collector.snmp;

/**
 * How hard to try.
 *
 * @param retries how often the request is sent again after silence, 0 to 3
 */
public record SendOptions(int retries) {
    /** For a sample: the next slot is never far. */
    public static final SendOptions POLL = new SendOptions(1);
    /** For a walk: losing one datagram loses the whole walk. */
    public static final SendOptions WALK = new SendOptions(2);

    /** Refuses more retries than fit the two bits that tell the attempts of a request apart. */
    public SendOptions {
        if (retries < 0 || retries > 3) {
            throw new IllegalArgumentException("retries must be 0 to 3, not " + retries);
        }
    }
}
