package id.ronda.simulator;

import static id.ronda.simulator.TestingAgents.SYS_DESCR;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.snmp4j.PDU;
import org.snmp4j.ScopedPDU;
import org.snmp4j.Target;
import org.snmp4j.security.SecurityLevel;
import org.snmp4j.security.UsmUser;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.smi.VariableBinding;

class SecureAgentTest {
    private static final String AUTH = "authentication secret";
    private static final String PRIV = "privacy secret";

    private final AgentServer.Builder servers =
            TestingAgents.onOnePort().device(TestingAgents.device("one")).device(TestingAgents.device("two"));
    private TestingClient client;

    @BeforeEach
    void open() throws IOException {
        client = new TestingClient();
    }

    @AfterEach
    void close() throws IOException {
        client.close();
    }

    @ParameterizedTest
    @EnumSource(V3User.Authentication.class)
    void everyAuthenticationProtocolIsSpoken(V3User.Authentication authentication) throws IOException {
        V3User user = V3User.authenticated("guard", authentication, AUTH);
        assertThat(describedBy("two", user, AUTH, "")).isEqualTo("a device");
    }

    @ParameterizedTest
    @EnumSource(V3User.Privacy.class)
    void everyPrivacyProtocolIsSpoken(V3User.Privacy privacy) throws IOException {
        V3User user = V3User.encrypted("guard", V3User.Authentication.SHA_256, AUTH, privacy, PRIV);
        assertThat(describedBy("one", user, AUTH, PRIV)).isEqualTo("a device");
    }

    @ParameterizedTest
    @EnumSource(V3User.Privacy.class)
    void shortDigestsAreStretchedForLongKeys(V3User.Privacy privacy) throws IOException {
        V3User user = V3User.encrypted("guard", V3User.Authentication.MD5, AUTH, privacy, PRIV);
        assertThat(describedBy("one", user, AUTH, PRIV)).isEqualTo("a device");
    }

    @Test
    void usersWithoutSecretsAreServed() throws IOException {
        assertThat(describedBy("one", V3User.open("guest"), "", "")).isEqualTo("a device");
    }

    @Test
    void aWrongSecretAnUnknownUserAndAnUnknownContextAreNamed() throws IOException {
        V3User user = V3User.authenticated("guard", V3User.Authentication.SHA, AUTH);
        assertThat(describedBy("one", user, "another secret", "")).isEqualTo("1.3.6.1.6.3.15.1.1.5.0");
        assertThat(describedBy("none", user, AUTH, "")).isEqualTo("1.3.6.1.6.3.12.1.5.0");
        try (AgentServer server = servers.build().start()) {
            UsmUser stranger = new UsmUser(new OctetString("stranger"), null, null, null, null);
            assertThat(ask(server, stranger, SecurityLevel.NOAUTH_NOPRIV, "one"))
                    .isEqualTo("1.3.6.1.6.3.15.1.1.3.0");
        }
    }

    @Test
    void aWrongPrivacySecretIsNamed() throws IOException {
        V3User user = V3User.encrypted("guard", V3User.Authentication.SHA, AUTH, V3User.Privacy.AES_128, PRIV);
        assertThat(describedBy("one", user, AUTH, "another secret")).isEqualTo("1.3.6.1.6.3.15.1.1.6.0");
    }

    @Test
    void aUserWhoCouldDoBetterSeesNothingAtALowerLevel() throws IOException {
        V3User user = V3User.encrypted("guard", V3User.Authentication.SHA, AUTH, V3User.Privacy.AES_128, PRIV);
        try (AgentServer server = servers.user(user).build().start()) {
            Target<UdpAddress> target =
                    client.user(server.address("one"), usmUser(user, AUTH, PRIV), SecurityLevel.AUTH_NOPRIV);
            PDU answer = Objects.requireNonNull(client.send(target, scoped("one")));
            assertThat(answer.getErrorStatus()).isEqualTo(PDU.authorizationError);
        }
    }

    @Test
    void aRebootIsSeenInTheTimeWindowAndSurvived() throws IOException {
        V3User user = V3User.authenticated("guard", V3User.Authentication.SHA, AUTH);
        AgentServer.Builder alone =
                TestingAgents.onOnePort().device(TestingAgents.device("one")).user(user);
        try (AgentServer server = alone.build().start()) {
            UsmUser known = usmUser(user, AUTH, "");
            assertThat(ask(server, known, SecurityLevel.AUTH_NOPRIV, "")).isEqualTo("a device");
            server.device("one").faults().reboot();
            assertThat(ask(server, known, SecurityLevel.AUTH_NOPRIV, "")).isEqualTo("a device");
            assertThat(server.count(AgentCount.REPORTS)).isGreaterThanOrEqualTo(2);
        }
    }

    /** What the device says it is, or the counter that the report names. */
    private String describedBy(String context, V3User user, String auth, String priv) throws IOException {
        try (AgentServer server = servers.user(user).build().start()) {
            UsmUser known = usmUser(user, auth, priv);
            return ask(server, known, TestingClient.level(known), context);
        }
    }

    private String ask(AgentServer server, UsmUser user, int level, String context) throws IOException {
        Target<UdpAddress> target = client.user(server.addresses().getFirst(), user, level);
        PDU answer = Objects.requireNonNull(client.send(target, scoped(context)), "no answer");
        VariableBinding binding = answer.get(0);
        return answer.getType() == PDU.REPORT
                ? binding.getOid().toDottedString()
                : binding.getVariable().toString();
    }

    private static ScopedPDU scoped(String context) {
        ScopedPDU pdu = new ScopedPDU();
        pdu.setType(PDU.GET);
        pdu.setContextName(new OctetString(context));
        pdu.addAll(List.of(new VariableBinding(new OID(SYS_DESCR))));
        return pdu;
    }

    private static UsmUser usmUser(V3User user, String auth, String priv) {
        V3User.Authentication authentication = user.authentication();
        V3User.Privacy privacy = user.privacy();
        return new UsmUser(
                new OctetString(user.name()),
                authentication == null ? null : authentication.protocol().getID(),
                secret(authentication, auth),
                privacy == null ? null : privacy.protocol().getID(),
                secret(privacy, priv));
    }

    private static @Nullable OctetString secret(@Nullable Object protocol, String passphrase) {
        return protocol == null ? null : new OctetString(passphrase);
    }
}
