package id.ronda.collector.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PollIntervalTest {

    @ParameterizedTest
    @CsvSource({"1s,1", "30s,30", "5m,300", "007m,420", "24h,86400", "86400s,86400", "1440m,86400"})
    void parse_takesWholeSecondsMinutesAndHours(String text, long seconds) {
        assertThat(PollInterval.parse(text)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "30",
                "s",
                "0s",
                "-1s",
                "+1s",
                "1.5s",
                "86401s",
                "25h",
                "1d",
                "30S",
                " 30s",
                "30s ",
                "30 s",
                "1m30s",
                "99999999999999999999s",
                "\u0663s"
            })
    void parse_refusesEverythingElse(String text) {
        assertThat(PollInterval.parse(text)).isEmpty();
    }

    @Property(tries = 200)
    void text_isReadBackAsTheSameInterval(@ForAll @IntRange(min = 1, max = 86_400) int seconds) {
        Duration interval = Duration.ofSeconds(seconds);

        assertThat(PollInterval.parse(PollInterval.text(interval))).contains(interval);
    }

    @Property(tries = 200)
    void parse_neverThrows(@ForAll String text) {
        assertThat(PollInterval.parse(text)).isNotNull();
    }
}
