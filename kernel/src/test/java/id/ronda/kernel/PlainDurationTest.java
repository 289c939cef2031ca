package id.ronda.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PlainDurationTest {

    @ParameterizedTest
    @CsvSource({"250ms,PT0.25S", "30s,PT30S", "5m,PT5M", "24h,PT24H", "90d,PT2160H", "0s,PT0S"})
    void number_and_unit(String text, Duration expected) {
        assertThat(PlainDuration.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "30", "s", "-5s", "1.5h", "5 m", "1h30m", "9999999999s", "PT5S", "5S"})
    void anything_else_is_refused_with_what_would_be_right(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PlainDuration.parse(text))
                .withMessageContaining("ms, s, m, h or d");
    }
}
