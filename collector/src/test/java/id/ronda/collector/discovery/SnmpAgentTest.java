package id.ronda.collector.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.collector.discovery.Agent.Failed;
import id.ronda.collector.discovery.Agent.Values;
import id.ronda.collector.discovery.DiscoveryResult.Discovered;
import id.ronda.collector.discovery.DiscoveryResult.Unreachable;
import id.ronda.collector.profile.ProfileCatalog;
import id.ronda.collector.snmp.Community;
import id.ronda.collector.snmp.SnmpClient;
import id.ronda.collector.snmp.SnmpClientConfig;
import id.ronda.collector.snmp.SnmpEndpoint;
import id.ronda.collector.snmp.SnmpVersion;
import id.ronda.kernel.Secret;
import id.ronda.simulator.AgentServer;
import id.ronda.simulator.Recording;
import id.ronda.simulator.Recordings;
import id.ronda.simulator.Replay;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;

/** The same look over the wire as over the objects in memory. */
class SnmpAgentTest {
    private static final String DEVICE = """
            1.3.6.1.2.1.1.1.0|4|RouterOS RB760iGS
            1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.14988.1
            1.3.6.1.2.1.2.2.1.1.1|2|1
            1.3.6.1.2.1.2.2.1.1.2|2|2
            1.3.6.1.2.1.2.2.1.2.1|4|ether1
            1.3.6.1.2.1.2.2.1.2.2|4|ether2
            1.3.6.1.2.1.2.2.1.5.1|66|100000000
            1.3.6.1.2.1.2.2.1.8.1|2|1
            1.3.6.1.2.1.31.1.1.1.1.1|4|ether1
            1.3.6.1.2.1.31.1.1.1.1.2|4|ether2
            1.3.6.1.4.1.14988.1.1.3.8.0|2|243
            1.3.6.1.4.1.14988.1.1.3.10.0|2|415
            """;

    private final SnmpClient client =
            SnmpClient.open(SnmpClientConfig.DEFAULT, new SimpleMeterRegistry(), new SplittableRandom(7));
    private AgentServer server = AgentServer.builder().build();

    @BeforeEach
    void start() throws IOException {
        var recording = Recording.parse("router", DEVICE.lines().toList());
        server = AgentServer.builder()
                .listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .device(Recordings.device(recording, Replay.FROZEN))
                .build()
                .start();
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private SnmpAgent agent(InetSocketAddress address, SnmpVersion version) {
        var community = new Community(version, Secret.of("router"));
        return new SnmpAgent(client, client.peer(new SnmpEndpoint(address, community, false)));
    }

    @ParameterizedTest
    @EnumSource(names = {"V1", "V2C"})
    void findsTheSameAsInMemory(SnmpVersion version) {
        var discoverer = new Discoverer(ProfileCatalog.shipped());

        var wire = discoverer.discover(agent(server.address("router"), version));
        var memory = discoverer.discover(RecordedAgent.of(DEVICE));

        assertThat(wire).isInstanceOfSatisfying(Discovered.class, found -> {
            var expected = ((Discovered) memory).inventory();
            assertThat(found.inventory().interfaces())
                    .isEqualTo(expected.interfaces())
                    .hasSize(2);
            assertThat(found.inventory().readings())
                    .isEqualTo(expected.readings())
                    .hasSize(2);
            assertThat(found.inventory().complete()).isTrue();
        });
    }

    @Test
    void getsWhatThereIsAndLeavesOutWhatIsNot() {
        var got = agent(server.address("router"), SnmpVersion.V2C)
                .get(List.of(new OID("1.3.6.1.2.1.1.1.0"), new OID("1.3.6.1.2.1.99.9.0")));

        assertThat(got)
                .isInstanceOfSatisfying(
                        Values.class,
                        values -> assertThat(values.values())
                                .containsOnlyKeys(new OID("1.3.6.1.2.1.1.1.0"))
                                .containsValue(new OctetString("RouterOS RB760iGS")));
    }

    @Test
    void saysThatAWalkWasCut() {
        var walked = agent(server.address("router"), SnmpVersion.V2C).walk(List.of(new OID("1.3.6.1.2.1")), 3);

        assertThat(walked.rows()).hasSize(3);
        assertThat(walked.failure())
                .extracting(f -> f == null ? "" : f.reason())
                .isEqualTo("too-many-rows");
    }

    @Test
    void namesWhyNobodyAnswers() {
        var address = server.address("router");
        server.close();
        var agent = agent(address, SnmpVersion.V2C);

        assertThat(agent.get(List.of(new OID("1.3.6.1.2.1.1.1.0"))))
                .isInstanceOfSatisfying(
                        Failed.class, f -> assertThat(f.reason()).isEqualTo("port-closed"));
        assertThat(new Discoverer(ProfileCatalog.shipped()).discover(agent)).isInstanceOf(Unreachable.class);
    }
}
