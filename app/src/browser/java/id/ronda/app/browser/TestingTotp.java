package id.ronda.app.browser;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator (RFC 6238 with SHA-1, 30 s, six digits) written from the RFC alone, to be held beside the product's. */
record TestingTotp(String base32) {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int STEP_SECONDS = 30;

    /** The code of the step that is so many steps from the one of this moment. */
    String code(Instant now, int steps) {
        long step = Math.floorDiv(now.getEpochSecond(), STEP_SECONDS) + steps;
        byte[] hash = hmac(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = hash[hash.length - 1] & 0x0f;
        int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
        return String.format(Locale.ROOT, "%06d", number % 1_000_000);
    }

    private byte[] hmac(byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key(), "HmacSHA1"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-1", e);
        }
    }

    /** RFC 4648 section 6: five bits a letter; what is left over at the end is padding. */
    private byte[] key() {
        byte[] key = new byte[base32.length() * 5 / 8];
        for (int bit = 0; bit < key.length * 8; bit++) {
            int letter = ALPHABET.indexOf(base32.charAt(bit / 5));
            if ((letter >> (4 - bit % 5) & 1) == 1) {
                key[bit / 8] |= (byte) (0x80 >> bit % 8);
            }
        }
        return key;
    }
}
