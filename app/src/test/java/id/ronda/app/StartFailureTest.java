package id.ronda.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.ronda.kernel.config.ConfigReader;
import id.ronda.kernel.config.ConfigResult;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartFailureTest {

    @TempDir
    Path folder;

    @Test
    void takenPort_isNamed() {
        var outcome = StartFailure.of(new CompletionException(new BindException("in use")), config("8123"));

        assertThat(outcome)
                .get()
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.reason()).contains("8123", "127.0.0.1", "--port"));
    }

    @Test
    void unforeseen_isNotHidden() {
        assertThat(StartFailure.of(new IllegalStateException("?"), config("8123")))
                .isEmpty();
    }

    @Test
    void addressThatIsNotAllowed_isWrongUseBeforeAnythingIsMade() {
        Path data = folder.resolve("data");

        var run = CommandRun.of("serve", "--data", data.toString(), "--listen", "0.0.0.0");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.lastLine()).contains("0.0.0.0", "--listen");
        assertThat(data).doesNotExist();
    }

    @Test
    void databaseThatIsNotThere_isNamed() {
        String url = "jdbc:postgresql://127.0.0.1:1/ronda?user=ronda&password=geheim";

        var run = CommandRun.of(
                "serve", "--data", folder.resolve("data").toString(), "--database-url", url, "--port", "0");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.lastLine()).contains("127.0.0.1:1", "--database-url").doesNotContain("geheim");
    }

    @Test
    void demoWhosePortIsTaken_namesTheOption() throws Exception {
        try (var other = new DatagramSocket(new InetSocketAddress("127.10.0.1", 0))) {
            var regency = new DemoRegency(null, other.getLocalPort());

            assertThat(catchThrowable(regency::listen))
                    .isInstanceOf(DemoRegency.NotListening.class)
                    .hasMessageContaining("--device-port");
        }
    }

    @Test
    void devicePortThatIsNone_isWrongUse() {
        var run = CommandRun.of("demo", "--device-port", "0");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.lastLine()).contains("--device-port");
    }

    private static ServerConfig config(String port) {
        return switch (ConfigReader.read(ServerConfig.class, null, Map.of("ronda.port", port))) {
            case ConfigResult.Read<ServerConfig> read -> read.config();
            case ConfigResult.Refused<ServerConfig> refused ->
                throw new AssertionError(refused.problems().toString());
        };
    }
}
