package id.ronda.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.ronda.kernel.Json;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class PollBenchTest {

    /** The whole of it, small: devices in another process, an embedded database, a count in the table. */
    @Test
    void run_storesWhatIsServed() throws Exception {
        var load = new PollBench.Load(
                new FleetSize(5, 3), Duration.ofSeconds(1), Duration.ofSeconds(4), Duration.ofSeconds(4), 1);
        PollBench.Result result;
        try (var shutdown = new Shutdown(BenchServer.TO_STOP)) {
            result = new PollBench(load).run(new BenchServer(), shutdown);
        }

        JsonNode line = Json.mapper().readTree(result.line().toString());
        assertThat(result.failure(4_000)).isEmpty();
        assertThat(line.get("series").asInt()).isEqualTo(5 * (3 * 9 + 2));
        assertThat(line.get("valuesStored").asLong())
                .isEqualTo(result.audit().expected())
                .isPositive();
        assertThat(line.get("gapSlots").asLong()).as("of the silent device").isPositive();
        assertThat(line.get("ratesChecked").asInt())
                .as("of the four that answer")
                .isEqualTo(4 * 3 * 2);
        assertThat(line.get("cpuSecondsPerMillionValues").asDouble()).isPositive();
        assertThat(line.get("databaseCpuSecondsPerMillionValues").isNumber()).isTrue();
        assertThat(line.get("latenessMillisP99").asDouble()).isLessThan(1_000);
        assertThat(result.failure(1))
                .hasValueSatisfying(reason -> assertThat(reason).contains("resident"));
    }

    @Test
    void fewerDevicesThanGiven_isAFailure() {
        var nothing = new id.ronda.collector.AuditFigures(4, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0);

        assertThat(new PollBench.Result(new BenchLine(), nothing, 5, 0).failure(1_000))
                .contains("4 of 5 devices were stored");
    }

    @Test
    void valueTooFew_isAFailure() {
        var lacking = new id.ronda.collector.AuditFigures(5, 10, 100, 3, 2, 94, 0, 0, 0, 0, 0);

        assertThat(new PollBench.Result(new BenchLine(), lacking, 5, 0).failure(1_000))
                .hasValueSatisfying(reason -> assertThat(reason).contains("expected 95", "stored=94"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000", "x24", "0x24", "1000x", "1e3x24"})
    void fleetOfAnotherForm_isWrongUse(String typed) {
        assertThat(CommandRun.of("bench", "fleet", typed).status()).isEqualTo(2);
    }

    @Test
    void intervalOfAnotherForm_isWrongUse() {
        var run = CommandRun.of("bench", "poll", "--interval", "often");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.lastLine()).contains("--interval", "often");
    }
}
