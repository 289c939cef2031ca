package id.ronda.simulator.ber;

/** Octets that are no message: who reads drops the datagram and counts it, as RFC 3412 section 7.2.1 asks. */
public final class MalformedBer extends Exception {
    private static final long serialVersionUID = 1L;

    /** Garbage arrives in floods, so no stack trace is taken. */
    public MalformedBer(String message) {
        super(message, null, false, false);
    }
}
