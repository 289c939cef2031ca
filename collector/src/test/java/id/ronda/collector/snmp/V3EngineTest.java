package id.ronda.collector.snmp;

import static id.ronda.collector.snmp.Clients.answered;
import static id.ronda.collector.snmp.Clients.ask;
import static id.ronda.collector.snmp.Clients.get;
import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.kernel.Secret;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.snmp4j.smi.OctetString;

/** Engines that restart, change, and share an id; every pair of protocols against SNMP4J's own USM. */
class V3EngineTest {
    private static final String NAME = "1.3.6.1.2.1.1.5.0";
    private static final String ENGINE = "80:00:13:70:01:c0:a8:01:0d";
    private static final String OTHER_ENGINE = "80:00:13:70:01:c0:a8:01:99";
    private static final Secret AUTH = Secret.of("authentic-enough");
    private static final Secret PRIV = Secret.of("private-enough");
    private static final UsmUser USER =
            new UsmUser("polls", "", AuthProtocol.SHA_256, AUTH, PrivProtocol.AES_128, PRIV);

    private final Mib mib = new Mib().with(NAME, new OctetString("rtr-1"));
    private final SnmpClient client = Clients.open();

    @AfterEach
    void close() {
        client.close();
    }

    static Stream<Arguments> protocols() {
        return Arrays.stream(AuthProtocol.values())
                .flatMap(auth -> Arrays.stream(PrivProtocol.values()).map(priv -> Arguments.of(auth, priv)));
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void speaksEveryPairOfProtocols(AuthProtocol auth, PrivProtocol priv) throws IOException {
        var user = new UsmUser("polls", "", auth, AUTH, priv, PRIV);
        try (var agent = V3Agent.start(0, ENGINE, 1, mib, snmp4j(user))) {
            var peer = client.peer(new SnmpEndpoint(agent.address(), user, false));

            assertThat(name(peer)).isEqualTo("rtr-1");
        }
    }

    @Test
    void aDeviceThatRestartedIsAnsweredAfterOneSynchronisation() throws IOException {
        var agent = V3Agent.start(0, ENGINE, 1, mib, snmp4j(USER));
        var peer = peer(agent.address());
        name(peer);
        agent.close();

        try (var restarted = V3Agent.start(agent.address().getPort(), ENGINE, 2, mib, snmp4j(USER))) {
            assertThat(name(peer)).isEqualTo("rtr-1");
            assertThat(restarted.address()).isEqualTo(agent.address());
        }
    }

    @Test
    void aDeviceThatForgotItsBootsIsAnsweredToo() throws IOException {
        var agent = V3Agent.start(0, ENGINE, 9, mib, snmp4j(USER));
        var peer = peer(agent.address());
        name(peer);
        agent.close();

        try (var restarted = V3Agent.start(agent.address().getPort(), ENGINE, 1, mib, snmp4j(USER))) {
            assertThat(restarted.address()).isEqualTo(agent.address());
            assertThat(name(peer)).isEqualTo("rtr-1");
        }
    }

    @Test
    void anEngineThatChangedItsIdIsDiscoveredAgainAfterItsSilence() throws IOException {
        var agent = V3Agent.start(0, ENGINE, 1, mib, snmp4j(USER));
        var peer = peer(agent.address());
        name(peer);
        agent.close();

        try (var replaced = V3Agent.start(agent.address().getPort(), OTHER_ENGINE, 1, mib, snmp4j(USER))) {
            assertThat(replaced.address()).isEqualTo(agent.address());
            assertThat(Clients.failed(ask(client, peer, get(NAME))).failure()).isEqualTo(SnmpFailure.TIMEOUT);
            assertThat(name(peer)).isEqualTo("rtr-1");
        }
    }

    @Test
    void twoDevicesWithOneEngineIdDoNotDisturbEachOther() throws IOException {
        try (var one = V3Agent.start(0, ENGINE, 1, mib, snmp4j(USER));
                var two = V3Agent.start(0, ENGINE, 900, mib, snmp4j(USER))) {
            var peerOfOne = peer(one.address());
            var peerOfTwo = peer(two.address());

            for (int i = 0; i < 3; i++) {
                assertThat(name(peerOfOne)).isEqualTo("rtr-1");
                assertThat(name(peerOfTwo)).isEqualTo("rtr-1");
            }
        }
    }

    private SnmpPeer peer(InetSocketAddress address) {
        return client.peer(new SnmpEndpoint(address, USER, false));
    }

    private String name(SnmpPeer peer) {
        return answered(ask(client, peer, get(NAME)))
                .bindings()
                .getFirst()
                .getVariable()
                .toString();
    }

    private static org.snmp4j.security.UsmUser snmp4j(UsmUser user) {
        var auth = user.auth();
        var priv = user.priv();
        assertThat(auth).isNotNull();
        assertThat(priv).isNotNull();
        return new org.snmp4j.security.UsmUser(
                new OctetString(user.user()),
                auth.protocol().getID(),
                new OctetString(AUTH.reveal()),
                priv.protocol().getID(),
                new OctetString(PRIV.reveal()));
    }
}
