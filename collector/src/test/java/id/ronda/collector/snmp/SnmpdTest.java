package id.ronda.collector.snmp;

import static id.ronda.collector.snmp.Clients.answered;
import static id.ronda.collector.snmp.Clients.ask;
import static id.ronda.collector.snmp.Clients.failed;
import static id.ronda.collector.snmp.Clients.get;
import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.kernel.Secret;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.snmp4j.smi.OID;

/** The client against another implementation of the protocol: net-snmp's agent. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SnmpdTest {
    private static final Logger LOG = LoggerFactory.getLogger(SnmpdTest.class);
    private static final String DESCRIPTION = "1.3.6.1.2.1.1.1.0";
    private static final String NAME = "1.3.6.1.2.1.1.5.0";
    private static final Secret AUTH = Secret.of("authentic-enough");
    private static final Secret PRIV = Secret.of("private-enough");

    private @Nullable Snmpd snmpd;
    private @Nullable SnmpClient client;

    @BeforeAll
    void start(@TempDir Path folder) {
        Snmpd.require();
        var config = new ArrayList<String>(List.of("rocommunity public 127.0.0.1", "sysName rtr-1"));
        for (var auth : List.of("MD5", "SHA", "SHA-224", "SHA-256", "SHA-384", "SHA-512")) {
            for (var priv : List.of("DES", "AES", "AES-192", "AES-256", "AES-192-C", "AES-256-C")) {
                var name = (auth + "_" + priv).replace("-", "").toLowerCase(Locale.ROOT);
                config.add(
                        "createUser %s %s %s %s %s".formatted(name, auth, AUTH.reveal(), netSnmp(priv), PRIV.reveal()));
                config.add("rouser " + name + " authPriv");
            }
        }
        config.add("createUser signed SHA-256 " + AUTH.reveal());
        config.add("rouser signed authNoPriv");
        config.add("createUser open");
        config.add("rouser open noauth");
        client = Clients.open();
        snmpd = Snmpd.start(folder, config);
        snmpd.awaitAnswer(client, client.peer(Clients.v2c(snmpd.address())));
    }

    private static String netSnmp(String priv) {
        return switch (priv) {
            case "AES-192-C" -> "AES192C";
            case "AES-256-C" -> "AES256C";
            default -> priv;
        };
    }

    @AfterAll
    void stop() {
        if (client != null) {
            client.close();
        }
        if (snmpd != null) {
            snmpd.close();
        }
    }

    private SnmpClient client() {
        return Objects.requireNonNull(client);
    }

    private SnmpPeer peer(UsmUser user) {
        return client().peer(new SnmpEndpoint(Objects.requireNonNull(snmpd).address(), user, false));
    }

    @ParameterizedTest
    @CsvSource({
        "md5_des, MD5, DES",
        "sha_aes, SHA, AES-128",
        "sha_aes192, SHA, AES-192",
        "sha_aes256, SHA, AES-256",
        "sha_aes192c, SHA, AES-192-C",
        "sha_aes256c, SHA, AES-256-C",
        "md5_aes256c, MD5, AES-256-C",
        "sha224_aes, SHA-224, AES-128",
        "sha224_aes256, SHA-224, AES-256",
        "sha256_aes, SHA-256, AES-128",
        "sha256_des, SHA-256, DES",
        "sha256_aes256, SHA-256, AES-256",
        "sha384_aes192, SHA-384, AES-192",
        "sha512_aes256, SHA-512, AES-256",
        "sha512_aes256c, SHA-512, AES-256-C"
    })
    void answersWithEveryProtocol(String name, String auth, String priv) {
        var user = new UsmUser(
                name,
                "",
                AuthProtocol.parse(auth).orElseThrow(),
                AUTH,
                PrivProtocol.parse(priv).orElseThrow(),
                PRIV);

        var reply = answered(ask(client(), peer(user), get(NAME, DESCRIPTION)));

        assertThat(reply.bindings().getFirst().getVariable().toString()).isEqualTo("rtr-1");
        assertThat(reply.bindings()).hasSize(2);
    }

    @Test
    void answersSignedAndOpenUsers() {
        var signed = new UsmUser("signed", "", AuthProtocol.SHA_256, AUTH, null, null);
        var open = new UsmUser("open", "", null, null, null, null);

        assertThat(answered(ask(client(), peer(signed), get(NAME))).bindings()).hasSize(1);
        assertThat(answered(ask(client(), peer(open), get(NAME))).bindings()).hasSize(1);
    }

    @Test
    void namesAWrongAuthenticationPassphrase() {
        var user = user("sha256_aes", Secret.of("not-this-one"), PRIV);

        assertThat(failed(ask(client(), peer(user), get(NAME))).failure()).isEqualTo(SnmpFailure.WRONG_DIGEST);
    }

    @Test
    void namesAnUnknownUser() {
        var user = user("nobody", AUTH, PRIV);

        assertThat(failed(ask(client(), peer(user), get(NAME))).failure()).isEqualTo(SnmpFailure.UNKNOWN_USER);
    }

    @Test
    void namesAWrongPrivacyPassphrase() {
        var user = user("sha256_aes", AUTH, Secret.of("not-this-one"));

        assertThat(failed(ask(client(), peer(user), get(NAME))).failure()).isEqualTo(SnmpFailure.DECRYPTION);
    }

    @Test
    void namesALevelTheUserDoesNotHave() {
        var user = user("signed", AUTH, PRIV);

        assertThat(failed(ask(client(), peer(user), get(NAME))).failure())
                .isEqualTo(SnmpFailure.UNSUPPORTED_SECURITY_LEVEL);
    }

    @Test
    void manyEncryptedRequestsAtOnceAreAllAnswered() throws InterruptedException {
        int requests = Integer.getInteger("ronda.snmp.requests", 8_000);
        var peers = IntStream.range(0, 20)
                .mapToObj(i -> peer(user("sha256_aes", AUTH, PRIV)))
                .toList();
        var request = PreparedRequest.of(new SnmpRequest.Get(IntStream.rangeClosed(1, 9)
                .mapToObj(i -> new OID("1.3.6.1.2.1.11").append(i).append(0))
                .toList()));

        var figures = new Load(client(), peers, request, requests).await(32);

        LOG.info("SNMP v3 SHA-256/AES-128 GET of 9 from snmpd: {}", figures);
        assertThat(figures.answered()).isEqualTo(requests);
    }

    private static UsmUser user(String name, Secret auth, Secret priv) {
        return new UsmUser(name, "", AuthProtocol.SHA_256, auth, PrivProtocol.AES_128, priv);
    }
}
