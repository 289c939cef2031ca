package id.ronda.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFilesTest {

    private static final Path PROJECT = Path.of(System.getProperty("ronda.project"));

    @TempDir
    Path folder;

    @Test
    void product_staysInsideTheWalls() throws IOException {
        var files = SourceFiles.of(PROJECT);

        assertThat(files)
                .extracting(file -> file.getFileName().toString())
                .contains("Main.java", "SourceFilesTest.java");
        assertThat(SourceFiles.faults(files)).isEmpty();
    }

    @Test
    void longFile_isAFault() throws IOException {
        assertThat(faults("final class Long {\n" + "//\n".repeat(498) + "}")).isEmpty();
        assertThat(faults("final class Long {\n" + "//\n".repeat(499) + "}"))
                .containsExactly("Long.java:1: 501 lines, the wall stands at 500");
    }

    @Test
    void longMethod_isAFault() throws IOException {
        assertThat(faults("final class Long {\nvoid go() {\n" + "//\n".repeat(58) + "}\n}"))
                .isEmpty();
        assertThat(faults("final class Long {\nvoid go() {\n" + "//\n".repeat(59) + "}\n}"))
                .containsExactly("Long.java:2: go() has 61 lines, the wall stands at 60");
    }

    @Test
    void publicTypeWithoutJavadoc_isAFault() throws IOException {
        assertThat(faults("/** Says what it is. */\npublic record Long() {}")).isEmpty();
        assertThat(faults("// not Javadoc\npublic record Long() {}"))
                .containsExactly("Long.java:2: public type Long has no Javadoc");
    }

    private List<String> faults(String source) throws IOException {
        Path file = Files.writeString(folder.resolve("Long.java"), source);
        return SourceFiles.faults(List.of(file)).stream()
                .map(fault -> fault.replace(folder + "/", ""))
                .toList();
    }
}
