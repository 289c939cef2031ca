package id.ronda.collector.poll;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class UptimeWatchTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long LAST_TICK = 0xFFFF_FFFFL;
    private final UptimeWatch watch = new UptimeWatch();

    @Test
    void goingOnIsNoRestart() {
        assertThat(watch.restarted(1_000, 0)).isFalse();
        assertThat(watch.restarted(4_000, 30 * SECOND)).isFalse();
        assertThat(watch.seconds()).isEqualTo(40);
    }

    @Test
    void goingBackIsARestart() {
        watch.restarted(500_000, 0);
        assertThat(watch.restarted(1_200, 30 * SECOND)).isTrue();
        assertThat(watch.restarted(4_200, 60 * SECOND)).isFalse();
    }

    @Test
    void aMomentBackIsAnAgentThatRounds() {
        watch.restarted(500_000, 0);
        assertThat(watch.restarted(499_950, SECOND)).isFalse();
    }

    @Test
    void theWrapAfter497DaysIsNoRestart() {
        watch.restarted(LAST_TICK - 1_000, 0);
        assertThat(watch.restarted(2_000, 30 * SECOND)).isFalse();
    }

    @Test
    void aRestartShortlyBeforeTheWrapIsToldFromIt() {
        watch.restarted(LAST_TICK - 1_000_000_000, 0);
        assertThat(watch.restarted(2_000, 30 * SECOND)).isTrue();
    }
}
