package id.ronda.simulator.agent;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.snmp4j.security.AuthenticationProtocol;
import org.snmp4j.security.PrivacyProtocol;
import org.snmp4j.smi.OctetString;

/**
 * Turns passphrases into keys (RFC 3414 appendix A.2). Hashing a megabyte takes milliseconds and does not depend on the
 * engine, so it is done once for each passphrase and not once for each of a thousand engines.
 */
final class Passphrases {
    private static final int MEGABYTE = 1 << 20;

    private record Secret(String protocol, String passphrase) {
        @Override
        public String toString() {
            return protocol;
        }
    }

    private final Map<Secret, OctetString> digests = new HashMap<>();

    /** The authentication key for one engine. */
    byte[] authenticationKey(AuthenticationProtocol protocol, String passphrase, byte[] engineId) {
        OctetString digest = digests.computeIfAbsent(
                new Secret(protocol.getID().toDottedString(), passphrase), secret -> digest(protocol, passphrase));
        OctetString localized = new OctetString(digest.getValue());
        localized.append(engineId);
        localized.append(digest);
        return protocol.hash(localized.getValue());
    }

    /** The privacy key for one engine, stretched or cut to what the protocol needs. */
    byte[] privacyKey(PrivacyProtocol privacy, AuthenticationProtocol protocol, String passphrase, byte[] engineId) {
        byte[] key = authenticationKey(protocol, passphrase, engineId);
        if (key.length > privacy.getMaxKeyLength()) {
            return Arrays.copyOf(key, privacy.getMaxKeyLength());
        }
        return key.length < privacy.getMinKeyLength()
                ? privacy.extendShortKey(key, new OctetString(passphrase), engineId, protocol)
                : key;
    }

    private static OctetString digest(AuthenticationProtocol protocol, String passphrase) {
        byte[] octets = passphrase.getBytes(StandardCharsets.UTF_8);
        byte[] repeated = new byte[MEGABYTE];
        for (int i = 0; i < MEGABYTE; i++) {
            repeated[i] = octets[i % octets.length];
        }
        return new OctetString(protocol.hash(repeated));
    }
}
