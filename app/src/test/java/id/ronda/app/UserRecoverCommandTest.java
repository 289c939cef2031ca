package id.ronda.app;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.kernel.DataFolder;
import id.ronda.kernel.config.ConfigReader;
import id.ronda.kernel.config.ConfigResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserRecoverCommandTest {

    @TempDir
    Path folder;

    private Path data() {
        return folder.resolve("data");
    }

    /** Starts the product once and stops it; what its first administrator signs in with. */
    private String firstPassword() throws Exception {
        var settings = Map.of("ronda.data", data().toString(), "ronda.port", "0");
        var config = switch (ConfigReader.read(ServerConfig.class, null, settings, Map.of())) {
            case ConfigResult.Read<ServerConfig> read -> read.config();
            case ConfigResult.Refused<ServerConfig> refused ->
                throw new IllegalArgumentException(refused.problems().toString());
        };
        try (var shutdown = new Shutdown(Shutdown.LIMIT)) {
            var platform = Platform.start(config, DataFolder.Use.SERVE, shutdown);
            var refused = CommandRun.of("user", "recover", "admin", "--data", data().toString());
            assertThat(refused.status()).as("while the server runs").isEqualTo(1);
            return platform.identity().firstSignIn().orElseThrow().password().reveal();
        }
    }

    @Test
    void recovery_printsAnotherPassword_andUnknownNamesAreTold() throws Exception {
        String first = firstPassword();
        assertThat(Files.readAllLines(data().resolve("first-sign-in"))).containsExactly("admin", first);

        var run = CommandRun.of("user", "recover", "ADMIN", "--data", data().toString());

        assertThat(run.status()).isZero();
        assertThat(run.answer())
                .containsPattern("(?m)^sign-in: admin (\\w{4}-){3}\\w{4}$")
                .contains("valid until: ");
        assertThat(run.answer()).doesNotContain(first);

        var unknown = CommandRun.of("user", "recover", "budi", "--data", data().toString());

        assertThat(unknown.status()).isEqualTo(1);
        assertThat(unknown.lastLine()).contains("no account is called budi", "admin");
    }
}
