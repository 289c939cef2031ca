package id.ronda.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {

    /** Nobody listens there: a start that takes its key fails a step later. */
    private static final String NO_DATABASE = "jdbc:postgresql://127.0.0.1:1/ronda?user=ronda";

    @TempDir
    Path folder;

    private CommandRun serve(Path keyFile) {
        return CommandRun.of(
                Map.of("RONDA_KEY_FILE", keyFile.toString()),
                "serve",
                "--data",
                folder.resolve("data").toString(),
                "--database-url",
                NO_DATABASE,
                "--port",
                "0");
    }

    @Test
    void keyOfTheEnvironment_isTakenAndNoneIsMade() throws IOException {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        Path file = Files.writeString(
                Files.createFile(
                        folder.resolve("office.key"),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))),
                Base64.getEncoder().encodeToString(key));

        var run = serve(file);

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.lastLine()).contains("127.0.0.1:1");
        assertThat(folder.resolve("data/keys/secret.key")).doesNotExist();
    }

    @Test
    void misspeltKeyFile_stopsTheStart() {
        var run = serve(folder.resolve("misspelt.key"));

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.lastLine()).contains("misspelt.key");
        assertThat(folder.resolve("misspelt.key")).doesNotExist();
    }

    @Test
    void misspeltVariable_isWrongUse() {
        var run = CommandRun.of(
                Map.of("RONDA_KEYFILE", "x"),
                "serve",
                "--data",
                folder.resolve("data").toString());

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.lastLine()).contains("RONDA_KEYFILE", "RONDA_KEY_FILE");
    }
}
