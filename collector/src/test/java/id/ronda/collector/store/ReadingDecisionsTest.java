package id.ronda.collector.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.ronda.collector.Gap;
import id.ronda.collector.GapReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReadingDecisionsTest {

    private static final Instant T0 = Instant.parse("2026-11-21T00:00:00Z");

    private static Instant at(long seconds) {
        return T0.plusSeconds(seconds);
    }

    @ParameterizedTest
    @CsvSource({"PT1H, PT1S", "PT10H, PT5S", "P1D, PT10S", "P7D, PT2M", "P90D, PT15M", "P1826D, PT6H", "P36500D, P4D"})
    void namesTheSmallestRoundStepThatFits(Duration span, Duration step) {
        assertThat(StepChoice.smallest(T0, T0.plus(span), 10_000)).isEqualTo(step);
    }

    @Property(tries = 300)
    void theNamedStepFits(
            @ForAll @LongRange(min = 0, max = 2_000_000_000L) long from,
            @ForAll @LongRange(min = 1, max = 200_000_000L) long span) {
        Instant begin = Instant.ofEpochSecond(from);
        Instant end = begin.plusSeconds(span);
        assertThat(StepChoice.count(begin, end, StepChoice.smallest(begin, end, 10_000)))
                .isLessThanOrEqualTo(10_000);
    }

    @Property(tries = 300)
    void expectedSlotsAreThoseOfACount(
            @ForAll @IntRange(min = 1, max = 100) int interval,
            @ForAll @IntRange(min = 0, max = 99) int offset,
            @ForAll @IntRange(min = 0, max = 3000) int since,
            @ForAll @IntRange(min = 0, max = 3000) int from,
            @ForAll @IntRange(min = 0, max = 3000) int length,
            @ForAll boolean isRate) {
        long lastSlot = (offset % interval) + 100_000L * interval;
        Coverage coverage = new Coverage(interval, since, lastSlot, isRate);
        long expected = 0;
        boolean first = true;
        for (long slot = offset % interval; slot < from + length; slot += interval) {
            if (slot >= since) {
                expected += slot >= from && !(isRate && first) ? 1 : 0;
                first = false;
            }
        }
        assertThat(coverage.expected(from, from + length, 1_000_000_000L)).isEqualTo(expected);
    }

    @Test
    void theFutureIsNotExpected() {
        Coverage coverage = new Coverage(60_000, 0, 60_000L, false);
        assertThat(coverage.of(2, 0, 1_000_000, 60_001)).isEqualTo(1);
        assertThat(coverage.expected(500_000, 1_000_000, 60_001)).isZero();
    }

    @Test
    void aSlotWhoseAnswerIsStillOnItsWayIsNotMissing() {
        Coverage coverage = new Coverage(60_000, 0, 60_000L, false);
        assertThat(coverage.expected(0, 1_000_000, 125_000)).isEqualTo(2);
        assertThat(coverage.expected(0, 1_000_000, 155_000)).isEqualTo(3);
        assertThat(coverage.of(2, 0, 1_000_000, 155_000)).isCloseTo(0.667, within(0.001));
    }

    @Test
    void gapsOfOneReasonThatTouchAreOne() {
        List<Gap> merged = GapMerge.merge(
                List.of(
                        new Gap(at(20), at(30), GapReason.TIMEOUT),
                        new Gap(at(10), at(20), GapReason.TIMEOUT),
                        new Gap(at(25), at(27), GapReason.TIMEOUT),
                        new Gap(at(40), at(50), GapReason.TIMEOUT),
                        new Gap(at(15), at(45), GapReason.AUTH)),
                at(0),
                at(100),
                at(100));
        assertThat(merged)
                .containsExactly(
                        new Gap(at(10), at(30), GapReason.TIMEOUT),
                        new Gap(at(15), at(45), GapReason.AUTH),
                        new Gap(at(40), at(50), GapReason.TIMEOUT));
    }

    @Test
    void gapsAreClippedToWhatWasAsked() {
        List<Gap> gaps = List.of(
                new Gap(at(0), at(30), GapReason.TIMEOUT),
                new Gap(at(90), null, GapReason.AUTH),
                new Gap(at(0), at(10), GapReason.NO_ROUTE));
        assertThat(GapMerge.merge(gaps, at(10), at(100), at(200)))
                .containsExactly(new Gap(at(10), at(30), GapReason.TIMEOUT), new Gap(at(90), at(100), GapReason.AUTH));
        assertThat(GapMerge.merge(gaps, at(50), at(100), at(95)))
                .containsExactly(new Gap(at(90), null, GapReason.AUTH));
    }
}
