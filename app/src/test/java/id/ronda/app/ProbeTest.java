package id.ronda.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.ronda.app.e2e.FreePorts;
import id.ronda.simulator.AgentServer;
import id.ronda.simulator.Loopback;
import id.ronda.simulator.Recording;
import id.ronda.simulator.Recordings;
import id.ronda.simulator.Replay;
import id.ronda.testkit.RequiresTool;
import id.ronda.testkit.ToolGate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code probe} against what it will meet: a real agent, recorded devices, and nobody. */
@Timeout(120)
class ProbeTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String AUTH = "kata-sandi-autentik";
    private static final String PRIV = "kata-sandi-rahasia";

    @TempDir
    Path folder;

    @Test
    @RequiresTool("snmpd")
    void debiansAgent_isReadByVersion2cAnd3() throws Exception {
        try (var snmpd = TestingSnmpd.start(folder, config())) {
            assertIsLinux(CommandRun.of("probe", snmpd.address(), "--community", "public", "--json"));
            assertIsLinux(secure(snmpd, AUTH));

            var table = CommandRun.of("probe", snmpd.address(), "--community", "public");
            assertThat(table.answer()).contains("mesin-uji", "lo");

            var wrong = secure(snmpd, "kata-sandi-yang-salah");
            assertThat(wrong.status()).isEqualTo(1);
            assertThat(wrong.lastLine()).contains("wrong-digest");
            assertThat(json(wrong).get("reachable").asBoolean()).isFalse();
            assertThat(json(wrong).at("/notes/0").asText()).startsWith("wrong-digest");
        }
    }

    private static List<String> config() {
        return List.of(
                "rocommunity public 127.0.0.1",
                "sysName mesin-uji",
                "createUser petugas SHA-256 " + AUTH + " AES " + PRIV,
                "rouser petugas authPriv");
    }

    private static CommandRun secure(TestingSnmpd snmpd, String passphrase) {
        return CommandRun.of(
                "probe",
                snmpd.address(),
                "--version=3",
                "--user=petugas",
                "--auth-protocol=SHA-256",
                "--auth-passphrase=" + passphrase,
                "--priv-protocol=AES-128",
                "--priv-passphrase=" + PRIV,
                "--json");
    }

    private static void assertIsLinux(CommandRun run) {
        assertThat(run.status()).as(run.progress()).isZero();
        var report = json(run);
        assertThat(report.get("reachable").asBoolean()).isTrue();
        assertThat(report.at("/device/class").asText()).isEqualTo("server");
        assertThat(report.at("/device/sysName").asText()).isEqualTo("mesin-uji");
        assertThat(report.get("interfaces"))
                .anyMatch(port -> port.get("name").asText().equals("lo"));
        assertThat(report.get("readings"))
                .anyMatch(reading -> reading.get("metric").asText().equals("memory.total"));
    }

    @ParameterizedTest
    @CsvSource({"fortigate_60f, firewall", "linux_opensips, server", "routeros_rb750gr3, router", "apc_smx750i, ups"})
    @RequiresTool(ToolGate.RECORDINGS)
    void recording_isReadAsWhatItIs(String name, String deviceClass) throws IOException {
        Path file = ToolGate.find(ToolGate.RECORDINGS).orElseThrow().resolve(name + ".snmprec");
        try (var agents = AgentServer.builder()
                .listen(Loopback.socket(0, 0, 1, 0))
                .device(Recordings.device(Recording.read(file), Replay.FROZEN))
                .build()
                .start()) {
            var run = CommandRun.of(
                    "probe", "127.0.0.1:" + agents.address(name).getPort(), "--community", name, "--json");

            assertThat(run.status()).as(run.progress()).isZero();
            assertThat(json(run).at("/device/class").asText()).isEqualTo(deviceClass);
            assertThat(json(run).get("interfaces")).isNotEmpty();
        }
    }

    @Test
    void nobodyListening_isNamedAndTheDocumentIsStillPrinted() {
        String address = "127.0.0.1:" + FreePorts.udp("127.0.0.1");

        var run = CommandRun.of("probe", address, "--community", "public", "--json");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.lastLine()).contains("port-closed");
        assertThat(json(run).get("address").asText()).isEqualTo(address);
        assertThat(json(run).get("reachable").asBoolean()).isFalse();
        assertThat(json(run).at("/notes/0").asText()).startsWith("port-closed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --json                                                               | community
                    --version 3                                                          | user
                    --version 3 --user u --auth-protocol SHA                             | authPassphrase
                    --version 3 --user u --auth-protocol SHA --auth-passphrase short     | authPassphrase
                    --version 3 --user u --priv-protocol DES --priv-passphrase longenough | authProtocol
                    --community c --user u                                               | user
                    """)
    void wrongUse_namesTheFieldAndAsksNobody(String typed, String field) {
        var run = CommandRun.of(("probe 127.0.0.1:9 " + typed).split(" +"));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.lastLine()).contains(field);
        assertThat(run.answer()).isEmpty();
    }

    private static JsonNode json(CommandRun run) {
        try {
            return JSON.readTree(run.answer());
        } catch (IOException e) {
            throw new AssertionError("no JSON document: " + run, e);
        }
    }
}
