package id.ronda.identity.token;

import static java.nio.charset.StandardCharsets.US_ASCII;

import id.ronda.identity.credential.RandomWord;
import id.ronda.kernel.Secret;
import java.math.BigInteger;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * What a token looks like: {@code ronda_}, 256 bits in base 62, and six digits of their CRC-32. The prefix lets scanners
 * find one that was published; the checksum tells a real one from a text that only looks so, without asking the database.
 */
final class TokenText {

    private static final String PREFIX = "ronda_";
    private static final int CHECK = 6;
    private static final Pattern FORM = Pattern.compile(PREFIX + "[0-9A-Za-z]{49}");

    private TokenText() {}

    static Secret make(RandomGenerator random) {
        String word = RandomWord.forMachines(random).reveal();
        return new Secret(PREFIX + word + checksum(word));
    }

    static boolean isWellFormed(Secret text) {
        String token = text.reveal();
        if (!FORM.matcher(token).matches()) {
            return false;
        }
        int end = token.length() - CHECK;
        return token.substring(end).equals(checksum(token.substring(PREFIX.length(), end)));
    }

    private static String checksum(String word) {
        CRC32 sum = new CRC32();
        sum.update(word.getBytes(US_ASCII));
        return RandomWord.base62(BigInteger.valueOf(sum.getValue()), CHECK);
    }
}
