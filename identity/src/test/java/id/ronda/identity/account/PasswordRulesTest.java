package id.ronda.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.identity.Reason;
import id.ronda.kernel.Secret;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    private static final List<String> BUDI = List.of("budi.santoso", "Budi Santoso", "Dinas Perhubungan");

    private final PasswordRules rules = new PasswordRules();

    private Optional<Reason> judge(String password) {
        return rules.judge(PasswordRules.normalised(new Secret(password)), BUDI);
    }

    @ParameterizedTest
    @CsvSource({
        "gajah terbang, PASSWORD_SHORT",
        "passwordpassword, PASSWORD_REPEATS",
        "aaaaaaaaaaaaaaaa, PASSWORD_SEQUENCE",
        "ronda ronda ronda, PASSWORD_REPEATS",
        "budisantoso12345, PASSWORD_OWN_WORDS",
        "perhubungan2026!, PASSWORD_OWN_WORDS",
        "1234567890123456, PASSWORD_COMMON",
        "abcdefghijklmnop, PASSWORD_SEQUENCE",
        "indonesiamerdeka, PASSWORD_COMMON",
        "adminadministrator, PASSWORD_COMMON"
    })
    void guessedEarly_isRefusedByName(String password, Reason reason) {
        assertThat(judge(password)).contains(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gajah terbang di atas sawah",
                "kuda-laut-menari-pelan",
                "kF7vQ2mXz9LpR4wT",
                "nasi goreng tanpa telur asin",
                "ꦱꦸꦒꦼꦁꦫꦮꦸꦃꦲꦶꦁꦏꦨꦸꦥꦠꦺꦤ꧀"
            })
    void longOne_isTaken_whateverItsSigns(String password) {
        assertThat(judge(password)).isEmpty();
    }

    @Test
    void length_isCountedInCodePoints() {
        assertThat(judge("🐘🦅🌾🐎🌊🎋🏝🥥🌴🍚🐟🦀🐢🐍")).contains(Reason.PASSWORD_SHORT);
        assertThat(judge("gajah terbang di atas sawah".repeat(5))).contains(Reason.PASSWORD_LONG);
        assertThat(judge("gajah terbang\tdi atas sawah")).contains(Reason.PASSWORD_CONTROL);
    }

    @Property(tries = 200)
    void normalised_isOneAndTheSame_howeverItWasComposed(@ForAll String text) {
        Secret composed = PasswordRules.normalised(new Secret(text));

        assertThat(PasswordRules.normalised(new Secret(Normalizer.normalize(text, Normalizer.Form.NFD))))
                .isEqualTo(composed);
        assertThat(PasswordRules.normalised(composed)).isEqualTo(composed);
    }
}
