package id.ronda.collector.poll;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class BackoffTest {

    private static final long INTERVAL = 2_000;
    private final Backoff backoff = new Backoff();

    @Test
    void aDeadDeviceIsAskedLessAndLessButWithinAMinute() {
        long slot = 0;
        int asked = 0;
        long longestSilence = 0;
        long last = 0;
        for (; slot < 600_000; slot += INTERVAL) {
            if (backoff.allows(slot)) {
                longestSilence = Math.max(longestSilence, slot - last);
                last = slot;
                asked++;
                backoff.failed(slot, INTERVAL);
            }
        }
        assertThat(asked).isBetween(10, 20);
        assertThat(longestSilence).isEqualTo(60_000);
    }

    @Test
    void theFirstFailuresCostNoSlot() {
        backoff.failed(0, INTERVAL);
        assertThat(backoff.allows(INTERVAL)).isTrue();
        backoff.failed(INTERVAL, INTERVAL);
        assertThat(backoff.allows(2 * INTERVAL)).isTrue();
    }

    @Test
    void anAnswerEndsIt() {
        for (int i = 0; i < 9; i++) {
            backoff.failed(i * INTERVAL, INTERVAL);
        }
        backoff.answered();
        assertThat(backoff.failures()).isZero();
        assertThat(backoff.allows(0)).isTrue();
    }

    @Test
    void anIntervalOverAMinuteIsKept() {
        backoff.failed(0, 300_000);
        assertThat(backoff.allows(60_000)).isTrue();
    }
}
