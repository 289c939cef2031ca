package id.ronda.collector.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.ronda.collector.DeviceClass;
import id.ronda.collector.Reading;
import id.ronda.collector.discovery.DiscoveryResult;
import id.ronda.collector.discovery.Inventory;
import id.ronda.collector.snmp.ScrapeAccess;
import id.ronda.testkit.RequiresTool;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** This machine as Debian's node_exporter tells it. */
@RequiresTool("prometheus-node-exporter")
class RealNodeExporterTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Program exporter;
    private Watched watched;

    @BeforeEach
    void start(@TempDir Path folder) {
        int port = Program.freePort();
        exporter =
                Program.start("prometheus-node-exporter", folder, Map.of(), "--web.listen-address=127.0.0.1:" + port);
        watched = new Watched(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                new ScrapeAccess("/metrics", false, null));
        await().atMost(PATIENCE).until(() -> watched.discover() instanceof DiscoveryResult.Discovered);
    }

    @AfterEach
    void stop() {
        watched.close();
        exporter.close();
    }

    private static List<Reading> readings(Inventory found, String metric) {
        return found.readings().stream().filter(r -> r.metric().equals(metric)).toList();
    }

    private static double value(Inventory found, String metric, String instance) {
        return readings(found, metric).stream()
                .filter(r -> r.instance().equals(instance))
                .map(r -> Objects.requireNonNull(r.value()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tellsThisMachine() throws IOException {
        var found = watched.inventory();

        assertThat(found.complete()).isTrue();
        assertThat(found.identity().profile()).isEqualTo("node-exporter");
        assertThat(found.identity().deviceClass()).isEqualTo(DeviceClass.SERVER);
        assertThat(found.identity().version())
                .isEqualTo(
                        Files.readString(Path.of("/proc/sys/kernel/osrelease")).strip());
        assertThat(found.identity().sysName())
                .isEqualTo(
                        Files.readString(Path.of("/proc/sys/kernel/hostname")).strip());
        double uptime =
                Double.parseDouble(Files.readString(Path.of("/proc/uptime")).split(" ", -1)[0]);
        assertThat(Objects.requireNonNull(found.identity().uptimeSeconds())).isBetween(uptime - 30, uptime + 30);
        double memory = Files.readAllLines(Path.of("/proc/meminfo")).stream()
                .filter(line -> line.startsWith("MemTotal:"))
                .map(line -> Double.parseDouble(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElseThrow();
        assertThat(value(found, "memory.total", "memory")).isEqualTo(memory);
        assertThat(value(found, "memory.used", "memory") + value(found, "memory.available", "memory"))
                .isEqualTo(memory);
    }

    @Test
    void tellsTheFileSystems() throws IOException {
        var found = watched.inventory();

        for (Reading total : readings(found, "storage.total")) {
            var store = Files.getFileStore(Path.of(total.instance()));
            assertThat(total.value()).isEqualTo((double) store.getTotalSpace());
            assertThat(value(found, "storage.available", total.instance()))
                    .isCloseTo((double) store.getUsableSpace(), Percentage.withPercentage(5));
            assertThat(value(found, "storage.used", total.instance()))
                    .isCloseTo(
                            (double) (store.getTotalSpace() - store.getUnallocatedSpace()),
                            Percentage.withPercentage(5));
            assertThat(total.oid()).startsWith("prom:node_filesystem_size_bytes{device=\"");
        }
        assertThat(found.readings()).extracting(Reading::instance).doesNotContain("lo", "/run");
    }

    @Test
    void aCounterBecomesARateAndOneQuestionServesACycle() {
        watched.poll();
        await().atMost(PATIENCE)
                .until(() -> watched.samples("cpu.utilization", "CPU 0").size() >= 3);

        assertThat(watched.samples("cpu.utilization", "CPU 0")).allMatch(v -> v >= 0 && v <= 100);
        double fetches = watched.meters
                .counter("ronda.source.fetches", "source", "prometheus")
                .count();
        int cycles = watched.samples("load.average", "load-average-1-min").size();
        assertThat(fetches).isLessThan(cycles + 8);
    }
}
