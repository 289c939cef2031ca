package id.ronda.identity.credential;

import id.ronda.kernel.Secret;
import java.math.BigInteger;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Words of randomness. Every source given here must be cryptographically strong. */
public final class RandomWord {

    private static final String BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /** 32 signs that are not taken for one another, neither on paper nor on the telephone (after Crockford). */
    private static final String TYPED = "0123456789abcdefghjkmnpqrstvwxyz";

    private static final int GROUPS = 4;
    private static final int GROUP = 4;
    private static final int BYTES = 32;

    /** The digits that 256 bits take in base 62. */
    static final int LENGTH = 43;

    private RandomWord() {}

    /** 256 bits for machines: 43 letters and digits. */
    public static Secret forMachines(RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new Secret(base62(new BigInteger(1, bytes), LENGTH));
    }

    /** 80 bits that people can read out and type: {@code k7mq-3xw9-tn4c-8hpd}. */
    public static Secret forPeople(RandomGenerator random) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            word.append(i > 0 && i % GROUP == 0 ? "-" : "").append(TYPED.charAt(random.nextInt(TYPED.length())));
        }
        return new Secret(word.toString());
    }

    /** What somebody meant who typed a word of {@link #forPeople}: case, spaces and signs that look alike do not matter. */
    public static Secret typed(String text) {
        String bare = text.toLowerCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('o', '0')
                .replace('i', '1')
                .replace('l', '1');
        return new Secret(bare.replaceAll("(.{4})(?=.)", "$1-"));
    }

    /** A number in base 62 with zeros before it. */
    public static String base62(BigInteger number, int digits) {
        StringBuilder text = new StringBuilder();
        BigInteger rest = number;
        BigInteger base = BigInteger.valueOf(BASE62.length());
        for (int i = 0; i < digits; i++) {
            text.append(BASE62.charAt(rest.mod(base).intValue()));
            rest = rest.divide(base);
        }
        return text.reverse().toString();
    }
}
