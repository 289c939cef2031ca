package id.ronda.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulateCommandTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --scenario nonsense                                      | pln-outage
                    --scenario hot-room --listen 192.0.2.1:1161              | --listen
                    --recordings /nowhere                                    | --recordings
                    --scenario hot-room --auth-protocol SHA                  | --user
                    --scenario hot-room --user u --priv-protocol AES-128     | --auth-protocol
                    --scenario hot-room --user u --auth-protocol SHA         | --auth-passphrase
                    """)
    void wrongUse_isNamed(String typed, String named) {
        var run = CommandRun.of(("simulate " + typed).split(" +"));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.lastLine()).contains(named);
    }

    @Test
    void folderWithoutRecordings_isAFailure() {
        var run = CommandRun.of("simulate", "--recordings", folder.toString());

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.lastLine()).contains("snmprec");
    }

    @Test
    void takenPort_isAFailureThatNamesIt() throws Exception {
        Files.writeString(folder.resolve("one.snmprec"), "1.3.6.1.2.1.1.1.0|4|One\n");
        try (var other = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            String address = "127.0.0.1:" + other.getLocalPort();

            var run = CommandRun.of("simulate", "--recordings", folder.toString(), "--listen", address);

            assertThat(run.status()).isEqualTo(1);
            assertThat(run.lastLine()).contains(String.valueOf(other.getLocalPort()));
        }
    }
}
