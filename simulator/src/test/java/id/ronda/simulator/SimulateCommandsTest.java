package id.ronda.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateCommandsTest {
    private static final InetSocketAddress ANY_PORT = Loopback.socket(0, 0, 1, 0);

    private final List<String> said = new ArrayList<>();

    @Test
    void recordingsAreServedUnderTheirFilesNames(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("ups.snmprec"), "1.3.6.1.2.1.1.1.0|4|a UPS\n1.3.6.1.2.1.1.3.0|67|soon\n");
        try (AgentServer server =
                        new SimulateRecordings(folder, ANY_PORT, Replay.LIVE, Duration.ZERO, List.of()).run(said::add);
                TestingClient client = new TestingClient()) {
            assertThat(client.value(client.v2c(server.address("ups"), "ups"), "1.3.6.1.2.1.1.1.0"))
                    .hasToString("a UPS");
        }
        assertThat(said).hasSize(2);
        assertThat(said.getFirst()).startsWith("ups: 1 lines left out").contains("line 2");
        assertThat(said.getLast()).startsWith("1 agents on 127.0.0.1:");
    }

    @Test
    void answersOfALongLineComeLate(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("ups.snmprec"), "1.3.6.1.2.1.1.1.0|4|a UPS\n");
        var late = Duration.ofMillis(150);
        try (AgentServer server =
                        new SimulateRecordings(folder, ANY_PORT, Replay.LIVE, late, List.of()).run(said::add);
                TestingClient client = new TestingClient()) {
            long asked = System.nanoTime();
            client.value(client.v2c(server.address("ups"), "ups"), "1.3.6.1.2.1.1.1.0");
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isGreaterThanOrEqualTo(late);
        }
    }

    @Test
    void aFolderWithoutRecordingsIsRefused(@TempDir Path folder) {
        SimulateRecordings command = new SimulateRecordings(folder, ANY_PORT, Replay.LIVE, Duration.ZERO, List.of());
        assertThatThrownBy(() -> command.run(said::add))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(folder.toString());
    }

    @Test
    void aScenarioRunsInItsRegency() throws IOException {
        RegencyConfig config = new RegencyConfig(1, 0, new TestingClock("2026-11-17T03:00:00Z"), 10);
        try (VirtualRegency regency = new SimulateScenario(config, "pln-outage", List.of()).run(said::add)) {
            assertThat(regency.running()).contains("pln-outage");
        }
        assertThat(said).hasSize(2);
        assertThat(said.getFirst()).startsWith("100 devices, the first at 127.10.0.1:");
        assertThat(said.getLast()).startsWith("pln-outage: ");
    }

    @Test
    void anUnknownScenarioStartsNothing() {
        RegencyConfig config = new RegencyConfig(1, 0, new TestingClock("2026-11-17T03:00:00Z"), 10);
        assertThatThrownBy(() -> new SimulateScenario(config, "flood", List.of()).run(said::add))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("pln-outage");
        assertThat(said).isEmpty();
    }

    @Test
    void impossibleSettingsAreNamed() {
        TestingClock clock = new TestingClock("2026-11-17T03:00:00Z");
        assertThatThrownBy(() -> new RegencyConfig(1, 70_000, clock, 1)).hasMessageContaining("70000");
        assertThatThrownBy(() -> new RegencyConfig(1, 1_161, clock, 0)).hasMessageContaining("speed");
    }
}
