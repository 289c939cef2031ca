package id.ronda.collector.reading;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.collector.ReadingState;
import id.ronda.collector.reading.StateMap.Meaning;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateWordsTest {
    private final StateWords words = new StateWords(Map.of(
            1, new Meaning("OL", ReadingState.OK),
            2, new Meaning("CHRG", ReadingState.OK),
            10, new Meaning("OB", ReadingState.WARNING),
            11, new Meaning("DISCHRG", ReadingState.WARNING),
            21, new Meaning("LB", ReadingState.CRITICAL)));

    @ParameterizedTest
    @CsvSource({
        "OL, 1",
        "CHRG OL, 1",
        "ol  chrg, 1",
        "OB DISCHRG, 10",
        "OB DISCHRG LB, 21",
        "LB OL, 21",
        "OL NEWWORD, 1",
        "NEWWORD, -1"
    })
    void theWorstWordCounts(String text, double number) {
        assertThat(words.number(text)).isEqualTo(number);
    }

    @Test
    void nothingIsNoState() {
        assertThat(words.number(" ")).isNaN();
    }

    @Test
    void aRateIsScaledAndALittleTooMuchIsTheEnd() {
        var idle = new GaugeDecoder(
                null, false, List.of(), 0, Scaling.by(new BigDecimal("-100")).plus(100), new Interval(0, 100), null);

        assertThat(idle.ofRate(0.25)).isEqualTo(75);
        assertThat(idle.ofRate(1.02)).isEqualTo(0);
        assertThat(idle.ofRate(1.5)).isNaN();
    }

    @Test
    void whatIsLeftOfAWholeKeepsTheScale() {
        var left = Scaling.by(new BigDecimal("0.1")).remainderOf(OptionalDouble.of(1000));

        assertThat(left.apply(250)).isEqualTo(75);
        assertThat(Scaling.NONE.remainderOf(OptionalDouble.empty())).isEqualTo(Scaling.NONE);
    }

    @Test
    void countersWithFractionsNeverWrap() {
        var track = new CounterTrack(1);
        track.observe(0, ObjectKind.COUNTER_REAL, Double.doubleToLongBits(10.25), 0, Double.NaN);

        assertThat(track.observe(
                        0, ObjectKind.COUNTER_REAL, Double.doubleToLongBits(10.75), 2_000_000_000L, Double.NaN))
                .isEqualTo(CounterTrack.Outcome.RATE);
        assertThat(track.rate()).isEqualTo(0.25);
        assertThat(track.observe(0, ObjectKind.COUNTER_REAL, Double.doubleToLongBits(0.5), 3_000_000_000L, Double.NaN))
                .isEqualTo(CounterTrack.Outcome.RESET);
    }
}
