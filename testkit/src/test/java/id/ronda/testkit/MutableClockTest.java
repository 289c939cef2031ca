package id.ronda.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

final class MutableClockTest {

    private final MutableClock clock = MutableClock.at("2026-11-21T04:00:00Z");

    @Test
    void it_stands_until_it_is_moved() {
        assertThat(clock.instant()).isEqualTo("2026-11-21T04:00:00Z");

        clock.advance(Duration.ofDays(-1));
        assertThat(clock.instant()).isEqualTo("2026-11-20T04:00:00Z");
        clock.set(Instant.EPOCH);
        assertThat(clock.millis()).isZero();
    }

    @Test
    void another_zone_is_the_same_clock() {
        Clock jakarta = clock.withZone(ZoneId.of("Asia/Jakarta"));
        clock.advance(Duration.ofHours(1));

        assertThat(jakarta.instant()).isEqualTo(clock.instant());
        assertThat(jakarta.getZone()).isEqualTo(ZoneId.of("Asia/Jakarta"));
    }
}
