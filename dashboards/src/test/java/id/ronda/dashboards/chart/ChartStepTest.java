package id.ronda.dashboards.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ChartStepTest {

    @Test
    void showsRawSamplesWhereTheyFit() {
        assertThat(ChartStep.of(Duration.ofHours(1), Duration.ofSeconds(60), 600))
                .isNull();
        assertThat(ChartStep.of(Duration.ofHours(1), Duration.ofSeconds(6), 600))
                .isNull();
    }

    @Test
    void drawsAnHourOfTwoSecondsRawSoThatItCanMove() {
        assertThat(ChartStep.of(Duration.ofHours(1), Duration.ofSeconds(2), 200))
                .isNull();
    }

    @Test
    void takesTheNextStepOfTheLadder() {
        assertThat(ChartStep.of(Duration.ofHours(1), Duration.ofSeconds(1), 600))
                .isEqualTo(Duration.ofSeconds(10));
        assertThat(ChartStep.of(Duration.ofDays(1), Duration.ofSeconds(30), 600))
                .isEqualTo(Duration.ofMinutes(5));
        assertThat(ChartStep.of(Duration.ofDays(7), Duration.ofSeconds(30), 600))
                .isEqualTo(Duration.ofMinutes(30));
        assertThat(ChartStep.atLeast(Duration.ofDays(2).plusSeconds(1))).isEqualTo(Duration.ofDays(3));
    }

    @Property(tries = 300)
    void neverGivesMorePointsThanFit(
            @ForAll @IntRange(min = 1, max = 300_000_000) int seconds,
            @ForAll @IntRange(min = 50, max = 2_000) int points) {
        Duration interval = Duration.ofSeconds(1);
        Duration step = ChartStep.of(Duration.ofSeconds(seconds), interval, points);
        long width = (step == null ? interval : step).toSeconds();
        assertThat(seconds / width).isLessThanOrEqualTo(step == null ? 2_000 : points + 1);
    }
}
