package id.ronda.collector.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import id.ronda.collector.DeviceClass;
import id.ronda.collector.Reading;
import id.ronda.collector.ReadingState;
import id.ronda.collector.discovery.Inventory;
import id.ronda.collector.snmp.ScrapeAccess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Exporters that Debian does not package, by texts written after their documentation. */
class ExporterProfilesTest {
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (var text = Objects.requireNonNull(ExporterProfilesTest.class.getResourceAsStream(
                    "/metrics" + exchange.getRequestURI().getPath() + ".txt"))) {
                exchange.sendResponseHeaders(200, 0);
                text.transferTo(exchange.getResponseBody());
            }
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Inventory seen(String path) {
        try (var watched = new Watched(server.getAddress(), new ScrapeAccess(path, false, null))) {
            return watched.inventory();
        }
    }

    private static Reading reading(Inventory found, String metric, String instance) {
        return found.readings().stream()
                .filter(r -> r.metric().equals(metric) && r.instance().equals(instance))
                .findFirst()
                .orElseThrow(() -> new AssertionError(metric + " " + instance + " among " + found.readings()));
    }

    @Test
    void windows() {
        var found = seen("/windows");

        assertThat(found.identity().profile()).isEqualTo("windows-exporter");
        assertThat(found.identity().deviceClass()).isEqualTo(DeviceClass.SERVER);
        assertThat(found.identity().model()).isEqualTo("Windows Server 2022 Standard");
        assertThat(found.identity().version()).isEqualTo("10.0.20348");
        assertThat(found.identity().sysName()).isEqualTo("srv-1");
        assertThat(found.identity().uptimeSeconds()).isEqualTo(3600);
        assertThat(reading(found, "memory.used", "memory").value()).isEqualTo(1.2e10);
        assertThat(reading(found, "memory.utilization", "memory").value()).isEqualTo(75);
        assertThat(reading(found, "storage.used", "C:").value()).isEqualTo(6e10);
        assertThat(reading(found, "storage.utilization", "C:").value()).isEqualTo(60);
        assertThat(reading(found, "cpu.utilization", "CPU 0,0").value()).isNull();
        assertThat(reading(found, "traffic.in", "Intel[R] Ethernet").name()).isEqualTo("Kantor");
        assertThat(reading(found, "temperature", "TZ00").value()).isEqualTo(41.5);
        assertThat(found.readings()).extracting(Reading::instance).doesNotContain("HarddiskVolume1", "isatap.{1}");
    }

    @Test
    void proxmox() {
        var found = seen("/pve?target=localhost&cluster=1&node=1");

        assertThat(found.identity().profile()).isEqualTo("pve-exporter");
        assertThat(found.identity().deviceClass()).isEqualTo(DeviceClass.HYPERVISOR);
        assertThat(found.identity().version()).isEqualTo("8.2.4");
        assertThat(found.identity().sysName()).isEqualTo("pve1");
        assertThat(reading(found, "state", "node/pve1").state()).isEqualTo(ReadingState.OK);
        assertThat(reading(found, "state", "qemu/100").state()).isEqualTo(ReadingState.WARNING);
        assertThat(reading(found, "state", "qemu/100").name()).isEqualTo("Guest simpeg");
        assertThat(reading(found, "state", "qemu/100").oid()).isEqualTo("prom:pve_up{id=\"qemu/100\"}");
        assertThat(reading(found, "cpu.utilization", "node/pve1").value()).isEqualTo(25);
        assertThat(reading(found, "memory.used", "qemu/100").value()).isEqualTo(1073741824);
        assertThat(reading(found, "storage.used", "storage/pve1/local").name()).isEqualTo("Storage local (pve1)");
        assertThat(reading(found, "count", "not-backed-up").value()).isEqualTo(2);
    }
}
