package id.ronda.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code simulate} as somebody uses it: agents in one process, asked by {@code probe} in another. */
@Timeout(120)
class SimulateTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Made up: a recording of three objects. */
    private static final String RECORDING = """
            1.3.6.1.2.1.1.1.0|4|A made-up device
            1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.32473.1
            1.3.6.1.2.1.1.3.0|67|123456
            1.3.6.1.2.1.1.5.0|4|made-up-1
            """;

    @TempDir
    Path folder;

    @Test
    void recordings_answerToTheirNamesUntilSigterm() throws Exception {
        Files.writeString(folder.resolve("made-up.snmprec"), RECORDING);

        try (var agents = start("--recordings", folder.toString(), "--listen", "127.0.0.1:" + port("127.0.0.1"))) {
            var probe = RondaProcess.run("probe", agents.ready(), "--community", "made-up", "--json");

            assertThat(probe.status()).as(probe.progress()).isZero();
            assertThat(JSON.readTree(probe.answer()).at("/device/sysName").asText())
                    .isEqualTo("made-up-1");
            assertThat(Files.readString(errors())).contains("1 agents");
            assertThat(agents.stop()).isZero();
        }
    }

    @Test
    void scenario_isTheRegencyAndItsUserMayAsk() throws Exception {
        int port = port("127.10.0.1");

        try (var agents = start(
                "--scenario",
                "pln-outage",
                "--listen",
                "127.0.0.1:" + port,
                "--user",
                "ronda",
                "--auth-protocol",
                "SHA-256",
                "--auth-passphrase",
                "kata-sandi-panjang")) {
            assertThat(agents.ready()).isEqualTo("100 devices");

            var probe = RondaProcess.run(
                    "probe",
                    "127.10.1.1:" + port,
                    "--version=3",
                    "--user=ronda",
                    "--auth-protocol=SHA-256",
                    "--auth-passphrase=kata-sandi-panjang",
                    "--json");

            assertThat(probe.status()).as(probe.progress()).isZero();
            assertThat(JSON.readTree(probe.answer()).at("/device/class").asText())
                    .isEqualTo("ups");
            assertThat(Files.readString(errors())).contains("pln-outage");
            assertThat(agents.stop()).isZero();
        }
    }

    private RondaProcess start(String... options) {
        var arguments = new String[options.length + 1];
        arguments[0] = "simulate";
        System.arraycopy(options, 0, arguments, 1, options.length);
        return RondaProcess.start(errors(), arguments);
    }

    private Path errors() {
        return folder.resolve("stderr");
    }

    private static int port(String address) {
        return FreePorts.udp(address);
    }
}
