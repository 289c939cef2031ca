package id.ronda.kernel.secret;

import static java.nio.charset.StandardCharsets.US_ASCII;

import id.ronda.kernel.PrivateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Base64;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The file with the key: one line, 256 bits in base64, for its owner only. */
final class SecretKeyFile {

    private static final int BYTES = 32;
    private static final Set<PosixFilePermission> OWNERS =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private SecretKeyFile() {}

    /**
     * Reads the key of the file that was named, or else the one in the keys folder, which is made at the first start. A
     * named file is never made: a misspelt name must not become a new key.
     */
    static byte[] load(Path keys, @Nullable Path named, RandomGenerator random) {
        Path file = named == null ? keys.resolve("secret.key") : named;
        try {
            if (named == null && !Files.exists(file)) {
                byte[] fresh = new byte[BYTES];
                random.nextBytes(fresh);
                PrivateFile.write(file, (Base64.getEncoder().encodeToString(fresh) + "\n").getBytes(US_ASCII));
            }
            return read(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the key file " + file + " cannot be read: " + e, e);
        }
    }

    private static byte[] read(Path file) throws IOException {
        if (!OWNERS.containsAll(Files.getPosixFilePermissions(file))) {
            throw new IOException("others may read it; run chmod 600 " + file);
        }
        try {
            byte[] key =
                    Base64.getDecoder().decode(Files.readString(file, US_ASCII).strip());
            if (key.length == BYTES) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("it is not base64", e);
        }
        throw new IOException("it must hold " + BYTES + " bytes in base64");
    }
}
