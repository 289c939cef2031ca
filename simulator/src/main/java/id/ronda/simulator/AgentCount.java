package id.ronda.simulator;

/** What an agent counts; a request that gets no answer is in exactly one of the others. */
public enum AgentCount {
    /** Datagrams that came in. */
    DATAGRAMS,
    /** Datagrams that went out. */
    ANSWERS,
    /** Octets that are no SNMP message (snmpInASNParseErrs). */
    MALFORMED,
    /** A version that is not 1, 2c or 3 (snmpInBadVersions). */
    BAD_VERSION,
    /** A community no device here has (snmpInBadCommunityNames); silence is the answer. */
    UNKNOWN_COMMUNITY,
    /** A message that asks nothing: a response, a trap, GETBULK in SNMPv1. */
    NO_REQUEST,
    /** An SNMPv3 message that must be ignored: another security model, privacy without authentication, nothing reportable. */
    UNREPORTABLE,
    /** Reports sent in place of answers: unknown engine, user, digest, time window, level, context. */
    REPORTS,
    /** Requests that met a fault of the simulator itself; the log says which. */
    FAILED,
    /** Answers that a fault kept back. */
    LOST_BY_FAULT,
    /** Answers the system did not take. */
    NOT_SENT
}
