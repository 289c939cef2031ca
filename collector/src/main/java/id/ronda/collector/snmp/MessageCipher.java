package id.ronda.collector.snmp;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.snmp4j.security.DecryptParams;
import org.snmp4j.security.PrivacyProtocol;

/**
 * Encrypts and decrypts the messages of one device. AES (RFC 3826) keeps its key schedule from message to message, which SNMP4J's
 * does not; DES and 3DES, which are rare, are SNMP4J's. For one thread.
 */
final class MessageCipher {
    private static final int SALT = 8;
    private static final int DES_BLOCK = 8;

    private final byte[] key;
    private final PrivacyProtocol protocol;
    private final @Nullable Cipher aes;
    private final SecretKeySpec aesKey;
    private long salt;

    /** What was encrypted, and what goes into the privacy parameters. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never in a collection
    record Encrypted(byte[] data, byte[] salt) {}

    MessageCipher(PrivProtocol privProtocol, byte[] key, long firstSalt) {
        this.protocol = privProtocol.protocol();
        this.key = key;
        this.salt = firstSalt;
        this.aesKey = new SecretKeySpec(key, "AES");
        this.aes = privProtocol.isAes() ? aes() : null;
    }

    private static Cipher aes() {
        try {
            return Cipher.getInstance("AES/CFB/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no AES; run on an OpenJDK with java.base complete.", e);
        }
    }

    /** Encrypts under a salt that is used once. */
    Encrypted encrypt(byte[] plain, int boots, int seconds) {
        if (aes == null) {
            var parameters = new DecryptParams();
            byte[] data = protocol.encrypt(plain, 0, plain.length, key, boots, seconds, parameters);
            int from = parameters.offset;
            return new Encrypted(data, Arrays.copyOfRange(parameters.array, from, from + parameters.length));
        }
        byte[] used = ByteBuffer.allocate(SALT).putLong(salt++).array();
        return new Encrypted(run(aes, Cipher.ENCRYPT_MODE, plain, 0, plain.length, boots, seconds, used), used);
    }

    /** Decrypts; with another key than it was encrypted with the result is noise. Null if it cannot be a message of this cipher. */
    byte @Nullable [] decrypt(byte[] buffer, int from, int length, int boots, int seconds, byte[] used) {
        boolean wholeBlocks = aes != null || (length > 0 && length % DES_BLOCK == 0);
        if (used.length != SALT || !wholeBlocks) {
            return null;
        }
        return aes == null
                ? protocol.decrypt(buffer, from, length, key, boots, seconds, new DecryptParams(used, 0, SALT))
                : run(aes, Cipher.DECRYPT_MODE, buffer, from, length, boots, seconds, used);
    }

    private byte[] run(
            Cipher cipher, int mode, byte[] buffer, int from, int length, int boots, int seconds, byte[] used) {
        var vector =
                ByteBuffer.allocate(16).putInt(boots).putInt(seconds).put(used).array();
        try {
            cipher.init(mode, aesKey, new IvParameterSpec(vector));
            return cipher.doFinal(buffer, from, length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES refuses a key of " + key.length + " octets", e);
        }
    }
}
