package id.ronda.collector.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.collector.discovery.DiscoveryResult.Discovered;
import id.ronda.collector.profile.ProfileCatalog;
import id.ronda.collector.snmp.Community;
import id.ronda.collector.snmp.SnmpClient;
import id.ronda.collector.snmp.SnmpClientConfig;
import id.ronda.collector.snmp.SnmpEndpoint;
import id.ronda.collector.snmp.SnmpVersion;
import id.ronda.kernel.Secret;
import id.ronda.simulator.AgentCount;
import id.ronda.simulator.AgentServer;
import id.ronda.simulator.Recordings;
import id.ronda.simulator.Replay;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A device behind a line of 20 ms is looked at within ten seconds: 500 round trips one after another are what fits. Counted, not timed:
 * {@code target/questions.txt} says how many requests each recording takes.
 */
@Tag("recordings")
class SlowDevicesTest {
    private static final Duration LINE = Duration.ofMillis(20);
    private static final long ROUND_TRIPS = Duration.ofSeconds(10).dividedBy(LINE);

    private static final long MEBIBYTE = 1 << 20;

    private final Discoverer discoverer = new Discoverer(ProfileCatalog.shipped());

    @Test
    void areLookedAtInFewRoundTrips() throws IOException {
        var questions = new ArrayList<Long>();
        var lines = new ArrayList<String>();
        overTheWire((name, server, client) -> {
            long before = server.count(AgentCount.DATAGRAMS);
            look(name, server, client);
            questions.add(server.count(AgentCount.DATAGRAMS) - before);
            lines.add("%5d %s".formatted(questions.getLast(), name));
        });
        lines.sort(null);
        Files.write(Path.of("target", "questions.txt"), lines);
        assertThat(questions).isNotEmpty().allMatch(asked -> asked < ROUND_TRIPS);
    }

    @Test
    void leaveNothingBehindInMemory() throws IOException {
        overTheWire(this::look);
        long first = heap();
        overTheWire(this::look);
        assertThat(heap() - first).isLessThan(8 * MEBIBYTE);
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private interface Visit {
        void to(String name, AgentServer server, SnmpClient client);
    }

    private void look(String name, AgentServer server, SnmpClient client) {
        var community = new Community(SnmpVersion.V2C, Secret.of(name));
        var peer = client.peer(new SnmpEndpoint(server.address(name), community, false));
        assertThat(discoverer.discover(new SnmpAgent(client, peer))).as(name).isInstanceOf(Discovered.class);
    }

    private static void overTheWire(Visit visit) throws IOException {
        var files = RecordingsTest.recordings();
        try (var client =
                        SnmpClient.open(SnmpClientConfig.DEFAULT, new SimpleMeterRegistry(), new SplittableRandom(7));
                var server = AgentServer.builder()
                        .listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                        .devices(Recordings.load(RecordingsTest.folder(), Replay.FROZEN))
                        .build()
                        .start()) {
            files.forEach(file -> visit.to(RecordingsTest.name(file), server, client));
        }
    }
}
