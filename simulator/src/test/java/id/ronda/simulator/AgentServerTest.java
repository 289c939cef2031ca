package id.ronda.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.snmp4j.PDU;
import org.snmp4j.smi.Integer32;

class AgentServerTest {
    private static final byte[] GET =
            HexFormat.of().parseHex("302302010104036f6e65a019020101020100020100300e300c06082b060102010107000500");
    /** Discovery as every SNMPv3 client begins: no engine, no user, an empty GET. */
    private static final byte[] DISCOVERY = HexFormat.of()
            .parseHex("3037020103300d020101020205c00401040201030410300e04000201000201000400040004003011"
                    + "04000400a00b0201010201000201003000");

    @Test
    void twoDevicesOfOneNameAreRefused() {
        AgentServer.Builder builder = TestingAgents.onOnePort().device(TestingAgents.device("one"));
        assertThatThrownBy(() -> builder.device(TestingAgents.device("one")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one");
    }

    @Test
    void twoDevicesOfOneCommunityOnOneAddressAreRefused() {
        SimulatedDevice same = SimulatedDevice.named("two")
                .community("one")
                .tree(TestingAgents.objects().build())
                .build();
        AgentServer server = TestingAgents.onOnePort()
                .device(TestingAgents.device("one"))
                .device(same)
                .build();
        assertThatThrownBy(server::start)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two");
    }

    @Test
    void aDeviceWithoutAnAddressNeedsACommonOne() {
        AgentServer server =
                AgentServer.builder().device(TestingAgents.device("one")).build();
        assertThatThrownBy(server::start)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("listen");
    }

    @Test
    void aDeviceWithoutObjectsIsNotBuilt() {
        assertThatThrownBy(() -> SimulatedDevice.named("empty").build()).hasMessageContaining("empty");
        assertThatThrownBy(() -> SimulatedDevice.named("tiny").maxMessageSize(483))
                .hasMessageContaining("483");
        assertThatThrownBy(() -> SimulatedDevice.named("huge").maxMessageSize(65_508))
                .hasMessageContaining("65508");
    }

    @Test
    void addressesAreKnownOnlyWhenBound() throws IOException {
        AgentServer server =
                TestingAgents.onOnePort().device(TestingAgents.device("one")).build();
        assertThatThrownBy(server::addresses).isInstanceOf(IllegalStateException.class);
        try (AgentServer started = server.start()) {
            assertThat(started.addresses()).singleElement().isEqualTo(started.address("one"));
            assertThat(started.address("one").getPort()).isPositive();
            assertThatThrownBy(started::start).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> started.device("none")).hasMessageContaining("none");
        }
    }

    @Test
    void closingFreesTheAddressAtOnceAndMayBeRepeated() throws IOException {
        AgentServer server = TestingAgents.serve(TestingAgents.device("one"));
        InetSocketAddress address = server.address("one");
        server.close();
        server.close();
        try (AgentServer again = AgentServer.builder()
                .listen(address)
                .device(TestingAgents.device("one"))
                .build()
                .start()) {
            assertThat(again.address("one")).isEqualTo(address);
        }
    }

    @Test
    void oneBrokenValueSilencesNobodyElse() throws IOException {
        ObjectTree broken = ObjectTree.builder()
                .changing(TestingAgents.SERVICES, Syntax.INTEGER, at -> {
                    throw new IllegalStateException("a sensor broke");
                })
                .build();
        SimulatedDevice device = SimulatedDevice.named("broken").tree(broken).build();
        try (AgentServer server = TestingAgents.serve(device, TestingAgents.device("one"));
                TestingClient client = new TestingClient().impatient()) {
            assertThat(client.ask(client.v2c(server.address("broken"), "broken"), PDU.GET, TestingAgents.SERVICES))
                    .isNull();
            assertThat(server.count(AgentCount.FAILED)).isEqualTo(1);
            assertThat(client.value(client.v2c(server.address("one"), "one"), TestingAgents.SERVICES))
                    .isEqualTo(new Integer32(72));
        }
    }

    @Test
    void damagedMessagesAreCountedAndNeverFatal() throws IOException {
        Random random = new Random(42);
        try (AgentServer server = TestingAgents.onOnePort()
                        .device(TestingAgents.device("one"))
                        .user(V3User.open("guest"))
                        .build()
                        .start();
                DatagramSocket socket = new DatagramSocket(Loopback.socket(0, 0, 1, 0));
                TestingClient client = new TestingClient()) {
            for (int i = 0; i < 3_000; i++) {
                byte[] damaged = damaged(i % 2 == 0 ? GET : DISCOVERY, random);
                socket.send(new DatagramPacket(damaged, damaged.length, server.address("one")));
            }
            Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> server.count(AgentCount.DATAGRAMS) >= 2_500);
            assertThat(server.count(AgentCount.FAILED)).isZero();
            assertThat(server.count(AgentCount.MALFORMED)).isPositive();
            assertThat(client.value(client.v2c(server.address("one"), "one"), TestingAgents.SERVICES))
                    .isEqualTo(new Integer32(72));
        }
    }

    @Test
    void discoveryIsAnsweredWithAReport() throws IOException {
        try (AgentServer server = TestingAgents.serve(TestingAgents.device("one"));
                DatagramSocket socket = new DatagramSocket(Loopback.socket(0, 0, 1, 0))) {
            socket.setSoTimeout(2_000);
            socket.send(new DatagramPacket(DISCOVERY, DISCOVERY.length, server.address("one")));
            DatagramPacket answer = new DatagramPacket(new byte[2_000], 2_000);
            socket.receive(answer);
            String hex = HexFormat.of().formatHex(answer.getData(), 0, answer.getLength());
            assertThat(hex).as("usmStatsUnknownEngineIDs").contains("060a2b060106030f01010400");
            assertThat(server.count(AgentCount.REPORTS)).isEqualTo(1);
        }
    }

    private static byte[] damaged(byte[] message, Random random) {
        byte[] damaged =
                random.nextInt(4) == 0 ? Arrays.copyOf(message, random.nextInt(message.length)) : message.clone();
        for (int flips = random.nextInt(4); flips > 0 && damaged.length > 0; flips--) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
        }
        return damaged;
    }
}
