package id.ronda.identity.guess;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final Instant NOW = Instant.parse("2026-11-21T04:00:00Z");
    private static final Backoff.Count NONE = new Backoff.Count(0, NOW, NOW);

    private static Backoff.Count failed(int times) {
        Backoff.Count count = NONE;
        for (int i = 0; i < times; i++) {
            count = Backoff.ACCOUNT.fail(count, NOW);
        }
        return count;
    }

    private static Duration waitAfter(int failures) {
        return Backoff.ACCOUNT.wait(failed(failures), NOW);
    }

    @Test
    void wait_isNothingAtFirst_thenDoubles_andEnds() {
        assertThat(waitAfter(5)).isZero();
        assertThat(waitAfter(6)).isEqualTo(Duration.ofSeconds(1));
        assertThat(waitAfter(7)).isEqualTo(Duration.ofSeconds(2));
        assertThat(waitAfter(10)).isEqualTo(Duration.ofSeconds(16));
        assertThat(waitAfter(16)).isEqualTo(Duration.ofMinutes(15));
        assertThat(waitAfter(10_000)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void quietDay_forgetsAllFailures() {
        Backoff.Count later =
                Backoff.ACCOUNT.fail(failed(50), NOW.plus(Duration.ofDays(1)).plusSeconds(1));

        assertThat(later.failures()).isEqualTo(1);
    }

    @Test
    void undo_takesOneBack_andClockThatWasSetBackWaitsNoLonger() {
        assertThat(Backoff.ACCOUNT.undo(failed(6), NOW).failures()).isEqualTo(5);
        assertThat(Backoff.ACCOUNT.undo(NONE, NOW).failures()).isZero();
        assertThat(Backoff.ACCOUNT.wait(failed(20), NOW.minus(Duration.ofDays(400))))
                .isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void addresses_areBounded_andIpv6CountsByItsNetwork() {
        var throttle = new AddressThrottle();
        for (int i = 0; i < 10_100; i++) {
            throttle.admit("10." + i / 10_000 + "." + i / 100 % 100 + "." + i % 100, NOW);
        }
        assertThat(throttle.size()).isEqualTo(10_000);

        for (int i = 0; i < 31; i++) {
            assertThat(throttle.admit("2001:db8:1:2::" + i, NOW)).isEmpty();
        }
        assertThat(throttle.admit("2001:db8:1:2:ffff::1", NOW)).contains(Duration.ofSeconds(1));
        assertThat(throttle.admit("2001:db8:1:3::1", NOW)).isEmpty();
    }
}
