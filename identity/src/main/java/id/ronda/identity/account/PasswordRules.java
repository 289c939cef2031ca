package id.ronda.identity.account;

import com.nulabinc.zxcvbn.Pattern;
import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import com.nulabinc.zxcvbn.matchers.Match;
import id.ronda.identity.Reason;
import id.ronda.kernel.Secret;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.stream.Stream;

/**
 * What a password must be (NIST SP 800-63B-4 section 3.1.1): long, and not one that is guessed early. No rule asks for signs
 * of some kind, and none lets a password end by itself. Fifteen characters for everybody: the standard asks for them where
 * no second step is sure, and here it never is forced; three or four words are easier on a telephone than twelve signs.
 */
final class PasswordRules {

    static final int SHORTEST = 15;
    static final int LONGEST = 128;

    /** Fewer guesses than this and the password is one of those that everybody tries. */
    private static final double GUESSES = 1e10;

    /** What people here begin with; with years, numbers and each other these words are still the same few. */
    private static final List<String> LOCAL = List.of(
            "ronda",
            "rahasia",
            "sandi",
            "katasandi",
            "kata",
            "password",
            "admin",
            "administrator",
            "operator",
            "indonesia",
            "merdeka",
            "pancasila",
            "garuda",
            "bismillah",
            "kominfo",
            "diskominfo",
            "dinas",
            "dinkominfo",
            "pemkab",
            "pemda",
            "kabupaten",
            "bupati",
            "kantor",
            "jaringan",
            "server",
            "komputer",
            "selamat",
            "datang",
            "sayang",
            "cinta",
            "anak",
            "keluarga",
            "jakarta",
            "bandung",
            "surabaya",
            "satu",
            "dua",
            "tiga",
            "empat",
            "lima",
            "enam",
            "tujuh",
            "delapan",
            "sembilan",
            "sepuluh");

    private final Zxcvbn measure = new Zxcvbn();

    /** The same password however a keyboard composed it: Unicode NFC. */
    static Secret normalised(Secret password) {
        return new Secret(Normalizer.normalize(password.reveal(), Normalizer.Form.NFC));
    }

    /**
     * Judges a password.
     *
     * @param password normalised
     * @param own words by which the account is known
     * @return why it is refused; empty if it is not
     */
    Optional<Reason> judge(Secret password, List<String> own) {
        String text = password.reveal();
        int length = text.codePointCount(0, text.length());
        if (length < SHORTEST) {
            return Optional.of(Reason.PASSWORD_SHORT);
        }
        if (length > LONGEST) {
            return Optional.of(Reason.PASSWORD_LONG);
        }
        if (text.codePoints().anyMatch(Character::isISOControl)) {
            return Optional.of(Reason.PASSWORD_CONTROL);
        }
        List<String> ownWords = words(own);
        Strength strength = measure.measure(
                text, Stream.concat(ownWords.stream(), LOCAL.stream()).toList());
        return strength.getGuesses() < GUESSES ? Optional.of(reason(strength, ownWords)) : Optional.empty();
    }

    private static List<String> words(List<String> own) {
        List<String> words = new ArrayList<>();
        for (String each : own) {
            words.add(each.toLowerCase(Locale.ROOT));
            java.util.regex.Pattern.compile("[\\p{L}\\p{N}]{3,}")
                    .matcher(each.toLowerCase(Locale.ROOT))
                    .results()
                    .map(MatchResult::group)
                    .forEach(words::add);
        }
        return words;
    }

    /** Told by the largest part that was recognised. */
    private static Reason reason(Strength strength, List<String> own) {
        return strength.getSequence().stream()
                .filter(match -> match.pattern != Pattern.Bruteforce)
                .max(Comparator.comparingInt(Match::tokenLength))
                .map(match -> reason(match, own))
                .orElse(Reason.PASSWORD_COMMON);
    }

    private static Reason reason(Match match, List<String> own) {
        return switch (match.pattern) {
            case Repeat -> Reason.PASSWORD_REPEATS;
            case Sequence, Spatial, Regex, Date -> Reason.PASSWORD_SEQUENCE;
            case Dictionary -> {
                String word = match.matchedWord.toString();
                yield own.contains(word) || word.equals("ronda") ? Reason.PASSWORD_OWN_WORDS : Reason.PASSWORD_COMMON;
            }
            case Bruteforce -> Reason.PASSWORD_COMMON;
        };
    }
}
