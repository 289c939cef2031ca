package id.ronda.identity.credential;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.ronda.kernel.Secret;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash under which random words are stored. It need not be slow: nobody guesses 80 bits or more. */
public final class Digest {

    private Digest() {}

    /** SHA-256 of the word in UTF-8. */
    public static byte[] of(Secret word) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(word.reveal().getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
