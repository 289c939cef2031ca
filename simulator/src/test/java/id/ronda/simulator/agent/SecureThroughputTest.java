package id.ronda.simulator.agent;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.simulator.Loopback;
import id.ronda.simulator.ObjectTree;
import id.ronda.simulator.Oid;
import id.ronda.simulator.SimulatedDevice;
import id.ronda.simulator.V3User;
import id.ronda.simulator.ber.BerReader;
import id.ronda.simulator.ber.BerWriter;
import id.ronda.simulator.ber.MalformedBer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What authentication and privacy cost the agent, without sockets: a request is signed once and answered many times. */
class SecureThroughputTest {
    private static final Logger LOG = LoggerFactory.getLogger(SecureThroughputTest.class);
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
    private static final int REQUESTS = 20_000;
    private static final V3User USER = V3User.encrypted(
            "guard", V3User.Authentication.SHA_256, "auth secret", V3User.Privacy.AES_128, "priv secret");

    private final Engine engine = new Engine(Loopback.socket(0, 0, 1, 161), List.of(USER), new Passphrases(), 0);
    private final BerWriter out = new BerWriter(4_000);

    @Test
    void encryptedRequestsAreAnsweredByTheThousand() throws IOException, MalformedBer {
        try (DatagramChannel channel = DatagramChannel.open()) {
            Endpoint endpoint = new Endpoint(Loopback.socket(0, 0, 1, 161), channel, engine);
            endpoint.add(session());
            byte[] request = request();
            SecureMessages secure = new SecureMessages(new PduResponder(), new Counts());
            answer(secure, endpoint, request, REQUESTS);
            long before = CPU.getCurrentThreadCpuTime();
            answer(secure, endpoint, request, REQUESTS);
            double seconds = (CPU.getCurrentThreadCpuTime() - before) / 1e9;
            LOG.info("SHA-256 and AES-128, GET of 10 objects: {} PDU a CPU second", Math.round(REQUESTS / seconds));
            assertThat(REQUESTS / seconds).isGreaterThan(1_000);
        }
    }

    private void answer(SecureMessages secure, Endpoint endpoint, byte[] request, int times) throws MalformedBer {
        BerReader reader = new BerReader();
        for (int i = 0; i < times; i++) {
            reader.over(request, 0, request.length).enter(BerWriter.SEQUENCE);
            assertThat(reader.integer()).isEqualTo(3);
            Reply reply = secure.answer(reader, request.length, endpoint, 0, 0, out.clear());
            if (!reply.send() || reply.session() == null) {
                throw new AssertionError("no answer");
            }
        }
        assertThat(out.position()).isGreaterThan(200);
    }

    private static Session session() {
        ObjectTree.Builder tree = ObjectTree.builder();
        for (int i = 0; i < 600; i++) {
            tree.integer("1.3.6.1.2.1.2.2.1.10." + i, i);
        }
        SimulatedDevice device = SimulatedDevice.named("one").tree(tree.build()).build();
        return new Session(device, null, 0);
    }

    /** What a manager sends: written by the agent's own writer, since both ends wrap a scoped PDU alike. */
    private byte[] request() throws MalformedBer {
        byte[] name = USER.name().getBytes(StandardCharsets.UTF_8);
        LocalUser user = engine.user(name, 0, name.length);
        BerWriter scoped = new BerWriter(1_000);
        int start = scoped.begin(BerWriter.SEQUENCE);
        scoped.element(BerWriter.OCTET_STRING, engine.id());
        scoped.element(BerWriter.OCTET_STRING, "one".getBytes(StandardCharsets.UTF_8));
        int pdu = PduResponder.head(scoped, PduRequest.GET, 77, 0, 0);
        int list = scoped.begin(BerWriter.SEQUENCE);
        for (int i = 0; i < 10; i++) {
            int binding = scoped.begin(BerWriter.SEQUENCE);
            scoped.element(
                    BerWriter.OBJECT_IDENTIFIER,
                    Oid.of("1.3.6.1.2.1.2.2.1.10." + i * 37).encoded());
            scoped.header(BerWriter.NULL, 0);
            scoped.end(binding);
        }
        scoped.end(list);
        scoped.end(pdu);
        scoped.end(start);
        SecureHeader named = named(name);
        SecureReply exchange = new SecureReply(engine, engine.boots(null), 86_400, 9);
        new SecureWriter().write(exchange, user, nameOctets, named, SecureHeader.AUTH | SecureHeader.PRIV, scoped, out);
        return out.toByteArray();
    }

    private byte[] nameOctets = new byte[0];

    private SecureHeader named(byte[] name) throws MalformedBer {
        BerWriter header = new BerWriter(100);
        int global = header.begin(BerWriter.SEQUENCE);
        header.number(BerWriter.INTEGER, 9);
        header.number(BerWriter.INTEGER, 65_507);
        header.element(BerWriter.OCTET_STRING, new byte[] {7});
        header.number(BerWriter.INTEGER, SecureHeader.USM);
        header.end(global);
        int security = header.begin(BerWriter.OCTET_STRING);
        int usm = header.begin(BerWriter.SEQUENCE);
        header.element(BerWriter.OCTET_STRING, engine.id());
        header.number(BerWriter.INTEGER, 1);
        header.number(BerWriter.INTEGER, 0);
        header.element(BerWriter.OCTET_STRING, name);
        header.element(BerWriter.OCTET_STRING, new byte[0]);
        header.element(BerWriter.OCTET_STRING, new byte[0]);
        header.end(usm);
        header.end(security);
        nameOctets = header.toByteArray();
        SecureHeader read = new SecureHeader();
        read.read(new BerReader().over(nameOctets, 0, nameOctets.length));
        return read;
    }
}
