package id.ronda.collector.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.snmp4j.PDU;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.VariableBinding;

class SnmpWalkTest {
    private static final OID INDEX = new OID("1.3.6.1.2.1.2.2.1.1");
    private static final OID NAME = new OID("1.3.6.1.2.1.2.2.1.2");

    private final Mib mib = new Mib()
            .column(INDEX.toString(), 130)
            .column(NAME.toString(), 7)
            .with("1.3.6.1.4.1.1.0", new OctetString("behind"));
    private final SnmpClient client = Clients.open();
    private final List<VariableBinding> walked = new ArrayList<>();

    @AfterEach
    void close() {
        client.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = SnmpVersion.class,
            names = {"V1", "V2C"})
    void walksASubtreeAndNothingBehindIt(SnmpVersion version) {
        try (var device = FakeDevice.start(mib)) {
            var peer = client.peer(Clients.endpoint(device.address(), version));

            assertThat(SnmpWalk.subtree(client, peer, INDEX, walked::add)).isEqualTo(new WalkResult.Complete(130));

            assertThat(walked)
                    .extracting(VariableBinding::getOid)
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, 130)
                            .mapToObj(row -> new OID(INDEX).append(row))
                            .toList());
        }
    }

    @Test
    void asksForMoreAtATimeAsLongAsItIsAnswered() {
        try (var device = FakeDevice.start(mib)) {
            var peer = client.peer(Clients.v2c(device.address()));

            SnmpWalk.subtree(client, peer, INDEX, walked::add);

            assertThat(device.received()).isLessThanOrEqualTo(7);
            assertThat(peer.maxRepetitions()).isGreaterThan(AnswerSize.START_BULK_VALUES);
        }
    }

    @Test
    void walksColumnsOfDifferentLengthTogether() {
        try (var device = FakeDevice.start(mib)) {
            var peer = client.peer(Clients.v2c(device.address()));

            var result = SnmpWalk.columns(client, peer, List.of(INDEX, NAME), 1000, walked::add);

            assertThat(result).isEqualTo(new WalkResult.Complete(137));
            assertThat(walked)
                    .filteredOn(each -> each.getOid().startsWith(NAME))
                    .hasSize(7);
        }
    }

    @Test
    void anEmptySubtreeIsComplete() {
        try (var device = FakeDevice.start(mib)) {
            var peer = client.peer(Clients.v2c(device.address()));

            assertThat(SnmpWalk.subtree(client, peer, new OID("1.3.6.1.9"), walked::add))
                    .isEqualTo(new WalkResult.Complete(0));
        }
    }

    @Test
    void aDeviceThatGoesRoundInCirclesIsNamed() {
        try (var device = FakeDevice.start((request, reply) -> {
            var message = Mib.Message.read(request);
            var response = new PDU(PDU.RESPONSE, List.of());
            response.setRequestID(message.pdu().getRequestID());
            response.add(new VariableBinding(new OID(INDEX).append(2), new Integer32(2)));
            response.add(new VariableBinding(new OID(INDEX).append(1), new Integer32(1)));
            reply.send(message.reply(response));
        })) {
            var peer = client.peer(Clients.v2c(device.address()));

            var result = SnmpWalk.subtree(client, peer, INDEX, walked::add);

            assertThat(result).isInstanceOfSatisfying(WalkResult.Partial.class, partial -> {
                assertThat(partial.failure()).isEqualTo(SnmpFailure.NOT_INCREASING);
                assertThat(partial.rows()).isEqualTo(1);
            });
        }
    }

    @Test
    void aTableWithoutEndIsCutAtItsBound() {
        try (var device = FakeDevice.start(mib)) {
            var peer = client.peer(Clients.v2c(device.address()));

            var result = SnmpWalk.subtree(client, peer, INDEX, 50, walked::add);

            assertThat(result)
                    .isInstanceOfSatisfying(
                            WalkResult.Partial.class,
                            partial -> assertThat(partial.failure()).isEqualTo(SnmpFailure.TOO_MANY_ROWS));
            assertThat(walked).hasSize(50);
        }
    }

    @Test
    void aDeviceThatAnswersOnlyLittleAtATimeIsWalkedWhole() {
        try (var device = FakeDevice.start((request, reply) -> {
            var message = Mib.Message.read(request);
            var answer = message.pdu().getMaxRepetitions() > 3 && message.pdu().getType() == PDU.GETBULK
                    ? tooBig(message.pdu())
                    : mib.answer(message.pdu());
            reply.send(message.reply(answer));
        })) {
            var peer = client.peer(Clients.v2c(device.address()));

            assertThat(SnmpWalk.subtree(client, peer, INDEX, walked::add)).isEqualTo(new WalkResult.Complete(130));
        }
    }

    @Test
    void aDeviceThatCannotGetBulkIsWalkedByGetNext() {
        try (var device = FakeDevice.start((request, reply) -> {
            var message = Mib.Message.read(request);
            boolean bulk = message.pdu().getType() == PDU.GETBULK;
            reply.send(message.reply(bulk ? tooBig(message.pdu()) : mib.answer(message.pdu())));
        })) {
            var peer = client.peer(Clients.v2c(device.address()));

            assertThat(SnmpWalk.subtree(client, peer, NAME, walked::add)).isEqualTo(new WalkResult.Complete(7));
        }
    }

    @Test
    void aDeviceWhoseLargeAnswersAreLostIsWalkedWhole() {
        try (var device = FakeDevice.start((request, reply) -> {
            var message = Mib.Message.read(request);
            if (message.pdu().getType() != PDU.GETBULK || message.pdu().getMaxRepetitions() <= 10) {
                reply.send(message.reply(mib.answer(message.pdu())));
            }
        })) {
            var peer = client.peer(Clients.v2c(device.address()));
            Clients.answered(Clients.ask(client, peer, Clients.get("1.3.6.1.4.1.1.0")));

            assertThat(SnmpWalk.subtree(client, peer, NAME, walked::add)).isEqualTo(new WalkResult.Complete(7));
            assertThat(peer.maxRepetitions()).isLessThanOrEqualTo(11);
        }
    }

    @Test
    void aDeviceThatHasGoneEndsTheWalk() {
        try (var device = FakeDevice.start((request, reply) -> {})) {
            var peer = client.peer(Clients.v2c(device.address()));
            peer.roundTrip().measured(1);
            peer.answerSize().lost(2, 1);

            var result = SnmpWalk.subtree(client, peer, NAME, walked::add);

            assertThat(result)
                    .isInstanceOfSatisfying(
                            WalkResult.Partial.class,
                            partial -> assertThat(partial.failure()).isEqualTo(SnmpFailure.TIMEOUT));
        }
    }

    private static PDU tooBig(PDU request) {
        var response = new PDU(PDU.RESPONSE, List.of());
        response.setRequestID(request.getRequestID());
        response.setErrorStatus(PDU.tooBig);
        return response;
    }
}
