package id.ronda.collector.snmp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.snmp4j.security.AuthenticationProtocol;
import org.snmp4j.security.PrivacyProtocol;
import org.snmp4j.smi.OctetString;

/**
 * A user's keys of one engine (RFC 3414 2.6): useless at any other.
 *
 * @param auth null without authentication
 * @param priv null without privacy
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never in a collection
record UsmKeys(byte @Nullable [] auth, byte @Nullable [] priv) {
    /** Localises the keys; some milliseconds for {@code AES-…-C}, whose extension hashes 1 MiB again for every engine. */
    static UsmKeys of(UsmUser user, byte[] engineId, PassphraseHashes hashes) {
        var protocol = user.auth();
        var authPassphrase = user.authPassphrase();
        if (protocol == null || authPassphrase == null) {
            return new UsmKeys(null, null);
        }
        byte[] auth = localised(protocol, hashes.of(protocol, authPassphrase), engineId);
        var cipher = user.priv();
        var privPassphrase = user.privPassphrase();
        if (cipher == null || privPassphrase == null) {
            return new UsmKeys(auth, null);
        }
        byte[] priv = localised(protocol, hashes.of(protocol, privPassphrase), engineId);
        var passphrase = new OctetString(privPassphrase.reveal().getBytes(UTF_8));
        return new UsmKeys(auth, fitted(priv, cipher.protocol(), passphrase, engineId, protocol.protocol()));
    }

    private static byte[] localised(AuthProtocol protocol, byte[] userKey, byte[] engineId) {
        var digest = protocol.digest();
        digest.update(userKey);
        digest.update(engineId);
        return digest.digest(userKey);
    }

    /** A digest too short for the cipher is extended, one too long is cut. */
    private static byte[] fitted(
            byte[] key,
            PrivacyProtocol cipher,
            OctetString passphrase,
            byte[] engineId,
            AuthenticationProtocol protocol) {
        byte[] fitted = key.length < cipher.getMinKeyLength()
                ? cipher.extendShortKey(key, passphrase, engineId, protocol)
                : key;
        return fitted.length > cipher.getMaxKeyLength() ? Arrays.copyOf(fitted, cipher.getMaxKeyLength()) : fitted;
    }

    @Override
    public String toString() {
        return "UsmKeys[***]";
    }
}
