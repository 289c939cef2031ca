package id.ronda.identity.guess;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AddressThrottleTest {

    private static final Instant NOW = Instant.parse("2026-11-21T04:00:00Z");

    private final AddressThrottle throttle = new AddressThrottle();

    private int admitted(String address, int attempts) {
        int admitted = 0;
        for (int i = 0; i < attempts; i++) {
            admitted += throttle.admit(address, NOW).isEmpty() ? 1 : 0;
        }
        return admitted;
    }

    @Test
    void anAddress_isSlowedDown_andOthersAreNot() {
        assertThat(admitted("127.0.0.1", 500)).isBetween(30, 31);
        assertThat(throttle.admit("127.0.0.1", NOW))
                .hasValueSatisfying(wait -> assertThat(wait).isPositive());
        assertThat(throttle.admit("127.0.0.2", NOW)).isEmpty();
        assertThat(throttle.admit("127.0.0.1", NOW.plus(Duration.ofMinutes(16))))
                .isEmpty();
    }

    @Test
    void ipv6_countsByTheNetworkThatOneHostIsGiven() {
        for (int i = 0; i < 40; i++) {
            throttle.admit("2001:db8:1:2::" + i, NOW);
        }

        assertThat(throttle.admit("2001:db8:1:2:ffff:ffff:ffff:ffff", NOW)).isPresent();
        assertThat(throttle.admit("2001:db8:1:3::1", NOW)).isEmpty();
    }

    @Test
    void anAttemptTakenBack_leavesRoomForOneMore() {
        int most = admitted("127.0.0.1", 500);
        var another = new AddressThrottle();
        for (int i = 0; i < most - 1; i++) {
            assertThat(another.admit("127.0.0.1", NOW)).isEmpty();
        }
        another.undo("127.0.0.1", NOW);

        assertThat(another.admit("127.0.0.1", NOW)).isEmpty();
        assertThat(another.admit("127.0.0.1", NOW)).isEmpty();
        assertThat(another.admit("127.0.0.1", NOW)).isPresent();
    }

    @Test
    void howManyAddressesThereAre_doesNotMatter() {
        for (int i = 0; i < 25_000; i++) {
            throttle.admit("127.%d.%d.1".formatted(i / 250, i % 250), NOW);
        }

        assertThat(throttle.size()).isEqualTo(10_000);
    }
}
