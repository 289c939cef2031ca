package id.ronda.collector.snmp;

/**
 * The security parameters of a message (RFC 3414 2.4).
 *
 * @param digestAt where the digest stands in the message
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never in a collection
record UsmParameters(
        byte[] engineId, int boots, int seconds, byte[] user, int digestAt, int digestLength, byte[] privSalt) {
    /** Reads them and leaves the reader at the message's data. */
    static UsmParameters read(BerReader in) throws BerException {
        int messageEnd = in.end();
        in.enter(0x04);
        int outerEnd = in.end();
        in.enter(0x30);
        byte[] engineId = in.octets(0x04);
        int boots = in.integer();
        int seconds = in.integer();
        byte[] user = in.octets(0x04);
        int digestLength = in.header(0x04);
        int digestAt = in.position();
        in.pass(digestLength);
        byte[] salt = in.octets(0x04);
        in.leave(outerEnd);
        in.leave(messageEnd);
        return new UsmParameters(engineId, boots, seconds, user, digestAt, digestLength, salt);
    }
}
