package id.ronda.kernel.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.Test;

final class MetersTest {

    @Test
    void figures_of_jvm_and_process_are_there_from_the_start() {
        PrometheusMeterRegistry meters = Meters.prometheus();
        meters.counter("ronda.samples.stored").increment(3);

        assertThat(meters.scrape())
                .contains(
                        "ronda_samples_stored_total 3.0",
                        "jvm_memory_used_bytes",
                        "process_uptime_seconds",
                        "jvm_threads");
    }
}
