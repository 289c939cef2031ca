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
        assertThat(Language.chosen(null, null, null)).isEqualTo(INDONESIAN);
    }

    @Test
    void followsTheAddressBeforeTheCookieBeforeTheBrowser() {
        assertThat(Language.chosen("en", "id", "id")).isEqualTo(ENGLISH);
        assertThat(Language.chosen(null, "en", "id")).isEqualTo(ENGLISH);
        assertThat(Language.chosen(null, null, "en-GB,en;q=0.9")).isEqualTo(ENGLISH);
    }

    @Test
    void passesOverWhatItDoesNotSpeak() {
        assertThat(Language.chosen("de", "fr", "ja, id;q=0.8, en;q=0.5")).isEqualTo(INDONESIAN);
        assertThat(Language.chosen(null, null, "de, en;q=0.1")).isEqualTo(ENGLISH);
        assertThat(Language.chosen(null, null, "de")).isEqualTo(INDONESIAN);
    }

    @Property(tries = 300)
    void takesAnyHeader(@ForAll String header) {
        assertThat(Language.chosen(null, null, header)).isIn(INDONESIAN, ENGLISH);
    }
}
