package id.ronda.kernel.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.ronda.kernel.PrivateFile;
import id.ronda.kernel.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.random.RandomGenerator;

/** The administrator's token of this run. Only its hash stays in memory; the token itself goes into the token file. */
public final class ApiToken {

    private static final int BYTES = 32;
    private static final String PREFIX = "ronda_";

    private final byte[] hash;

    private ApiToken(byte[] hash) {
        this.hash = hash.clone();
    }

    /** A fresh token and what recognises it. */
    public record Issued(Secret token, ApiToken known) {

        /** Writes the token and a line end into the file, mode 0600. */
        public void writeTo(Path file) throws IOException {
            PrivateFile.write(file, (token.reveal() + "\n").getBytes(UTF_8));
        }
    }

    /**
     * Makes a token of 256 random bits.
     *
     * @param random a cryptographically strong source
     */
    public static Issued issue(RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return new Issued(new Secret(token), new ApiToken(sha256(token)));
    }

    /** Whether it is this token, compared in constant time. */
    public boolean matches(String presented) {
        return MessageDigest.isEqual(hash, sha256(presented));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
