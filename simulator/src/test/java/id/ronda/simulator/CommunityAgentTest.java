package id.ronda.simulator;

import static id.ronda.simulator.TestingAgents.ALIAS;
import static id.ronda.simulator.TestingAgents.HC_IN;
import static id.ronda.simulator.TestingAgents.SERVICES;
import static id.ronda.simulator.TestingAgents.SPEED;
import static id.ronda.simulator.TestingAgents.SYS_DESCR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.snmp4j.PDU;
import org.snmp4j.PDUv1;
import org.snmp4j.Target;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.smi.Counter64;
import org.snmp4j.smi.Gauge32;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.smi.VariableBinding;

class CommunityAgentTest {
    private AgentServer server;
    private TestingClient client;
    private Target<UdpAddress> v2c;
    private Target<UdpAddress> v1;

    @BeforeEach
    void start() throws IOException {
        server = TestingAgents.serve(TestingAgents.device("one"), TestingAgents.device("two"));
        client = new TestingClient().impatient();
        v2c = client.v2c(server.address("one"), "one");
        v1 = client.community(server.address("one"), "one", SnmpConstants.version1);
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        server.close();
    }

    @Test
    void getAnswersEachKindOfValue() throws IOException {
        PDU answer = client.get(v2c, SYS_DESCR, SERVICES, SPEED, HC_IN);
        assertThat(answer.getErrorStatus()).isZero();
        assertThat(answer.get(0).getVariable()).isEqualTo(new OctetString("a device"));
        assertThat(answer.get(1).getVariable()).isEqualTo(new Integer32(72));
        assertThat(answer.get(2).getVariable()).isEqualTo(new Gauge32(4_294_967_295L));
        assertThat(answer.get(3).getVariable()).isEqualTo(new Counter64(-2));
    }

    @Test
    void whatIsMissingIsNamedForEachObject() throws IOException {
        PDU answer = client.get(v2c, "1.3.6.1.2.1.2.2.1.5.9", "1.3.6.1.9.1.0", SYS_DESCR);
        assertThat(answer.get(0).getVariable()).isEqualTo(Null.noSuchInstance);
        assertThat(answer.get(1).getVariable()).isEqualTo(Null.noSuchObject);
        assertThat(answer.get(2).getVariable()).isEqualTo(new OctetString("a device"));
    }

    @Test
    void getNextCrossesColumnsAndEndsBehindTheLast() throws IOException {
        PDU answer = Objects.requireNonNull(client.ask(v2c, PDU.GETNEXT, SERVICES, ALIAS));
        assertThat(answer.get(0).getOid()).isEqualTo(new OID(SPEED));
        assertThat(answer.get(1).getVariable()).isEqualTo(Null.endOfMibView);
        assertThat(answer.get(1).getOid()).isEqualTo(new OID(ALIAS));
    }

    @Test
    void getBulkTakesNonRepeatersFirstAndStopsAtTheEnd() throws IOException {
        PDU pdu = new PDU();
        pdu.setType(PDU.GETBULK);
        pdu.setNonRepeaters(1);
        pdu.setMaxRepetitions(5);
        List.of("1.3.6.1.2.1.1.3", SPEED, HC_IN).forEach(oid -> pdu.add(new VariableBinding(new OID(oid))));
        PDU answer = Objects.requireNonNull(client.send(v2c, pdu));
        assertThat(answer.getVariableBindings())
                .extracting(binding -> binding.getOid().toDottedString())
                .containsExactly(TestingAgents.SYS_UP_TIME, HC_IN, ALIAS, ALIAS, ALIAS, ALIAS, ALIAS);
        assertThat(answer.getVariableBindings().subList(4, 7)).allMatch(VariableBinding::isException);
    }

    @Test
    void version1HasNoCounter64AndNamesTheFirstMissing() throws IOException {
        PDU missing = Objects.requireNonNull(client.send(v1, version1(PDU.GET, SYS_DESCR, HC_IN)));
        assertThat(missing.getErrorStatus()).isEqualTo(PDU.noSuchName);
        assertThat(missing.getErrorIndex()).isEqualTo(2);
        PDU next = Objects.requireNonNull(client.send(v1, version1(PDU.GETNEXT, SPEED)));
        assertThat(next.get(0).getOid()).isEqualTo(new OID(ALIAS));
        PDU end = Objects.requireNonNull(client.send(v1, version1(PDU.GETNEXT, ALIAS)));
        assertThat(end.getErrorStatus()).isEqualTo(PDU.noSuchName);
    }

