package id.ronda.dashboards.text;

import static id.ronda.dashboards.text.Language.ENGLISH;
import static id.ronda.dashboards.text.Language.INDONESIAN;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LanguageTest {

    @Test
    void speaksIndonesianWhenNobodyAsked() {
        assertThat(Language.chosen(null, null)).isEqualTo(INDONESIAN);
    }

    @Test
    void followsTheAddressBeforeTheCookie() {
        assertThat(Language.chosen("en", "id")).isEqualTo(ENGLISH);
        assertThat(Language.chosen("id", "en")).isEqualTo(INDONESIAN);
        assertThat(Language.chosen(null, "en")).isEqualTo(ENGLISH);
    }

    @Test
    void passesOverWhatItDoesNotSpeak() {
        assertThat(Language.chosen("de", "en")).isEqualTo(ENGLISH);
        assertThat(Language.chosen("de", "fr")).isEqualTo(INDONESIAN);
    }

    @Property(tries = 300)
    void takesAnything(@ForAll String parameter, @ForAll String cookie) {
        assertThat(Language.chosen(parameter, cookie)).isIn(INDONESIAN, ENGLISH);
    }
}
