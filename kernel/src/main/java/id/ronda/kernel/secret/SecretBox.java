package id.ronda.kernel.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.ronda.kernel.Secret;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Seals secrets for the database with AES-256-GCM (NIST SP 800-38D). A sealed secret opens only in the table, row and
 * column it was sealed for, so that nobody who can write to the database can move one to where he may read it.
 *
 * <p>Layout: version (1 byte, now 1), key id (4 bytes, the head of the key's SHA-256), nonce (12 random bytes), ciphertext
 * with its tag of 16 bytes.
 */
public final class SecretBox {

    private static final byte VERSION = 1;
    private static final int KEY_ID_BYTES = 4;
    private static final int NONCE_BYTES = 12;
    private static final int HEAD_BYTES = 1 + KEY_ID_BYTES + NONCE_BYTES;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final byte[] keyId;
    private final SecureRandom random;

    private SecretBox(byte[] key, SecureRandom random) {
        this.key = new SecretKeySpec(key, "AES");
        this.keyId = Arrays.copyOf(sha256(key), KEY_ID_BYTES);
        this.random = random;
    }

    /**
     * Opens the box with the key in {@code keys/secret.key}, which is made at the first start.
     *
     * @param keys the data folder's keys
     * @param keyFile another file to take the key from (RONDA_KEY_FILE), or null; it is never made
     * @throws java.io.UncheckedIOException when the file is absent, not a key, or others may read it
     */
    public static SecretBox open(Path keys, @Nullable Path keyFile, SecureRandom random) {
        return new SecretBox(SecretKeyFile.load(keys, keyFile, random), random);
    }

    /** Seals a secret for one place. Sealing the same twice gives different bytes. */
    public byte[] seal(String table, String row, String column, Secret secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] head = ByteBuffer.allocate(HEAD_BYTES)
                .put(VERSION)
                .put(keyId)
                .put(nonce)
                .array();
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, head, place(table, row, column))
                    .doFinal(secret.reveal().getBytes(UTF_8));
            return ByteBuffer.allocate(head.length + sealed.length)
                    .put(head)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    /**
     * Opens a secret that was sealed for this place.
     *
     * @throws SealBroken when it was sealed with another key, for another place, or was changed
     */
    public Secret open(String table, String row, String column, byte[] sealed) {
        String where = table + "." + column + " of row " + row;
        if (sealed.length < HEAD_BYTES || sealed[0] != VERSION) {
            throw new SealBroken("the secret in " + where + " is not sealed in a known format", null);
        }
        if (!Arrays.equals(sealed, 1, 1 + KEY_ID_BYTES, keyId, 0, KEY_ID_BYTES)) {
            throw new SealBroken(
                    "the secret in " + where + " was sealed with another key; give its file with RONDA_KEY_FILE", null);
        }
        try {
            byte[] head = Arrays.copyOf(sealed, HEAD_BYTES);
            byte[] word = cipher(Cipher.DECRYPT_MODE, head, place(table, row, column))
                    .doFinal(sealed, HEAD_BYTES, sealed.length - HEAD_BYTES);
            return new Secret(new String(word, UTF_8));
        } catch (AEADBadTagException e) {
            throw new SealBroken("the secret in " + where + " was changed, or sealed for another place", e);
        } catch (GeneralSecurityException e) {
            throw new SealBroken("the secret in " + where + " cannot be opened", e);
        }
    }

    /**
     * A digest by which sealed secrets can be compared without being opened: HMAC-SHA-256 under a key of its own for each
     * purpose. Without the key nobody can try words against it.
     *
     * @param purpose what is compared; the same secret has another digest for another purpose
     * @return base64
     */
    public String digest(String purpose, Secret secret) {
        byte[] ofPurpose = hmac(key.getEncoded(), ("digest of " + purpose).getBytes(UTF_8));
        return Base64.getEncoder()
                .encodeToString(hmac(ofPurpose, secret.reveal().getBytes(UTF_8)));
    }

    private static byte[] hmac(byte[] key, byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }

    private Cipher cipher(int mode, byte[] head, byte[] place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, head, 1 + KEY_ID_BYTES, NONCE_BYTES));
        cipher.updateAAD(head);
        cipher.updateAAD(place);
        return cipher;
    }

    /** Each part with its length in front: ("ab", "c") must not be the place ("a", "bc"). */
    private static byte[] place(String... parts) {
        ByteArrayOutputStream place = new ByteArrayOutputStream();
        for (String part : parts) {
            byte[] bytes = part.getBytes(UTF_8);
            place.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            place.writeBytes(bytes);
        }
        return place.toByteArray();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
