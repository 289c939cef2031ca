package id.ronda.identity.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 (FIPS 180-4) over the hash before, the place in the chain and the row.
 *
 * <p>Version 1 hashes, big-endian: the ASCII word {@code ronda-audit-1}; 32 bytes of the hash before (zeros at the first
 * place); place, id and transaction, 8 bytes each; both times in microseconds since 1970, each behind a byte that is 0 for
 * "absent"; then each text of {@link AuditRows#TEXTS} as such a byte, its length in bytes (4) and its UTF-8. Lengths in front
 * make it impossible to move characters from one column to the next.
 */
final class ChainHash {

    /** The version of new seals. */
    static final int VERSION = 1;

    /** What stands before the first row, and before the first checkpoint. */
    static final String ORIGIN = "0".repeat(64);

    private static final byte[] WORD = "ronda-audit-1".getBytes(US_ASCII);
    private static final long MICROS = 1_000_000L;
    private static final long NANOS_A_MICRO = 1_000L;

    private ChainHash() {}

    /** The hash of a row at its place behind another; both in hexadecimal. */
    static String of(String before, long position, AuditRow row) {
        MessageDigest digest = sha256();
        try (DataOutputStream out =
                new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest))) {
            out.write(WORD);
            out.write(HexFormat.of().parseHex(before));
            out.writeLong(position);
            out.writeLong(row.id());
            out.writeLong(row.xid());
            write(out, row.at());
            write(out, row.programAt());
            for (String text : row.texts()) {
                write(out, text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a digest cannot fail", e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void write(DataOutputStream out, @Nullable Instant time) throws IOException {
        out.writeBoolean(time != null);
        if (time != null) {
            out.writeLong(
                    Math.addExact(Math.multiplyExact(time.getEpochSecond(), MICROS), time.getNano() / NANOS_A_MICRO));
        }
    }

    private static void write(DataOutputStream out, @Nullable String text) throws IOException {
        out.writeBoolean(text != null);
        if (text != null) {
            byte[] bytes = text.getBytes(UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
        }
    }

    /** SHA-256 in hexadecimal. */
    static String of(byte[] content) {
        return HexFormat.of().formatHex(sha256().digest(content));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
