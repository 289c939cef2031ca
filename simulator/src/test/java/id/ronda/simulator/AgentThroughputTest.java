package id.ronda.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.snmp4j.PDU;
import org.snmp4j.asn1.BEROutputStream;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.VariableBinding;

/** How many GETs of ten objects one thread answers; a floor far below what was measured, for busy machines. */
class AgentThroughputTest {
    private static final Logger LOG = LoggerFactory.getLogger(AgentThroughputTest.class);
    private static final int WINDOW = 64;
    private static final int WARM_UP = 60_000;
    private static final int MEASURED = Integer.getInteger("ronda.throughput.requests", 100_000);

    @Test
    void oneThreadAnswersManyRequests() throws IOException {
        ObjectTree.Builder objects = ObjectTree.builder();
        for (int column = 1; column <= 22; column++) {
            for (int row = 1; row <= 28; row++) {
                long rate = column * 1_000L + row;
                objects.changing("1.3.6.1.2.1.2.2.1." + column + "." + row, Syntax.COUNTER64, at -> at.counted(rate));
            }
        }
        SimulatedDevice device =
                SimulatedDevice.named("one").tree(objects.build()).build();
        try (AgentServer server = TestingAgents.serve(device);
                DatagramChannel channel = DatagramChannel.open()) {
            channel.connect(server.address("one"));
            ask(channel, WARM_UP);
            long before = System.nanoTime();
            ask(channel, MEASURED);
            double seconds = (System.nanoTime() - before) / 1e9;
            LOG.info("GET of 10 objects: {} PDU/s", Math.round(MEASURED / seconds));
            assertThat(server.count(AgentCount.FAILED) + server.count(AgentCount.MALFORMED))
                    .isZero();
        }
    }

    @Test
    void aThousandAddressesAreServedByTheSameThread() throws IOException {
        List<SimulatedDevice> devices =
                SyntheticFleet.onAddresses(1_000, 24, 7, 0).devices();
        byte[] request = request("public");
        try (AgentServer server = AgentServer.builder().devices(devices).build().start();
                DatagramChannel channel = DatagramChannel.open()) {
            channel.bind(Loopback.socket(0, 0, 1, 0));
            List<InetSocketAddress> agents = server.addresses();
            assertThat(agents).hasSize(1_000).doesNotHaveDuplicates();
            round(channel, agents, request, 10);
            long before = System.nanoTime();
            round(channel, agents, request, MEASURED / 1_000);
            double seconds = (System.nanoTime() - before) / 1e9;
            LOG.info("GET of 10 objects over 1000 addresses: {} PDU/s", Math.round(MEASURED / seconds));
            // The last answer is here before the server's thread has counted it.
            await().until(() -> server.count(AgentCount.ANSWERS) == server.count(AgentCount.DATAGRAMS));
        }
    }

    private static void round(DatagramChannel channel, List<InetSocketAddress> agents, byte[] octets, int rounds)
            throws IOException {
        ByteBuffer request =
                ByteBuffer.allocateDirect(octets.length).put(octets).flip();
        ByteBuffer answer = ByteBuffer.allocateDirect(2_000);
        int requests = rounds * agents.size();
        int sent = 0;
        for (int received = 0; received < requests; received++) {
            while (sent < requests && sent - received < WINDOW) {
                channel.send(request.rewind(), agents.get(sent++ % agents.size()));
            }
            channel.receive(answer.clear());
        }
    }

    private static void ask(DatagramChannel channel, int requests) throws IOException {
        ByteBuffer request =
                ByteBuffer.allocateDirect(2_000).put(request("one")).flip();
        ByteBuffer answer = ByteBuffer.allocateDirect(2_000);
        int sent = 0;
        for (int received = 0; received < requests; received++) {
            while (sent < requests && sent - received < WINDOW) {
                channel.write(request.rewind());
                sent++;
            }
            channel.read(answer.clear());
        }
        assertThat(answer.flip().remaining()).isGreaterThan(200);
    }

    private static byte[] request(String community) throws IOException {
        PDU pdu = new PDU();
        pdu.setType(PDU.GET);
        pdu.setRequestID(new Integer32(12_345));
        for (int i = 0; i < 10; i++) {
            pdu.add(new VariableBinding(new OID("1.3.6.1.2.1.2.2.1." + (10 + i) + "." + (i + 5))));
        }
        OctetString name = new OctetString(community);
        byte[] content = new byte[3 + name.getBERLength() + pdu.getBERLength()];
        BEROutputStream out = new BEROutputStream(ByteBuffer.wrap(content));
        new Integer32(1).encodeBER(out);
        name.encodeBER(out);
        pdu.encodeBER(out);
        return HexFormat.of()
                .parseHex("3082" + HexFormat.of().toHexDigits((short) content.length)
                        + HexFormat.of().formatHex(content));
    }
}
