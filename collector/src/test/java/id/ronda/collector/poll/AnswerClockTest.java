package id.ronda.collector.poll;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

final class AnswerClockTest {

    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000 * MILLI;

    private final AnswerClock clock = new AnswerClock();

    @Test
    void aFastAnswerStandsForTheMiddleOfItsWait() {
        assertThat(clock.moment(500, 0, 2 * MILLI)).isEqualTo(MILLI);
        assertThat(clock.moment(600, SECOND, SECOND + MILLI)).isEqualTo(SECOND + MILLI / 2);
    }

    @Test
    void aSlowAnswerStandsForTheMomentThatTheDeviceTells() {
        clock.moment(500, 0, 2 * MILLI);
        assertThat(clock.moment(600, SECOND, SECOND + 700 * MILLI))
                .as("read late")
                .isEqualTo(SECOND + MILLI);
        assertThat(clock.moment(730, 2 * SECOND, 2 * SECOND + 400 * MILLI))
                .as("served late")
                .isEqualTo(2 * SECOND + 301 * MILLI);
    }

    @Test
    void aDeviceWhoseClockStandsIsNeverBelievedBeyondTheWait() {
        clock.moment(500, 0, 2 * MILLI);
        assertThat(clock.moment(500, SECOND, SECOND + 90 * MILLI)).isEqualTo(SECOND);
        assertThat(clock.moment(90_000, 2 * SECOND, 2 * SECOND + 90 * MILLI)).isEqualTo(2 * SECOND + 90 * MILLI);
    }

    @Test
    void afterARestartTheDevicesClockIsLearnedAnew() {
        clock.moment(500_000, 0, 2 * MILLI);
        clock.reset();
        assertThat(clock.moment(3, SECOND, SECOND + 80 * MILLI)).isEqualTo(SECOND + 40 * MILLI);
    }

    @Test
    void whatWasLearnedLongAgoIsLearnedAgain() {
        clock.moment(500, 0, 2 * MILLI);
        long day = 86_400 * SECOND;
        assertThat(clock.moment(8_640_000, day, day + 50 * MILLI)).isEqualTo(day + 25 * MILLI);
    }

    @Property
    void theMomentLiesWithinTheWait(
            @ForAll @LongRange(max = 1L << 32) long ticks,
            @ForAll long sent,
            @ForAll @LongRange(max = 5_000) long wait) {
        clock.moment(77, sent - SECOND, sent - SECOND + MILLI);
        assertThat(clock.moment(ticks, sent, sent + wait * MILLI) - sent).isBetween(0L, wait * MILLI);
    }
}
