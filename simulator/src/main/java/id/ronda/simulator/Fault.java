package id.ronda.simulator;

/** Ways in which a device misbehaves; those with a measure of their own are methods of {@link Faults}. */
public enum Fault {
    /** It does not answer at all. */
    MUTE,
    /** Every answer comes twice. */
    DUPLICATE,
    /** The answer is noise. */
    GARBAGE,
    /** The answer carries the id of another request. */
    WRONG_REQUEST_ID,
    /** The answer comes from another address than the one asked. */
    FOREIGN_ADDRESS,
    /** The answer stops in the middle of its encoding. */
    TRUNCATED,
    /** The answer fills a whole datagram: 65,507 octets. */
    OVERSIZED,
    /** GETNEXT and GETBULK come back to objects that were served before. */
    WALK_LOOP,
    /** Every request is answered with tooBig. */
    TOO_BIG,
    /** Every request is answered with genErr. */
    GEN_ERR,
    /** The rows of IF-MIB have changed their ifIndex, as after a reboot with another card. */
    INDEX_SHUFFLE
}
