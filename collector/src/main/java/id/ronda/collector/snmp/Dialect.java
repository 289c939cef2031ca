package id.ronda.collector.snmp;

/** How messages to one device are wrapped and unwrapped: with a community, or with the security of v3. Used on its event loop only. */
sealed interface Dialect permits CommunityDialect, UsmDialect {
    /** The whole message of a request; the id stands in it wherever the version has one. */
    byte[] seal(PreparedRequest request, int id, long nowNanos);

    /** Opens a message whose head was read. */
    Opened open(MessageHead head, long nowNanos) throws BerException;

    /** What silence after the last attempt is called. */
    default SnmpFailure unanswered() {
        return SnmpFailure.TIMEOUT;
    }

    /** What was in a message. */
    sealed interface Opened {
        /** A PDU of the device; the reader stands before it. */
        record Pdu(BerReader in) implements Opened {}

        /** Nothing usable, or a Report that explains why. */
        record Refused(SnmpFailure failure, String detail, Remedy remedy) implements Opened {}
    }

    /** What the failure of a message calls for. */
    enum Remedy {
        /** It may be a stranger's: wait for a better answer, and name this failure if none comes. */
        WAIT,
        /** The device's clock or engine was learned: the same request is worth sending again, once. */
        SEND_AGAIN
    }
}
