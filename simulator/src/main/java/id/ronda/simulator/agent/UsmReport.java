package id.ronda.simulator.agent;

import id.ronda.simulator.Oid;

/** What an SNMPv3 engine reports in place of an answer: the counters of RFC 3414 section 5 and RFC 3413 section 4.1.2. */
enum UsmReport {
    UNSUPPORTED_SEC_LEVELS("1.3.6.1.6.3.15.1.1.1.0"),
    NOT_IN_TIME_WINDOWS("1.3.6.1.6.3.15.1.1.2.0"),
    UNKNOWN_USER_NAMES("1.3.6.1.6.3.15.1.1.3.0"),
    UNKNOWN_ENGINE_IDS("1.3.6.1.6.3.15.1.1.4.0"),
    WRONG_DIGESTS("1.3.6.1.6.3.15.1.1.5.0"),
    DECRYPTION_ERRORS("1.3.6.1.6.3.15.1.1.6.0"),
    UNKNOWN_CONTEXTS("1.3.6.1.6.3.12.1.5.0");

    private final String counter;

    UsmReport(String counter) {
        this.counter = counter;
    }

    byte[] counter() {
        return Oid.of(counter).encoded();
    }
}
