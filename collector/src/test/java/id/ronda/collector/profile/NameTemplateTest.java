package id.ronda.collector.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class NameTemplateTest {
    private static String fill(String template, Map<String, String> cells) {
        return new NameTemplate(template).fill(place -> cells.getOrDefault(place, ""));
    }

    @Test
    void fillsThePlaces() {
        assertThat(fill("{2} port {index}", Map.of("2", " eth1 ", "index", "7")))
                .isEqualTo("eth1 port 7");
    }

    @Test
    void takesACellAsItIs() {
        assertThat(fill("{2}", Map.of("2", "Default\\wan$1"))).isEqualTo("Default\\wan$1");
    }

    @Test
    void isBlankWhereNoPlaceHasAValue() {
        assertThat(fill("{2} PoE", Map.of())).isEmpty();
        assertThat(fill("{2} {3}", Map.of("3", "x"))).isEqualTo("x");
    }

    @Test
    void textWithoutPlacesStays() {
        assertThat(fill("Battery", Map.of())).isEqualTo("Battery");
    }
}
