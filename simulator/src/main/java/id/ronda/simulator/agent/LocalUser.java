package id.ronda.simulator.agent;

import id.ronda.simulator.V3User;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.snmp4j.security.AuthenticationProtocol;
import org.snmp4j.security.ByteArrayWindow;
import org.snmp4j.security.DecryptParams;
import org.snmp4j.security.PrivacyProtocol;

/** A user with the keys that hold at one engine. */
final class LocalUser {
    private final @Nullable AuthenticationProtocol authentication;
    private final byte[] authenticationKey;
    private final @Nullable PrivacyProtocol privacy;
    private final byte[] privacyKey;

    LocalUser(V3User user, byte[] engineId, Passphrases passphrases) {
        V3User.Authentication auth = user.authentication();
        V3User.Privacy priv = user.privacy();
        authentication = auth == null ? null : auth.protocol();
        privacy = priv == null ? null : priv.protocol();
        authenticationKey = authentication == null
                ? new byte[0]
                : passphrases.authenticationKey(authentication, user.authPassphrase(), engineId);
        privacyKey = authentication == null || privacy == null
                ? new byte[0]
                : passphrases.privacyKey(privacy, authentication, user.privPassphrase(), engineId);
    }

    /** The flags of the highest level this user has; requests below it see nothing. */
    int level() {
        return (authentication == null ? 0 : SecureHeader.AUTH) | (privacy == null ? 0 : SecureHeader.PRIV);
    }

    /** How many octets a digest takes; 0 without authentication. */
    int digestLength() {
        return authentication == null ? 0 : authentication.getAuthenticationCodeLength();
    }

    boolean isAuthentic(byte[] message, int length, int digestFrom, int digestTo) {
        return authentication != null
                && digestTo - digestFrom == digestLength()
                && authentication.isAuthentic(
                        authenticationKey,
                        message,
                        0,
                        length,
                        new ByteArrayWindow(message, digestFrom, digestLength()));
    }

    /** Writes the digest of the message into the place that was kept for it. */
    void sign(byte[] message, int length, int digestFrom) {
        if (authentication != null) {
            authentication.authenticate(
                    authenticationKey, message, 0, length, new ByteArrayWindow(message, digestFrom, digestLength()));
        }
    }

    /** The plain octets, or null when they cannot be decrypted. */
    byte @Nullable [] decrypt(byte[] message, int from, int to, SecureHeader header) {
        if (privacy == null) {
            return null;
        }
        // Some of SNMP4J's ciphers take the salt from the beginning of the array whatever the offset says.
        byte[] salt = Arrays.copyOfRange(message, header.saltFrom(), header.saltTo());
        try {
            return decrypt(privacy, message, from, to, header, new DecryptParams(salt, 0, salt.length));
        } catch (IllegalArgumentException wrongLength) {
            return null;
        }
    }

    private byte[] decrypt(
            PrivacyProtocol protocol, byte[] message, int from, int to, SecureHeader header, DecryptParams salt) {
        return protocol.decrypt(message, from, to - from, privacyKey, header.boots(), header.time(), salt);
    }

    /** Encrypts octets; the salt that was drawn goes to {@code salt}. */
    byte[] encrypt(byte[] octets, int length, int boots, int time, DecryptParams salt) {
        if (privacy == null) {
            throw new IllegalStateException("a user without privacy cannot encrypt");
        }
        return privacy.encrypt(octets, 0, length, privacyKey, boots, time, salt);
    }
}
