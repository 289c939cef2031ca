package id.ronda.collector.snmp;

import static id.ronda.collector.snmp.Clients.answered;
import static id.ronda.collector.snmp.Clients.ask;
import static id.ronda.collector.snmp.Clients.count;
import static id.ronda.collector.snmp.Clients.failed;
import static id.ronda.collector.snmp.Clients.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.snmp4j.PDU;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;

/** Devices that do not do as they should: each failure has its name and its count, and the client goes on. */
class FaultTest {
    private static final String NAME = "1.3.6.1.2.1.1.5.0";
    private static final String DISCARDED = "ronda.snmp.datagrams.discarded";

    private final Mib mib = new Mib().with(NAME, new OctetString("rtr-1")).with("1.3.6.1.2.1.2.1.0", new Integer32(2));
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final SnmpClient client = Clients.open(meters);
    private volatile FakeDevice.Behaviour fault = mib;
    private final FakeDevice device = FakeDevice.start((request, reply) -> fault.receive(request, reply));
    private final SnmpPeer peer = client.peer(Clients.v2c(device.address()));

    @AfterEach
    void goesOnAndStops() {
        fault = mib;
        if (device.isOpen()) {
            var another = client.peer(Clients.v2c(device.address()));
            assertThat(answered(ask(client, another, get(NAME))).bindings()).hasSize(1);
        }
        client.close();
        device.close();
    }

    /** Answers once well, so that the client knows how fast the device is, and then as given. */
    private void breakDown(FakeDevice.Behaviour how) {
        answered(ask(client, peer, get(NAME)));
        fault = how;
    }

    private SnmpReply.Failed failure(SnmpRequest request) {
        return failed(ask(client, peer, request));
    }

    private void assertFails(SnmpFailure expected) {
        var failed = failure(get(NAME));

        assertThat(failed.failure()).as(failed.detail()).isEqualTo(expected);
        assertThat(count(meters, "ronda.snmp.failures", expected.code())).isEqualTo(1);
    }

    @Test
    void silenceIsATimeoutAfterItsRetries() {
        breakDown((request, reply) -> {});

        assertFails(SnmpFailure.TIMEOUT);
        assertThat(device.received()).isEqualTo(3);
        assertThat(meters.counter("ronda.snmp.retries").count()).isEqualTo(1);
    }

    @Test
    void aLostRequestIsAskedAgain() {
        var asked = new AtomicInteger();
        breakDown((request, reply) -> {
            if (asked.incrementAndGet() > 1) {
                mib.receive(request, reply);
            }
        });

        assertThat(answered(ask(client, peer, get(NAME))).bindings()).hasSize(1);
    }

    @Test
    void aClosedPortIsNamed() {
        breakDown(mib);
        device.close();

        assertFails(SnmpFailure.PORT_CLOSED);
    }

    @Test
    void anAddressThatCannotBeSentToIsNamed() {
        var broadcast = client.peer(Clients.v2c(new InetSocketAddress("127.255.255.255", 161)));

        assertThat(failed(ask(client, broadcast, get(NAME))).failure()).isEqualTo(SnmpFailure.NO_ROUTE);
    }

    @Test
    void garbageIsMalformed() {
        breakDown((request, reply) -> reply.send(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}));

