package id.ronda.identity.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.ronda.identity.PasswordCost;
import id.ronda.kernel.Secret;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * A password as it is stored: Argon2id (RFC 9106) with its parameters, written as a PHC string
 * ({@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}). All that computes here is slow by purpose.
 */
record PasswordHash(PasswordCost cost, String salt, String hash) {

    private static final Pattern PHC =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,9}),t=(\\d{1,4}),p=1\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    /** Hashes a password with a fresh salt. */
    static PasswordHash of(Secret password, PasswordCost cost, RandomGenerator random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new PasswordHash(cost, text(salt), text(argon2(password, cost, salt)));
    }

    /** Reads a stored one. */
    static PasswordHash parse(String stored) {
        Matcher phc = PHC.matcher(stored);
        if (!phc.matches()) {
            throw new IllegalArgumentException("a password is stored in no known form; reset it with 'user recover'");
        }
        PasswordCost cost = new PasswordCost(Integer.parseInt(phc.group(1)), Integer.parseInt(phc.group(2)));
        return new PasswordHash(cost, phc.group(3), phc.group(4));
    }

    /** Whether this is the password. */
    boolean matches(Secret password) {
        byte[] expected = Base64.getDecoder().decode(hash);
        return MessageDigest.isEqual(
                expected, argon2(password, cost, Base64.getDecoder().decode(salt)));
    }

    /** As it is stored. */
    String text() {
        return "$argon2id$v=19$m=" + cost.memoryKib() + ",t=" + cost.passes() + ",p=1$" + salt + "$" + hash;
    }

    @Override
    public String toString() {
        return "***";
    }

    private static byte[] argon2(Secret password, PasswordCost cost, byte[] salt) {
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memoryKib())
                .withIterations(cost.passes())
                .withParallelism(1)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[HASH_BYTES];
        argon2.generateBytes(password.reveal().getBytes(UTF_8), hash);
        return hash;
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }
}
