package id.ronda.simulator.agent;

import id.ronda.simulator.ber.BerReader;
import id.ronda.simulator.ber.BerWriter;
import id.ronda.simulator.ber.MalformedBer;

/** The header of an SNMPv3 message (RFC 3412 section 6) and the parameters of USM in it (RFC 3414 section 2.4), read in place. */
final class SecureHeader {
    static final int AUTH = 1;
    static final int PRIV = 2;
    static final int REPORTABLE = 4;
    static final int USM = 3;

    private int id;
    private int maxSize;
    private int flags;
    private int model;
    private int boots;
    private int time;
    private int engineFrom;
    private int engineTo;
    private int userFrom;
    private int userTo;
    private int digestFrom;
    private int digestTo;
    private int saltFrom;
    private int saltTo;

    /** Reads from behind the version; the reader then stands at the scoped PDU. */
    void read(BerReader reader) throws MalformedBer {
        int globalEnd = reader.enter(BerWriter.SEQUENCE);
        id = reader.integer();
        maxSize = reader.integer();
        int flagsEnd = reader.enter(BerWriter.OCTET_STRING);
        if (flagsEnd != reader.position() + 1) {
            throw new MalformedBer("msgFlags is one octet");
        }
        flags = reader.octets()[reader.position()];
        reader.leave(flagsEnd);
        model = reader.integer();
        reader.leave(globalEnd);
        int securityEnd = reader.enter(BerWriter.OCTET_STRING);
        if (model == USM) {
            usm(reader);
        }
        reader.leave(securityEnd);
    }

    private void usm(BerReader reader) throws MalformedBer {
        reader.enter(BerWriter.SEQUENCE);
        engineTo = reader.enter(BerWriter.OCTET_STRING);
        engineFrom = reader.position();
        reader.leave(engineTo);
        boots = reader.integer();
        time = reader.integer();
        userTo = reader.enter(BerWriter.OCTET_STRING);
        userFrom = reader.position();
        reader.leave(userTo);
        digestTo = reader.enter(BerWriter.OCTET_STRING);
        digestFrom = reader.position();
        reader.leave(digestTo);
        saltTo = reader.enter(BerWriter.OCTET_STRING);
        saltFrom = reader.position();
        reader.leave(saltTo);
    }

    /** Whether the flags and the model make sense together (RFC 3412 section 7.2). */
    boolean acceptable() {
        return model == USM && (flags & (AUTH | PRIV)) != PRIV && maxSize >= 484;
    }

    int id() {
        return id;
    }

    int maxSize() {
        return maxSize;
    }

    /** Which of {@link #AUTH} and {@link #PRIV} the message uses. */
    int level() {
        return flags & (AUTH | PRIV);
    }

    boolean reportable() {
        return (flags & REPORTABLE) != 0;
    }

    int boots() {
        return boots;
    }

    int time() {
        return time;
    }

    int engineFrom() {
        return engineFrom;
    }

    int engineTo() {
        return engineTo;
    }

    int userFrom() {
        return userFrom;
    }

    int userTo() {
        return userTo;
    }

    int digestFrom() {
        return digestFrom;
    }

    int digestTo() {
        return digestTo;
    }

    int saltFrom() {
        return saltFrom;
    }

    int saltTo() {
        return saltTo;
    }
}
