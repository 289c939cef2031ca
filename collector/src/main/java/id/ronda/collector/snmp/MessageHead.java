package id.ronda.collector.snmp;

/**
 * The part of a message that tells to which request it belongs.
 *
 * @param version the version's number on the wire
 * @param id      the PDU's request id; on v3 the message's id
 * @param flags   msgFlags of v3: 1 signed, 2 encrypted
 * @param in      stands at the PDU; on v3 at the security parameters
 */
record MessageHead(int version, int id, int flags, BerReader in) {
    private static final int USM = 3;

    /** Reads the head, also of a message that was cut behind it ({@link BerReader#cut}). */
    static MessageHead read(BerReader in) throws BerException {
        in.enterCut(0x30);
        int version = in.integer();
        return switch (version) {
            case 0, 1 -> community(version, in);
            case 3 -> usm(in);
            default -> throw new BerException("has version number " + version);
        };
    }

    private static MessageHead community(int version, BerReader in) throws BerException {
        in.skip(0x04);
        var ahead = new BerReader(in.buffer(), in.position(), in.end() - in.position());
        ahead.enterCut(ahead.peekTag());
        return new MessageHead(version, ahead.integer(), 0, in);
    }

    private static MessageHead usm(BerReader in) throws BerException {
        int messageEnd = in.end();
        in.enter(0x30);
        int id = in.integer();
        in.integer();
        byte[] flags = in.octets(0x04);
        int model = in.integer();
        if (flags.length != 1 || model != USM) {
            throw new BerException("is of security model " + model);
        }
        in.leave(messageEnd);
        return new MessageHead(3, id, flags[0], in);
    }
}
