package id.ronda.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfilesLintCommandTest {

    private static final String GOOD = """
            name: example-ups
            about: Example UPS cards.
            class: ups
            match:
              - {sysObjectId: 1.3.6.1.4.1.99999.1}
            uses: [if-mib]
            scalars:
              - {metric: temperature, oid: 1.3.6.1.4.1.99999.1.2.0, name: Battery}
            """;

    @TempDir
    Path folder;

    @Test
    void shippedProfiles_areClean() {
        var run = CommandRun.of("profiles", "lint");

        assertThat(run.status()).isZero();
        assertThat(run.answer()).contains("nothing to mend");
    }

    @Test
    void folder_mayUseTheShippedOnes() throws Exception {
        Files.writeString(folder.resolve("example-ups.yaml"), GOOD);

        var run = CommandRun.of("profiles", "lint", folder.toString());

        assertThat(run.status()).isZero();
        assertThat(run.answer()).startsWith("1 profiles");
    }

    @Test
    void fault_isToldWithFileAndLine() throws Exception {
        Files.writeString(folder.resolve("example-ups.yaml"), GOOD);
        Files.writeString(folder.resolve("wrong.yaml"), GOOD.replace("class: ups", "class: toaster"));

        var run = CommandRun.of("profiles", "lint", folder.toString());

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.answer().lines()).anyMatch(line -> line.matches("wrong\\.yaml:3: .*class.*"));
        assertThat(run.lastLine()).contains("findings", folder.toString());
    }

    @Test
    void folderWithoutProfiles_isAFailure() {
        var run = CommandRun.of("profiles", "lint", folder.toString());

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.lastLine()).contains("no *.yaml");
    }

    @Test
    void noFolder_isWrongUse() {
        var run = CommandRun.of("profiles", "lint", folder.resolve("none").toString());

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.lastLine()).contains("none");
    }
}