    @Test
    void nothingCanBeSet() throws IOException {
        PDU set = new PDU();
        set.setType(PDU.SET);
        set.add(new VariableBinding(new OID(ALIAS), new OctetString("other")));
        assertThat(Objects.requireNonNull(client.send(v2c, set)).getErrorStatus())
                .isEqualTo(PDU.notWritable);
        set.set(0, new VariableBinding(new OID("1.3.6.1.9.1.0"), new OctetString("other")));
        assertThat(Objects.requireNonNull(client.send(v2c, set)).getErrorStatus())
                .isEqualTo(PDU.noAccess);
        assertThat(client.value(v2c, ALIAS)).isEqualTo(new OctetString("uplink"));
        PDUv1 old = version1(PDU.SET, ALIAS);
        assertThat(Objects.requireNonNull(client.send(v1, old)).getErrorStatus())
                .isEqualTo(PDU.noSuchName);
    }

    @Test
    void anUnknownCommunityMeetsSilence() throws IOException {
        assertThat(client.ask(client.v2c(server.address("one"), "other"), PDU.GET, SYS_DESCR))
                .isNull();
        assertThat(server.count(AgentCount.UNKNOWN_COMMUNITY)).isEqualTo(1);
        assertThat(server.count(AgentCount.ANSWERS)).isZero();
    }

    @Test
    void noiseIsCountedAndTheNextRequestIsAnswered() throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            byte[] noise = "GET / HTTP/1.1".getBytes(StandardCharsets.UTF_8);
            socket.send(new DatagramPacket(noise, noise.length, server.address("one")));
            byte[] version9 = {0x30, 0x03, 0x02, 0x01, 0x09};
            socket.send(new DatagramPacket(version9, version9.length, server.address("one")));
            socket.send(new DatagramPacket(new byte[0], 0, server.address("one")));
        }
        Awaitility.await().atMost(Duration.ofSeconds(2)).until(() -> server.count(AgentCount.MALFORMED) == 2);
        assertThat(server.count(AgentCount.BAD_VERSION)).isEqualTo(1);
        assertThat(client.value(v2c, SERVICES)).isEqualTo(new Integer32(72));
    }

    @Test
    void largeAnswersAreCutForGetBulkAndRefusedForGet() throws IOException {
        ObjectTree.Builder objects = ObjectTree.builder();
        for (int i = 1; i <= 40; i++) {
            objects.text("1.3.6.1.2.1.2.2.1.2." + i, "x".repeat(100));
        }
        SimulatedDevice small = SimulatedDevice.named("small")
                .tree(objects.build())
                .maxMessageSize(1_000)
                .build();
        try (AgentServer other = TestingAgents.serve(small)) {
            Target<UdpAddress> target = client.v2c(other.address("small"), "small");
            String[] all = IntStream.rangeClosed(1, 20)
                    .mapToObj(i -> "1.3.6.1.2.1.2.2.1.2." + i)
                    .toArray(String[]::new);
            PDU refused = client.get(target, all);
            assertThat(refused.getErrorStatus()).isEqualTo(PDU.tooBig);
            assertThat(refused.size()).isZero();
            assertThat(client.walk(target, 40)).hasSize(40);
            PDU bulk = new PDU(PDU.GETBULK, List.of(new VariableBinding(new OID("1.3.6.1.2.1"))));
            bulk.setMaxRepetitions(40);
            PDU cut = Objects.requireNonNull(client.send(target, bulk));
            assertThat(cut.size()).isBetween(6, 8);
            assertThat(cut.getBERLength()).isLessThan(1_000);
        }
    }

    @Test
    void onlyLoopbackAddressesAreListenedOn() {
        AgentServer everywhere = AgentServer.builder()
                .listen(new InetSocketAddress(0))
                .device(TestingAgents.device("one"))
                .build();
        assertThatThrownBy(everywhere::start)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("loopback");
    }

    @Test
    void aTakenAddressIsNamedAndNothingStaysOpen() throws IOException {
        InetSocketAddress taken = server.address("one");
        AgentServer second = AgentServer.builder()
                .listen(taken)
                .device(TestingAgents.device("one"))
                .build();
        assertThatThrownBy(second::start).isInstanceOf(IOException.class).hasMessageContaining(taken.toString());
    }

    @Test
    void everyDeviceMayHaveItsOwnAddress() throws IOException {
        try (AgentServer many = AgentServer.builder()
                .devices(List.of(at(1), at(2), at(3)))
                .build()
                .start()) {
            assertThat(many.addresses())
                    .extracting(InetSocketAddress::getHostString)
                    .hasSize(3);
            assertThat(client.value(client.v2c(many.address("127.1.0.2"), "public"), SYS_DESCR))
                    .isEqualTo(new OctetString("127.1.0.2"));
        }
    }

    private static SimulatedDevice at(int number) {
        return SimulatedDevice.named("127.1.0." + number)
                .community("public")
                .address(Loopback.socket(1, 0, number, 0))
                .tree(ObjectTree.builder().text(SYS_DESCR, "127.1.0." + number).build())
                .build();
    }

    private static PDUv1 version1(int type, String... oids) {
        PDUv1 pdu = new PDUv1();
        pdu.setType(type);
        for (String oid : oids) {
            pdu.add(new VariableBinding(new OID(oid)));
        }
        return pdu;
    }
}
