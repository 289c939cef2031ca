package id.ronda.collector.snmp;

/**
 * The names of the ways in which a request fails. A silent device cannot be told from a wrong community: v1 and v2c agents drop
 * those messages, and such a request ends as {@link #TIMEOUT}.
 */
public enum SnmpFailure {
    /** This machine has no way to the address, or a router on the way said so. */
    NO_ROUTE("no-route", "no-route"),
    /** The host said that nothing listens on the port (ICMP port unreachable). */
    PORT_CLOSED("port-closed", "port-closed"),
    /** Silence until the last retry's time was over. */
    TIMEOUT("timeout", "timeout"),
    /** authorizationError or noAccess: the community or user is known and may not see this. */
    WRONG_COMMUNITY_OR_VIEW("wrong-community-or-view", "auth"),
    /** usmStatsUnknownUserNames (RFC 3414). */
    UNKNOWN_USER("unknown-user", "auth"),
    /** usmStatsWrongDigests: the authentication passphrase or protocol is another. Also an answer whose digest is wrong. */
    WRONG_DIGEST("wrong-digest", "auth"),
    /** usmStatsDecryptionErrors: the privacy passphrase or protocol is another. Also an answer that cannot be decrypted. */
    DECRYPTION("decryption", "auth"),
    /** usmStatsNotInTimeWindows, again after the clock was synchronised. */
    TIME_WINDOW("time-window", "auth"),
    /** usmStatsUnsupportedSecLevels: the user is not set up for authentication or privacy. */
    UNSUPPORTED_SECURITY_LEVEL("unsupported-security-level", "auth"),
    /** usmStatsUnknownEngineIDs, again after a fresh discovery. */
    UNKNOWN_ENGINE("unknown-engine", "auth"),
    /** snmpUnknownContexts or snmpUnavailableContexts (RFC 3413). */
    UNKNOWN_CONTEXT("unknown-context", "auth"),
    /** The device could not fit its answer (error status tooBig). */
    TOO_BIG("too-big", "truncated"),
    /** The answer was longer than a receive slot, or ends before its own length says. */
    TRUNCATED("truncated", "truncated"),
    /** An answer came that is not SNMP as the RFCs have it. */
    MALFORMED("malformed", "malformed"),
    /** Only answers to requests that were never sent came. */
    WRONG_ID("wrong-id", "malformed"),
    /** The answer came from another address, and this endpoint does not allow that. */
    WRONG_ADDRESS("wrong-address", "malformed"),
    /** The device said genErr or another error status about the whole request. */
    GEN_ERROR("gen-error", "missing-object"),
    /** A walk's next object was not after the last one. */
    NOT_INCREASING("not-increasing", "malformed"),
    /** A walk went on beyond its bound. */
    TOO_MANY_ROWS("too-many-rows", "truncated"),
    /** The request does not fit one datagram of 1,400 bytes; split it. */
    REQUEST_TOO_LONG("request-too-long", "truncated"),
    /** As many requests wait as the client may hold. */
    TOO_MANY_PENDING("too-many-pending", "timeout"),
    /** A text source refused the user, password or token, or reading altogether. */
    ACCESS_DENIED("access-denied", "auth"),
    /** No secure connection: the certificate is not trusted, or the other side speaks no TLS. */
    TLS_FAILED("tls-failed", "auth"),
    /** A text source answered that it has nothing to tell now: no such UPS, its driver is away, another HTTP status than 200. */
    SOURCE_UNAVAILABLE("source-unavailable", "missing-object"),
    /** The client was closed while the request waited. */
    CLOSED("closed", "collector-stopped");

    private final String code;
    private final String gapReason;

    SnmpFailure(String code, String gapReason) {
        this.code = code;
        this.gapReason = gapReason;
    }

    /** The name in the API, in metrics and logs. */
    public String code() {
        return code;
    }

    /** The reason under which a gap in the data of this device is recorded. */
    public String gapReason() {
        return gapReason;
    }
}
