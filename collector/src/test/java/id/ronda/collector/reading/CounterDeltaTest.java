package id.ronda.collector.reading;

import static id.ronda.collector.reading.ObjectKind.COUNTER32;
import static id.ronda.collector.reading.ObjectKind.COUNTER64;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

final class CounterDeltaTest {

    private static final long MAX_32 = 0xFFFF_FFFFL;

    @Property
    void a32BitCounterThatRunsOverItsEndKeepsItsDistance(
            @ForAll @LongRange(max = MAX_32) long before, @ForAll @LongRange(max = MAX_32) long distance) {
        long after = (before + distance) & MAX_32;
        assertThat(CounterDelta.between(COUNTER32, before, after, MAX_32)).isEqualTo(distance);
    }

    @Property
    void a64BitCounterThatGoesForwardKeepsItsDistance(@ForAll long before, @ForAll @LongRange(min = 0) long distance) {
        long after = before + distance;
        long delta = CounterDelta.between(COUNTER64, before, after, Double.NaN);
        assertThat(delta).isEqualTo(Long.compareUnsigned(after, before) >= 0 ? distance : CounterDelta.RESET);
    }

    @Property
    void aCounterThatWentBackFurtherThanTheLineCanCarryItOverItsEndWasReset(
            @ForAll @LongRange(min = 1_000_000, max = 2_000_000_000L) long before,
            @ForAll @DoubleRange(min = 1, max = 1_000_000) double most) {
        assertThat(CounterDelta.between(COUNTER32, before, 0, most)).isEqualTo(CounterDelta.RESET);
        assertThat(CounterDelta.between(COUNTER64, before, 0, most)).isEqualTo(CounterDelta.RESET);
    }

    @Test
    void aLineThatCanFillTheCounterBetweenTwoAnswersHidesHowOftenItWrapped() {
        assertThat(CounterDelta.between(COUNTER32, 4_000_000_000L, 5, 1e12)).isEqualTo(CounterDelta.RESET);
    }

    @Test
    void withoutASpeedHalfTheCounterIsBelieved() {
        assertThat(CounterDelta.between(COUNTER32, MAX_32, 9, Double.NaN)).isEqualTo(10);
        assertThat(CounterDelta.between(COUNTER32, 2_000_000_000L, 9, Double.NaN))
                .isEqualTo(CounterDelta.RESET);
        assertThat(CounterDelta.between(COUNTER64, 2_000_000_000L, 9, Double.NaN))
                .isEqualTo(CounterDelta.RESET);
    }

    @Test
    void a64BitCounterBeyondTheSignGoesOn() {
        assertThat(CounterDelta.between(COUNTER64, Long.MAX_VALUE, Long.MIN_VALUE + 4, Double.NaN))
                .isEqualTo(5);
        assertThat(CounterDelta.between(COUNTER64, -3, 4, 100)).isEqualTo(7);
    }
}
