package id.ronda.simulator.agent;

/** Error codes of RFC 3416 section 3 that a read-only agent sends, with what SNMPv1 says instead (RFC 3584 section 4.4). */
enum ErrorStatus {
    NO_ERROR(0, 0),
    TOO_BIG(1, 1),
    NO_SUCH_NAME(2, 2),
    GEN_ERR(5, 5),
    NO_ACCESS(6, 2),
    AUTHORIZATION_ERROR(16, 2),
    NOT_WRITABLE(17, 2);

    private final int code;
    private final int version1Code;

    ErrorStatus(int code, int version1Code) {
        this.code = code;
        this.version1Code = version1Code;
    }

    int code(boolean version1) {
        return version1 ? version1Code : code;
    }
}
