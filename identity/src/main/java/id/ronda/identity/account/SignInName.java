package id.ronda.identity.account;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A sign-in name: as it is shown, and as it is compared. */
public final class SignInName {

    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N}._@-]{2,64}");
    private static final int LONGEST_NOTE = 100;

    private SignInName() {}

    static boolean isWellFormed(String name) {
        return FORM.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC)).matches();
    }

    /** Equal for names that are one and the same: NFKC, lower case, no blanks around. */
    public static String key(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** As the trail may have it. */
    static String forTrail(String name) {
        return name.length() > LONGEST_NOTE ? name.substring(0, LONGEST_NOTE) : name;
    }
}
