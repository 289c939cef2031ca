package id.ronda.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SeverityTest {

    @ParameterizedTest
    @EnumSource
    void word_and_back(Severity severity) {
        assertThat(Severity.of(severity.word())).isEqualTo(severity);
    }

    @Test
    void order_is_badness() {
        assertThat(Severity.values()).isSorted().containsExactly(Severity.INFO, Severity.WARNING, Severity.CRITICAL);
    }

    @Test
    void unknown_word_is_named() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Severity.of("fatal"))
                .withMessageContaining("'fatal'");
    }
}
