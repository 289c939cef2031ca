package id.ronda.kernel;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.random.RandomGenerator;

/** Random secrets that live as one line of text in a private file. */
public final class KeyFile {

    private static final int PASSWORD_BYTES = 24;

    private KeyFile() {}

    /**
     * Reads the password in the file, or makes one of 192 random bits and writes it there.
     *
     * @param random a cryptographically strong source
     */
    public static Secret password(Path file, RandomGenerator random) {
        try {
            if (!Files.exists(file)) {
                byte[] bytes = new byte[PASSWORD_BYTES];
                random.nextBytes(bytes);
                String password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
                PrivateFile.write(file, (password + "\n").getBytes(US_ASCII));
            }
            return new Secret(Files.readString(file, US_ASCII).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("the password file " + file + " cannot be used: " + e.getMessage(), e);
        }
    }
}
