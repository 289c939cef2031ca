package id.ronda.simulator;

import static id.ronda.simulator.TestingAgents.SERVICES;
import static id.ronda.simulator.TestingAgents.SYS_DESCR;
import static id.ronda.simulator.TestingAgents.SYS_UP_TIME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.snmp4j.PDU;
import org.snmp4j.Target;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.UdpAddress;

class FaultsTest {
    /** A GET of sysServices.0 with request id 1, community "one", as any client sends it. */
    private static final byte[] REQUEST =
            HexFormat.of().parseHex("302302010104036f6e65a019020101020100020100300e300c06082b060102010107000500");
    /** Where the request id stands, in the request and in a small answer. */
    private static final int ID_AT = 14;

    private AgentServer server;
    private TestingClient client;
    private Target<UdpAddress> target;
    private Faults faults;

    @BeforeEach
    void start() throws IOException {
        server = TestingAgents.serve(TestingAgents.device("one"));
        client = new TestingClient().impatient();
        target = client.v2c(server.address("one"), "one");
        faults = server.device("one").faults();
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        server.close();
    }

    @Test
    void muteAndLostDevicesDoNotAnswerUntilTheyAreHealthyAgain() throws IOException {
        faults.on(Fault.MUTE);
        assertThat(client.ask(target, PDU.GET, SYS_DESCR)).isNull();
        faults.clear().loss(1);
        assertThat(client.ask(target, PDU.GET, SYS_DESCR)).isNull();
        assertThat(server.count(AgentCount.LOST_BY_FAULT)).isEqualTo(2);
        faults.clear();
        assertThat(client.value(target, SERVICES)).isEqualTo(new Integer32(72));
    }

    @Test
    void lossTakesAboutItsShare() throws IOException {
        faults.loss(0.5);
        try (DatagramSocket socket = socket()) {
            for (int i = 0; i < 200; i++) {
                send(socket);
            }
            Awaitility.await()
                    .atMost(Duration.ofSeconds(2))
                    .until(() -> server.count(AgentCount.DATAGRAMS) == 200
                            && server.count(AgentCount.ANSWERS) + server.count(AgentCount.LOST_BY_FAULT) == 200);
        }
        assertThat(server.count(AgentCount.LOST_BY_FAULT)).isBetween(65L, 135L);
    }

    @Test
    void delayKeepsTheAnswerBack() throws IOException {
        faults.delay(Duration.ofMillis(120));
        long before = System.nanoTime();
        client.get(target, SERVICES);
        assertThat(Duration.ofNanos(System.nanoTime() - before))
                .isBetween(Duration.ofMillis(115), Duration.ofMillis(290));
    }

    @Test
    void answersOvertakeEachOther() throws IOException {
        faults.reorder(Duration.ofMillis(60));
        try (DatagramSocket socket = socket()) {
            for (int id = 0; id < 20; id++) {
                socket.send(new DatagramPacket(request(id), REQUEST.length, server.address("one")));
            }
            int[] ids = new int[20];
            for (int i = 0; i < ids.length; i++) {
                ids[i] = receive(socket).getData()[ID_AT];
            }
            assertThat(Arrays.stream(ids).sorted().toArray()).hasSize(20).doesNotHaveDuplicates();
            assertThat(ids).isNotEqualTo(Arrays.stream(ids).sorted().toArray());
        }
    }