        assertFails(SnmpFailure.MALFORMED);
        assertThat(count(meters, DISCARDED, "garbage")).isEqualTo(2);
    }

    @Test
    void anEmptyDatagramIsMalformed() {
        breakDown((request, reply) -> reply.send(new byte[0]));

        assertFails(SnmpFailure.MALFORMED);
    }

    @Test
    void anotherRequestsIdIsNamed() {
        breakDown((request, reply) -> reply.send(withId(mib.answer(request), 7)));

        assertFails(SnmpFailure.WRONG_ID);
        assertThat(count(meters, DISCARDED, "unknown-id")).isEqualTo(2);
    }

    @Test
    void brokenBehindTheIdIsMalformedAtOnce() {
        breakDown((request, reply) -> {
            var answer = mib.answer(request);
            answer[answer.length - 7] = (byte) 0x99;
            reply.send(answer);
        });

        assertFails(SnmpFailure.MALFORMED);
        assertThat(device.received()).isEqualTo(2);
    }

    @Test
    void anAnswerForOtherObjectsIsMalformed() {
        breakDown((request, reply) -> reply.send(mib.answer(replaced(request, "1.3.6.1.2.1.2.1.0"))));

        assertFails(SnmpFailure.MALFORMED);
    }

    @Test
    void aCutMessageIsTruncated() {
        breakDown((request, reply) -> {
            var answer = mib.answer(request);
            reply.send(Arrays.copyOf(answer, answer.length - 4));
        });

        assertFails(SnmpFailure.TRUNCATED);
    }

    @Test
    void anAnswerLargerThanASlotIsTruncatedAndTheNextRequestSmaller() {
        breakDown(new Mib().with(NAME, new OctetString(new byte[60_000])));
        int before = peer.maxRepetitions();

        var bulk = failure(new SnmpRequest.GetBulk(0, before, Clients.oids("1.3.6.1.2.1.1")));

        assertThat(bulk.failure()).isEqualTo(SnmpFailure.TRUNCATED);
        assertThat(peer.maxRepetitions()).isLessThanOrEqualTo(before / 2);
    }

    @Test
    void tooBigIsNamed() {
        breakDown(status(PDU.tooBig));

        assertFails(SnmpFailure.TOO_BIG);
    }

    @Test
    void aViewThatDoesNotAllowItIsNamed() {
        breakDown(status(PDU.authorizationError));

        assertFails(SnmpFailure.WRONG_COMMUNITY_OR_VIEW);
    }

    @Test
    void genErrIsNamedWithTheObject() {
        breakDown(status(PDU.genErr));

        assertThat(failure(get(NAME)).detail()).contains(NAME);
    }

    @Test
    void anAnswerFromAnotherAddressIsNamedAndOnlyTakenIfAllowed() throws IOException {
        try (var elsewhere = new DatagramSocket(new InetSocketAddress(InetAddress.getByName("127.0.0.9"), 0));
                var twoFaced = FakeDevice.startRaw((request, from) -> {
                    var answer = mib.answer(request);
                    elsewhere.send(new DatagramPacket(answer, answer.length, from));
                })) {
            var strict = Clients.v2c(twoFaced.address());
            var lenient = new SnmpEndpoint(strict.address(), strict.credential(), true);

            assertThat(failed(ask(client, client.peer(strict), get(NAME))).failure())
                    .isEqualTo(SnmpFailure.WRONG_ADDRESS);
            assertThat(answered(ask(client, client.peer(lenient), get(NAME))).bindings())
                    .hasSize(1);
            assertThat(count(meters, DISCARDED, "wrong-address")).isEqualTo(1);
        }
    }

    @Test
    void aLateAnswerIsCountedAndTeachesPatience() {
        breakDown((request, reply) -> Thread.ofVirtual().start(() -> later(request, reply)));
        var options = new SendOptions(0);
        var reply = new CompletableFuture<SnmpReply>();
        client.send(peer, get(NAME), options, reply::complete);

        assertThat(failed(reply.join()).failure()).isEqualTo(SnmpFailure.TIMEOUT);
        Awaitility.await().atMost(Duration.ofSeconds(3)).until(() -> count(meters, DISCARDED, "late") == 1);
        assertThat(peer.timeoutNanos()).isGreaterThan(RoundTrip.MIN);
    }

    private void later(byte[] request, FakeDevice.Reply reply) {
        try {
            new CountDownLatch(1).await(400, TimeUnit.MILLISECONDS);
            mib.receive(request, reply);
        } catch (InterruptedException | IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theSameAnswerTwiceIsTakenOnce() {
        breakDown((request, reply) -> {
            mib.receive(request, reply);
            mib.receive(request, reply);
        });

        answered(ask(client, peer, get(NAME)));

        Awaitility.await().until(() -> count(meters, DISCARDED, "unknown-id") + count(meters, DISCARDED, "late") == 1);
    }

    @Test
    void aRequestTooLongForOneDatagramIsRefused() {
        var many = IntStream.range(0, 200).mapToObj(i -> NAME + "." + i).toArray(String[]::new);

        assertThat(failure(get(many)).failure()).isEqualTo(SnmpFailure.REQUEST_TOO_LONG);
    }

    @Test
    void aReplyThatCannotBeHandledIsCountedAndHarmsNobody() {
        client.send(peer, get(NAME), reply -> {
            throw new IllegalStateException("on purpose");
        });

        Awaitility.await()
                .until(() -> meters.counter("ronda.snmp.callback.errors").count() == 1);
    }

    @Test
    void whatWaitsAtTheEndIsTold() {
        fault = (request, reply) -> {};
        var waiting = client.send(peer, get(NAME));
        Awaitility.await().until(() -> device.received() == 1);

        client.close();

        assertThat(failed(waiting.join()).failure()).isEqualTo(SnmpFailure.CLOSED);
        assertThat(failed(ask(client, peer, get(NAME))).failure()).isEqualTo(SnmpFailure.CLOSED);
        device.close();
    }

    private static FakeDevice.Behaviour status(int status) {
        return (request, reply) -> {
            var message = Mib.Message.read(request);
            var response = new PDU(message.pdu());
            response.setType(PDU.RESPONSE);
            response.setRequestID(message.pdu().getRequestID());
            response.setErrorStatus(status);
            response.setErrorIndex(1);
            reply.send(message.reply(response));
        };
    }

    private static byte[] withId(byte[] answer, int id) throws IOException {
        var message = Mib.Message.read(answer);
        message.pdu().setRequestID(new Integer32(id));
        return message.reply(message.pdu());
    }

    private static byte[] replaced(byte[] request, String oid) throws IOException {
        var message = Mib.Message.read(request);
        message.pdu().get(0).setOid(new OID(oid));
        return message.reply(message.pdu());
    }
}
