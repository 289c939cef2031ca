package id.ronda.collector.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.snmp4j.PDU;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.VariableBinding;

class SplittingGetTest {
    private static final String COLUMN = "1.3.6.1.2.1.2.2.1.10";

    private final Mib mib = new Mib().column(COLUMN, 200);
    private final SnmpClient client = Clients.open();

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void manyObjectsGoInRequestsThatFit() {
        try (var device = FakeDevice.start(mib)) {
            var oids = rows(200);

            var got = get(client.peer(Clients.v2c(device.address())), oids);

            assertThat(got.bindings()).extracting(VariableBinding::getOid).containsExactlyElementsOf(oids);
            assertThat(got.failed()).isEmpty();
            assertThat(got.answeredNanos() - got.sentNanos()).isPositive();
            assertThat(device.received()).isEqualTo(SplittingGet.parts(oids, 64).size());
        }
    }

    @Test
    void partsStayBelowTheSizeOfADatagram() {
        var oids = rows(200);

        var parts = SplittingGet.parts(oids, 1000);

        assertThat(parts.stream().flatMap(List::stream)).containsExactlyElementsOf(oids);
        assertThat(parts)
                .allSatisfy(part -> assertThat(
                                PreparedRequest.of(new SnmpRequest.Get(part)).pdu())
                        .hasSizeLessThan(1200));
    }

    @Test
    void anAnswerTooBigIsHalvedAndTheSizeRemembered() {
        try (var device = answering(request -> request.size() > 9, PDU.tooBig)) {
            var peer = client.peer(Clients.v2c(device.address()));

            assertThat(get(peer, rows(40)).bindings()).hasSize(40);

            assertThat(peer.maxOids()).isLessThan(12);
        }
    }

    @Test
    void anObjectOnWhichTheDeviceFailsCostsOnlyItself() {
        var bad = rows(20).get(13);
        try (var device = answering(request -> asks(request, bad), PDU.genErr)) {
            var got = get(client.peer(Clients.v2c(device.address())), rows(20));

            assertThat(got.bindings()).hasSize(19);
            assertThat(got.failed()).containsExactly(Map.entry(bad, SnmpFailure.GEN_ERROR));
        }
    }

    @Test
    void aDeviceSilentToLargeRequestsIsAskedSmaller() {
        try (var device = answering(request -> request.size() > 8, -1)) {
            var peer = client.peer(Clients.v2c(device.address()));
            Clients.answered(Clients.ask(client, peer, new SnmpRequest.Get(rows(1))));

            assertThat(get(peer, rows(16)).bindings()).hasSize(16);
        }
    }

    @Test
    void aDeadDeviceIsNotAskedForEachObject() {
        try (var device = FakeDevice.start((request, reply) -> {})) {
            var got = get(client.peer(Clients.v2c(device.address())), rows(200));

            assertThat(got.bindings()).isEmpty();
            assertThat(got.failed()).hasSize(200).containsValue(SnmpFailure.TIMEOUT);
            assertThat(device.received()).isEqualTo(1);
        }
    }

    @Test
    void nothingAskedIsNothingGot() {
        try (var device = FakeDevice.start(mib)) {
            assertThat(get(client.peer(Clients.v2c(device.address())), List.of())
                            .bindings())
                    .isEmpty();
        }
    }

    private FakeDevice answering(Predicate<PDU> refuses, int status) {
        return FakeDevice.start((request, reply) -> {
            var message = Mib.Message.read(request);
            if (!refuses.test(message.pdu())) {
                reply.send(message.reply(mib.answer(message.pdu())));
            } else if (status >= 0) {
                var response = new PDU(PDU.RESPONSE, List.of());
                response.setRequestID(message.pdu().getRequestID());
                response.setErrorStatus(status);
                reply.send(message.reply(response));
            }
        });
    }

    private static boolean asks(PDU request, OID oid) {
        return request.getVariableBindings().stream()
                .anyMatch(each -> each.getOid().equals(oid));
    }

    private SplittingGet.Gathered get(SnmpPeer peer, List<OID> oids) {
        var done = new CompletableFuture<SplittingGet.Gathered>();
        SplittingGet.get(client, peer, oids, new SendOptions(0), done::complete);
        return done.orTimeout(20, TimeUnit.SECONDS).join();
    }

    private static List<OID> rows(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(row -> new OID(COLUMN).append(row))
                .toList();
    }
}
