package id.ronda.collector.reading;

import static id.ronda.collector.reading.ObjectKind.COUNTER64;
import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.collector.reading.CounterTrack.Outcome;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

final class CounterTrackTest {

    private static final long SECOND = 1_000_000_000L;
    private final CounterTrack track = new CounterTrack(2);

    @Test
    void aRateNeedsTwoAnswers() {
        assertThat(track.observe(0, COUNTER64, 1_000, 0, Double.NaN)).isEqualTo(Outcome.FIRST);
        assertThat(track.observe(0, COUNTER64, 4_000, 2 * SECOND, Double.NaN)).isEqualTo(Outcome.RATE);
        assertThat(track.rate()).isEqualTo(1_500);
    }

    @Test
    void countersDoNotMix() {
        track.observe(0, COUNTER64, 1_000, 0, Double.NaN);
        assertThat(track.observe(1, COUNTER64, 4_000, SECOND, Double.NaN)).isEqualTo(Outcome.FIRST);
    }

    @Test
    void fasterThanTheLineIsRefusedAndTheNextRateIsJudgedForItself() {
        track.observe(0, COUNTER64, 0, 0, 100);
        assertThat(track.observe(0, COUNTER64, 101, SECOND, 100)).isEqualTo(Outcome.TOO_FAST);
        assertThat(track.observe(0, COUNTER64, 201, 2 * SECOND, 100)).isEqualTo(Outcome.RATE);
        assertThat(track.rate()).isEqualTo(100);
    }

    @Test
    void aResetStartsAnewFromTheValueSeen() {
        track.observe(0, COUNTER64, 5_000_000, 0, 1_000);
        assertThat(track.observe(0, COUNTER64, 10, SECOND, 1_000)).isEqualTo(Outcome.RESET);
        assertThat(track.observe(0, COUNTER64, 30, 2 * SECOND, 1_000)).isEqualTo(Outcome.RATE);
        assertThat(track.rate()).isEqualTo(20);
    }

    @Test
    void whatIsForgottenGivesNoRateAndIsNoFirstAnswerEither() {
        track.observe(0, COUNTER64, 0, 0, Double.NaN);
        track.forget(0);
        assertThat(track.observe(0, COUNTER64, 9, SECOND, Double.NaN)).isEqualTo(Outcome.FORGOTTEN);
        track.forgetAll();
        assertThat(track.observe(0, COUNTER64, 18, 2 * SECOND, Double.NaN)).isEqualTo(Outcome.FORGOTTEN);
        assertThat(track.observe(0, COUNTER64, 27, 3 * SECOND, Double.NaN)).isEqualTo(Outcome.RATE);
        assertThat(track.observe(1, COUNTER64, 27, 3 * SECOND, Double.NaN)).isEqualTo(Outcome.FIRST);
    }

    @Test
    void anotherTrackGoesOnWhereThisOneStands() {
        var next = new CounterTrack(3);
        track.observe(1, COUNTER64, 500, 0, Double.NaN);
        next.takeOver(2, track, 1);
        next.takeOver(1, track, 0);
        assertThat(next.observe(2, COUNTER64, 800, SECOND, Double.NaN)).isEqualTo(Outcome.RATE);
        assertThat(next.rate()).isEqualTo(300);
        assertThat(next.observe(1, COUNTER64, 800, SECOND, Double.NaN)).isEqualTo(Outcome.FIRST);
    }

    @Property
    void scalingTheCounterScalesTheRate(
            @ForAll @LongRange(max = 1L << 40) long step, @ForAll @LongRange(min = 1, max = 1_000) long factor) {
        track.forgetAll();
        track.observe(0, COUNTER64, 0, 0, Double.NaN);
        track.observe(0, COUNTER64, step, 30 * SECOND, Double.NaN);
        double plain = track.rate();
        track.forgetAll();
        track.observe(0, COUNTER64, 0, 0, Double.NaN);
        track.observe(0, COUNTER64, step * factor, 30 * SECOND, Double.NaN);
        assertThat(track.rate()).isCloseTo(plain * factor, org.assertj.core.data.Percentage.withPercentage(1e-9));
    }
}
