package id.ronda.app;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.kernel.metrics.Meters;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LatenessTest {

    private final io.micrometer.core.instrument.MeterRegistry meters = Meters.prometheus();
    private final Timer timer = Timer.builder("ronda.poll.lateness")
            .publishPercentileHistogram()
            .minimumExpectedValue(Duration.ofMillis(1))
            .maximumExpectedValue(Duration.ofSeconds(60))
            .register(meters);

    @Test
    void percentile_countsOnlyWhatCameAfterTheBegin() {
        record(500, 9_000);
        var lateness = new Lateness(meters);
        assertThat(lateness.percentile(0.99)).isNaN();

        record(98, 2);
        record(2, 700);

        assertThat(lateness.percentile(0.5)).isBetween(1.0, 3.0);
        assertThat(lateness.percentile(0.99)).isBetween(700.0, 900.0);
    }

    private void record(int times, long millis) {
        for (int i = 0; i < times; i++) {
            timer.record(Duration.ofMillis(millis));
        }
    }
}
