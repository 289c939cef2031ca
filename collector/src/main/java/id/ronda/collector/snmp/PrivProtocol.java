package id.ronda.collector.snmp;

import java.util.Arrays;
import java.util.Optional;
import org.snmp4j.security.Priv3DES;
import org.snmp4j.security.PrivAES128;
import org.snmp4j.security.PrivAES192;
import org.snmp4j.security.PrivAES256;
import org.snmp4j.security.PrivDES;
import org.snmp4j.security.PrivacyProtocol;
import org.snmp4j.security.nonstandard.PrivAES192With3DESKeyExtension;
import org.snmp4j.security.nonstandard.PrivAES256With3DESKeyExtension;

/**
 * How v3 messages are encrypted: DES (RFC 3414), AES-128 (RFC 3826), and by custom without an RFC 3DES, AES-192 and AES-256. Where
 * a digest is shorter than the key, the key is extended as in draft-blumenthal-aes-usm-04, with {@code -C} (Cisco) as in
 * draft-reeder-snmpv3-usm-3desede-00.
 */
public enum PrivProtocol {
    DES("DES", new PrivDES()),
    TRIPLE_DES("3DES", new Priv3DES()),
    AES_128("AES-128", new PrivAES128()),
    AES_192("AES-192", new PrivAES192()),
    AES_256("AES-256", new PrivAES256()),
    AES_192_C("AES-192-C", new PrivAES192With3DESKeyExtension()),
    AES_256_C("AES-256-C", new PrivAES256With3DESKeyExtension());

    private final String text;
    /** Holds nothing of a message; may be used by many threads. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final PrivacyProtocol protocol;

    PrivProtocol(String text, PrivacyProtocol protocol) {
        this.text = text;
        this.protocol = protocol;
    }

    /** The protocol of that name as the command line and the API write it, in any case; empty if there is none. */
    public static Optional<PrivProtocol> parse(String text) {
        return Arrays.stream(values())
                .filter(each -> each.text.equalsIgnoreCase(text))
                .findFirst();
    }

    /** The name as the command line and the API write it. */
    public String text() {
        return text;
    }

    boolean isAes() {
        return this != DES && this != TRIPLE_DES;
    }

    PrivacyProtocol protocol() {
        return protocol;
    }
}
