package id.ronda.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Held against the commands of net-snmp, the agent library most devices are built on. */
class NetSnmpTest {
    private static final String[] SHA_AES = {
        "-v3", "-l", "authPriv", "-u", "guard", "-a", "SHA-256", "-A", "auth secret", "-x", "AES", "-X", "priv secret"
    };

    @Test
    void walksByVersion1() throws IOException, InterruptedException {
        assertThat(run("snmpwalk", "-v1", "-c", "one"))
                .contains("a device")
                .contains("uplink")
                .doesNotContain("Counter64");
    }

    @Test
    void walksByVersion2c() throws IOException, InterruptedException {
        assertThat(run("snmpbulkwalk", "-v2c", "-c", "one"))
                .contains("Counter64: 18446744073709551614")
                .contains("Gauge32: 4294967295")
                .contains("No more variables left");
    }

    @Test
    void walksByVersion3() throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(SHA_AES));
        arguments.addAll(List.of("-n", "one"));
        assertThat(run("snmpbulkwalk", arguments.toArray(String[]::new)))
                .contains("a device")
                .contains("uplink");
    }

    @Test
    void namesAWrongSecret() throws IOException, InterruptedException {
        String[] wrong = SHA_AES.clone();
        wrong[8] = "another secret";
        assertThat(run("snmpwalk", wrong)).contains("Authentication failure");
    }

    @Test
    void namesWhatIsMissing() throws IOException, InterruptedException {
        assertThat(run("snmpget", "-v2c", "-c", "one")).contains("No Such Object");
        assertThat(run("snmpwalk", "-v2c", "-c", "nobody", "-t", "0.2", "-r", "0"))
                .contains("Timeout");
    }

    private static String run(String command, String... options) throws IOException, InterruptedException {
        V3User guard = V3User.encrypted(
                "guard", V3User.Authentication.SHA_256, "auth secret", V3User.Privacy.AES_128, "priv secret");
        try (AgentServer server = TestingAgents.onOnePort()
                .device(TestingAgents.device("one"))
                .user(guard)
                .build()
                .start()) {
            InetSocketAddress agent = server.address("one");
            List<String> line = new ArrayList<>(List.of(installed(command).toString()));
            line.addAll(List.of(options));
            line.addAll(List.of("-On", agent.getHostString() + ":" + agent.getPort(), "1.3"));
            Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            return output;
        }
    }

    private static Path installed(String command) {
        return Stream.of("/usr/bin", "/usr/local/bin", "/opt/homebrew/bin")
                .map(folder -> Path.of(folder, command))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(() -> missing(command));
    }

    private static Path missing(String command) {
        String reason = command + " of net-snmp is not installed (Debian's package snmp)";
        return Boolean.getBoolean("ronda.tools.required") ? fail(reason) : abort(reason);
    }
}
