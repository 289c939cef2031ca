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
import id.ronda.simulator.AgentServer;
import id.ronda.simulator.Recordings;
import id.ronda.simulator.Replay;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.SplittableRandom;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every recorded device, served by the simulator and asked over SNMP, is found as it is found in memory. */
@Tag("recordings")
class RecordingsOverTheWireTest {

    @Test
    void findsOverTheWireWhatIsInTheFiles() throws IOException {
        var files = RecordingsTest.recordings();
        var folder = files.getFirst().toAbsolutePath().getParent();
        assertThat(folder).isNotNull();
        var discoverer = new Discoverer(ProfileCatalog.shipped());
        try (var client =
                        SnmpClient.open(SnmpClientConfig.DEFAULT, new SimpleMeterRegistry(), new SplittableRandom(7));
                var server = AgentServer.builder()
                        .listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                        .devices(Recordings.load(folder, Replay.FROZEN))
                        .build()
                        .start()) {
            var softly = new SoftAssertions();
            for (var file : files) {
                String name = String.valueOf(file.getFileName()).replaceFirst("\\.snmprec$", "");
                var community = new Community(SnmpVersion.V2C, Secret.of(name));
                var peer = client.peer(new SnmpEndpoint(server.address(name), community, false));

                var result = discoverer.discover(new SnmpAgent(client, peer));

                assertThat(result).as(name).isInstanceOf(Discovered.class);
                var found = ((Discovered) result).inventory();
                var expected = ((Discovered) discoverer.discover(RecordedAgent.of(file))).inventory();
                softly.assertThat(found.notes()).as(name).isEqualTo(expected.notes());
                softly.assertThat(found.interfaces()).as(name).isEqualTo(expected.interfaces());
                softly.assertThat(found.readings()).as(name).isEqualTo(expected.readings());
                softly.assertThat(found.complete()).as(name).isTrue();
            }
            softly.assertAll();
        }
    }
}
