package id.ronda.collector.snmp;

/** Octets that are not the BER expected; without a stack trace, since a device can send as many as it likes. */
final class BerException extends Exception {
    private static final long serialVersionUID = 1;

    BerException(String message) {
        super(message, null, false, false);
    }
}
