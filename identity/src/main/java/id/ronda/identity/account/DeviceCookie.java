package id.ronda.identity.account;

import id.ronda.identity.AccountId;
import id.ronda.identity.credential.RandomWord;
import id.ronda.kernel.Secret;
import id.ronda.kernel.secret.SecretBox;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a device keeps that signed in before: {@code issued.nonce.mac}. It opens nothing; it only puts the device's guesses
 * on a count of their own, so that strangers' guesses do not keep its owner out (OWASP, Slow Down Online Guessing Attacks
 * with Device Cookies). The server keeps nothing but its key.
 */
final class DeviceCookie {

    static final Duration LIFE = Duration.ofDays(180);

    private static final String PURPOSE = "device cookie";
    private static final Pattern FORM = Pattern.compile("(\\d{1,12})\\.([0-9A-Za-z]{43})\\.([A-Za-z0-9+/=]{44})");

    private final SecretBox box;
    private final RandomGenerator random;

    DeviceCookie(SecretBox box, RandomGenerator random) {
        this.box = box;
        this.random = random;
    }

    Secret issue(AccountId account, Instant now) {
        String nonce = RandomWord.forMachines(random).reveal();
        long issued = now.getEpochSecond();
        return new Secret(issued + "." + nonce + "." + mac(account, issued, nonce));
    }

    /** The device's own name, if this is its cookie for that account. */
    Optional<String> read(@Nullable Secret cookie, AccountId account, Instant now) {
        Matcher form = FORM.matcher(cookie == null ? "" : cookie.reveal());
        if (!form.matches()) {
            return Optional.empty();
        }
        long issued = Long.parseLong(form.group(1));
        boolean ours = new Secret(mac(account, issued, form.group(2))).equals(new Secret(form.group(3)));
        return ours && now.isBefore(Instant.ofEpochSecond(issued).plus(LIFE))
                ? Optional.of(form.group(2))
                : Optional.empty();
    }

    private String mac(AccountId account, long issued, String nonce) {
        return box.digest(PURPOSE, new Secret(account + ":" + issued + ":" + nonce));
    }
}
