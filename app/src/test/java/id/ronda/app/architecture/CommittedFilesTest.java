package id.ronda.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommittedFilesTest {

    @TempDir
    Path folder;

    @Test
    void project_namesNoRegistryAndNoFolderOfOneMachine() throws Exception {
        var files = CommittedFiles.of(Path.of(System.getProperty("ronda.project")));
        assumeFalse(files.isEmpty(), "not a clone: there is no list of committed files");

        assertThat(files).anyMatch(file -> file.endsWith("pom.xml"));
        assertThat(CommittedFiles.faults(files)).isEmpty();
    }

    // Taken apart, so that this file does not hold what it forbids.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://repo+.maven.apache.org/maven2",
                "registry+.npmjs.org",
                "proxy+.golang.org",
                "https://pypi+.org/simple",
                "/home+/somebody/ronda",
                "cd /tmp+/build"
            })
    void registryOrMachine_isAFault(String text) throws IOException {
        assertThat(faultsOf(text.replace("+", ""))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://maven.apache.org/POM/4.0.0",
                "/usr/lib/jvm",
                "${data}/tmp/x",
                "registry.counter()",
                "./tmp/x"
            })
    void otherText_isNone(String text) throws IOException {
        assertThat(faultsOf(text)).isEmpty();
    }

    private List<String> faultsOf(String text) throws IOException {
        return CommittedFiles.faults(List.of(Files.writeString(folder.resolve("file"), text)));
    }
}
