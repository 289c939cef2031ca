package id.ronda.collector.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RoundTripTest {
    private final RoundTrip roundTrip = new RoundTrip();

    @Test
    void startsWithOneAndAHalfSecondsAndDoubles() {
        assertThat(roundTrip.timeoutNanos(0)).isEqualTo(millis(1500));
        assertThat(roundTrip.timeoutNanos(1)).isEqualTo(millis(3000));
        assertThat(roundTrip.timeoutNanos(2)).isEqualTo(millis(5000));
    }

    @Test
    void theFirstAnswerSetsItToThreeRoundTrips() {
        roundTrip.measured(millis(200));

        assertThat(roundTrip.timeoutNanos(0)).isEqualTo(millis(600));
        assertThat(roundTrip.smoothedNanos()).isEqualTo(millis(200));
    }

    @Test
    void aSteadyDeviceIsTrustedMoreAndMore() {
        for (int i = 0; i < 50; i++) {
            roundTrip.measured(millis(300));
        }

        assertThat(roundTrip.timeoutNanos(0)).isBetween(millis(300), millis(310));
    }

    @Test
    void anUnsteadyDeviceIsGivenTime() {
        for (int i = 0; i < 50; i++) {
            roundTrip.measured(millis(i % 2 == 0 ? 50 : 800));
        }

        assertThat(roundTrip.timeoutNanos(0)).isGreaterThan(millis(1200));
    }

    @Test
    void staysWithinItsBounds() {
        roundTrip.measured(1);
        assertThat(roundTrip.timeoutNanos(0)).isEqualTo(millis(250));

        roundTrip.measured(millis(60_000));
        assertThat(roundTrip.timeoutNanos(0)).isEqualTo(millis(5000));
    }

    private static long millis(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
