package id.ronda.collector.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class EngineClockTest {
    private static final long START = -5;

    private final EngineClock clock = new EngineClock();

    @Test
    void goesOnFromTheLastWord() {
        clock.synchronise(3, 100, START);

        assertThat(clock.boots()).isEqualTo(3);
        assertThat(clock.seconds(after(7))).isEqualTo(107);
    }

    @Test
    void asksWithZeroBeforeAnyWord() {
        assertThat(clock.boots()).isZero();
        assertThat(clock.seconds(after(1000))).isZero();
    }

    @Test
    void anEngineThatNeverBootedCountsToo() {
        clock.guess(0, 0, START);

        assertThat(clock.seconds(after(9))).isEqualTo(9);
    }

    @Test
    void aGuessNeverReplacesASignedWord() {
        clock.synchronise(3, 100, START);

        assertThat(clock.guess(9, 9, START)).isFalse();
        assertThat(clock.boots()).isEqualTo(3);
    }

    @Test
    void refusesWhatIsOlderThanTheWindow() {
        clock.synchronise(3, 1000, START);

        assertThat(clock.accepts(3, 850, START)).isTrue();
        assertThat(clock.accepts(3, 849, START)).isFalse();
        assertThat(clock.accepts(2, 5000, START)).isFalse();
        assertThat(clock.accepts(3, 1000, after(151))).isFalse();
    }

    @Test
    void takesOverALaterTimeAndALaterBoot() {
        clock.synchronise(3, 1000, START);

        assertThat(clock.accepts(3, 1100, START)).isTrue();
        assertThat(clock.seconds(START)).isEqualTo(1100);
        assertThat(clock.accepts(4, 2, START)).isTrue();
        assertThat(clock.boots()).isEqualTo(4);
    }

    @Test
    void anEngineAtItsLastBootIsNeverInTime() {
        assertThat(clock.accepts(Integer.MAX_VALUE, 10, START)).isFalse();
    }

    @Test
    void afterForgettingAnyWordIsNews() {
        clock.synchronise(3, 1000, START);

        clock.forget();

        assertThat(clock.seconds(START)).isZero();
        assertThat(clock.guess(1, 7, START)).isTrue();
        assertThat(clock.seconds(START)).isEqualTo(7);
    }

    private static long after(int seconds) {
        return START + TimeUnit.SECONDS.toNanos(seconds);
    }
}