    @Test
    void duplicatesComeTwice() throws IOException {
        faults.on(Fault.DUPLICATE);
        try (DatagramSocket socket = socket()) {
            send(socket);
            assertThat(receive(socket).getLength()).isEqualTo(receive(socket).getLength());
            assertThatThrownBy(() -> receive(socket)).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void foreignAnswersComeFromAnotherAddress() throws IOException {
        faults.on(Fault.FOREIGN_ADDRESS);
        try (DatagramSocket socket = socket()) {
            send(socket);
            InetSocketAddress from = (InetSocketAddress) receive(socket).getSocketAddress();
            assertThat(from.getAddress()).isNotEqualTo(server.address("one").getAddress());
        }
    }

    @Test
    void wrongIdsGarbageAndHalvesAreNoAnswersToTheClient() throws IOException {
        for (Fault fault : new Fault[] {Fault.WRONG_REQUEST_ID, Fault.GARBAGE, Fault.TRUNCATED}) {
            faults.clear().on(fault);
            assertThat(client.ask(target, PDU.GET, SYS_DESCR)).as(fault.name()).isNull();
        }
        assertThat(server.count(AgentCount.ANSWERS)).isEqualTo(3);
    }

    @Test
    void oversizedAnswersFillADatagram() throws IOException {
        faults.on(Fault.OVERSIZED);
        try (DatagramSocket socket = socket()) {
            send(socket);
            assertThat(receive(socket).getLength()).isBetween(65_000, 65_507);
        }
    }

    @Test
    void refusalsCarryTheirCode() throws IOException {
        faults.on(Fault.TOO_BIG);
        assertThat(client.get(target, SERVICES).getErrorStatus()).isEqualTo(PDU.tooBig);
        faults.off(Fault.TOO_BIG).on(Fault.GEN_ERR);
        PDU refused = client.get(target, SERVICES);
        assertThat(refused.getErrorStatus()).isEqualTo(PDU.genErr);
        assertThat(refused.getErrorIndex()).isEqualTo(1);
    }

    @Test
    void aLoopingWalkComesBack() throws IOException {
        faults.on(Fault.WALK_LOOP);
        Set<OID> seen = new HashSet<>();
        String at = "1.3";
        for (int i = 0; i < 50 && seen.add(new OID(at)); i++) {
            at = Objects.requireNonNull(client.ask(target, PDU.GETNEXT, at))
                    .get(0)
                    .getOid()
                    .toDottedString();
        }
        assertThat(seen).hasSizeLessThan(10);
    }

    @Test
    void aRebootSetsUptimeBack() throws IOException {
        assertThat(client.value(target, SYS_UP_TIME).toLong()).isGreaterThanOrEqualTo(24 * 3600 * 100);
        faults.reboot();
        assertThat(client.value(target, SYS_UP_TIME).toLong()).isLessThan(100);
    }

    @Test
    void shuffledRowsMoveTogetherAndKeepTheirIndex() throws IOException {
        ObjectTree.Builder objects = ObjectTree.builder();
        for (int row = 1; row <= 3; row++) {
            objects.integer("1.3.6.1.2.1.2.2.1.1." + row, row)
                    .text("1.3.6.1.2.1.2.2.1.2." + row, "ether" + row)
                    .text("1.3.6.1.2.1.31.1.1.1.18." + row, "office " + row);
        }
        SimulatedDevice device =
                SimulatedDevice.named("rows").tree(objects.build()).build();
        device.faults().on(Fault.INDEX_SHUFFLE);
        try (AgentServer rows = TestingAgents.serve(device)) {
            PDU answer = client.get(
                    client.v2c(rows.address("rows"), "rows"),
                    "1.3.6.1.2.1.2.2.1.1.3",
                    "1.3.6.1.2.1.2.2.1.2.3",
                    "1.3.6.1.2.1.31.1.1.1.18.3");
            assertThat(answer.getVariableBindings())
                    .extracting(binding -> binding.getVariable().toString())
                    .containsExactly("3", "ether1", "office 1");
        }
    }

    private static DatagramSocket socket() throws IOException {
        DatagramSocket socket = new DatagramSocket(Loopback.socket(0, 0, 1, 0));
        socket.setSoTimeout(300);
        return socket;
    }

    private void send(DatagramSocket socket) throws IOException {
        socket.send(new DatagramPacket(request(1), REQUEST.length, server.address("one")));
    }

    private static byte[] request(int id) {
        byte[] request = REQUEST.clone();
        request[ID_AT] = (byte) id;
        return request;
    }

    private static DatagramPacket receive(DatagramSocket socket) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[65_536], 65_536);
        socket.receive(packet);
        return packet;
    }
}
