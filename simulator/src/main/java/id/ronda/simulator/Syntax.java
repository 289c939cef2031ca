package id.ronda.simulator;

/** The value types of SMIv2 (RFC 2578 section 7), each with its BER tag, which is also its number in a snmprec file. */
public enum Syntax {
    /** Integer32 and enumerations. */
    INTEGER(0x02),
    /** OCTET STRING: text, addresses, dates. */
    OCTET_STRING(0x04),
    /** A value that is missing; some agents serve it. */
    NULL(0x05),
    /** OBJECT IDENTIFIER. */
    OBJECT_IDENTIFIER(0x06),
    /** An IPv4 address in four octets. */
    IP_ADDRESS(0x40),
    /** A counter that wraps at 2^32. */
    COUNTER32(0x41),
    /** Gauge32 and Unsigned32. */
    GAUGE32(0x42),
    /** Hundredths of a second. */
    TIME_TICKS(0x43),
    /** Wrapped BER, here floating point numbers. */
    OPAQUE(0x44),
    /** A counter of 64 bits; SNMPv1 cannot carry it (RFC 3584 section 4.2.2.1). */
    COUNTER64(0x46);

    private final int tag;

    Syntax(int tag) {
        this.tag = tag;
    }

    /** The BER tag. */
    public int tag() {
        return tag;
    }

    /** Whether a value of this type is a number. */
    public boolean numeric() {
        return switch (this) {
            case INTEGER, COUNTER32, GAUGE32, TIME_TICKS, COUNTER64 -> true;
            case OCTET_STRING, NULL, OBJECT_IDENTIFIER, IP_ADDRESS, OPAQUE -> false;
        };
    }

    /** What fits into this type of {@code value}: counters and ticks wrap, as they do in a device. */
    public long wrapped(long value) {
        return switch (this) {
            case COUNTER32, GAUGE32, TIME_TICKS -> value & 0xffff_ffffL;
            case INTEGER -> (int) value;
            case COUNTER64, OCTET_STRING, NULL, OBJECT_IDENTIFIER, IP_ADDRESS, OPAQUE -> value;
        };
    }
}
