package id.ronda.dashboards.page;

import java.util.List;

/** What a form offers for SNMPv3, by the names that the API takes; the strongest that most devices know first. */
final class SnmpChoices {

    /** RFC 3414 and RFC 7860. */
    static final List<String> AUTH = List.of("SHA-256", "SHA", "SHA-224", "SHA-384", "SHA-512", "MD5");

    /** RFC 3414, RFC 3826, and the two key extensions of vendors. */
    static final List<String> PRIV = List.of("AES-128", "AES-192", "AES-256", "AES-192-C", "AES-256-C", "DES", "3DES");

    private SnmpChoices() {}
}
