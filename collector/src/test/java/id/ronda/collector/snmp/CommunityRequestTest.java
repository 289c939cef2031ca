package id.ronda.collector.snmp;

import static id.ronda.collector.snmp.Clients.answered;
import static id.ronda.collector.snmp.Clients.ask;
import static id.ronda.collector.snmp.Clients.get;
import static id.ronda.collector.snmp.Clients.oids;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.snmp4j.smi.Counter64;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.VariableBinding;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommunityRequestTest {
    private static final String NAME = "1.3.6.1.2.1.1.5.0";

    private final Mib mib = new Mib()
            .with(NAME, new OctetString("rtr-1"))
            .with("1.3.6.1.2.1.2.1.0", new Integer32(24))
            .with("1.3.6.1.2.1.31.1.1.1.6.1", new Counter64(-2))
            .column("1.3.6.1.2.1.2.2.1.1", 5);
    private final FakeDevice device = FakeDevice.start(mib);
    private final SnmpClient client = Clients.open();

    @AfterAll
    void stop() {
        client.close();
        device.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = SnmpVersion.class,
            names = {"V1", "V2C"})
    void answersAGet(SnmpVersion version) {
        var peer = client.peer(Clients.endpoint(device.address(), version));
        var before = System.nanoTime();

        var reply = answered(ask(client, peer, get(NAME, "1.3.6.1.2.1.2.1.0")));

        assertThat(reply.bindings())
                .containsExactly(
                        new VariableBinding(oids(NAME).getFirst(), new OctetString("rtr-1")),
                        new VariableBinding(oids("1.3.6.1.2.1.2.1.0").getFirst(), new Integer32(24)));
        assertThat(reply.sentNanos() - before).isNotNegative();
        assertThat(reply.answeredNanos() - reply.sentNanos()).isPositive();
        assertThat(peer.roundTripNanos()).isPositive();
    }

    @ParameterizedTest
    @EnumSource(
            value = SnmpVersion.class,
            names = {"V1", "V2C"})
    void aMissingObjectLeavesTheOthers(SnmpVersion version) {
        var peer = client.peer(Clients.endpoint(device.address(), version));

        var reply = answered(ask(client, peer, get("1.3.9.1.0", NAME, "1.3.9.2.0", "1.3.6.1.2.1.2.1.0", "1.3.9.3.0")));

        assertThat(reply.bindings())
                .extracting(each -> each.getVariable().toString())
                .containsExactly("noSuchInstance", "rtr-1", "noSuchInstance", "24", "noSuchInstance");
    }

    @Test
    void onV1EvenAllMayBeMissing() {
        var peer = client.peer(Clients.endpoint(device.address(), SnmpVersion.V1));

        var reply = answered(ask(client, peer, get("1.3.9.1.0", "1.3.9.2.0")));

        assertThat(reply.bindings()).extracting(VariableBinding::getVariable).containsOnly(Null.noSuchInstance);
        assertThat(reply.bindings()).hasSize(2);
    }

    @Test
    void getBulkBringsManySuccessors() {
        var peer = client.peer(Clients.v2c(device.address()));

        var reply = answered(
                ask(client, peer, new SnmpRequest.GetBulk(1, 3, oids("1.3.6.1.2.1.1", "1.3.6.1.2.1.2.2.1.1"))));

        assertThat(reply.bindings())
                .extracting(each -> each.getOid().toString())
                .containsExactly(NAME, "1.3.6.1.2.1.2.2.1.1.1", "1.3.6.1.2.1.2.2.1.1.2", "1.3.6.1.2.1.2.2.1.1.3");
    }

    @Test
    void onV1GetBulkGoesOutAsGetNext() {
        var peer = client.peer(Clients.endpoint(device.address(), SnmpVersion.V1));

        var reply = answered(ask(client, peer, new SnmpRequest.GetBulk(0, 9, oids("1.3.6.1.2.1.2.2.1.1", "2.1"))));

        assertThat(reply.bindings())
                .extracting(VariableBinding::toString)
                .containsExactly("1.3.6.1.2.1.2.2.1.1.1 = 1", "2.1 = endOfMibView");
    }

    @Test
    void readsA64BitCounterAsUnsigned() {
        var peer = client.peer(Clients.v2c(device.address()));

        var reply = answered(ask(client, peer, get("1.3.6.1.2.1.31.1.1.1.6.1")));

        assertThat(reply.bindings().getFirst().getVariable().toString()).isEqualTo("18446744073709551614");
    }

    @Test
    void worksOnNioSocketsToo() {
        try (var nio = SnmpClient.open(
                SnmpClientConfig.DEFAULT.withoutNativeTransport(),
                new SimpleMeterRegistry(),
                new SplittableRandom(1))) {
            var reply = answered(ask(nio, nio.peer(Clients.v2c(device.address())), get(NAME)));

            assertThat(reply.bindings()).hasSize(1);
        }
    }
}
