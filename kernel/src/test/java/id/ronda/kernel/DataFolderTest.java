package id.ronda.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataFolderTest {

    @TempDir
    private Path temp;

    @Test
    void folder_and_its_parts_are_for_the_owner_only() throws IOException {
        Path path = temp.resolve("a/b");
        try (DataFolder folder = DataFolder.open(path, DataFolder.Use.SERVE)) {
            for (Path each : List.of(
                    folder.path(),
                    folder.keys(),
                    folder.postgres(),
                    folder.spool(),
                    folder.profiles(),
                    folder.audit())) {
                assertThat(mode(each)).as("%s", each).isEqualTo("rwx------");
            }
        }
    }

    @Test
    void existing_empty_folder_is_narrowed() throws IOException {
        Files.setPosixFilePermissions(temp, PosixFilePermissions.fromString("rwxr-xr-x"));
        DataFolder.open(temp, DataFolder.Use.DEMO).close();

        assertThat(mode(temp)).isEqualTo("rwx------");
    }

    @Test
    void second_opening_is_refused_until_the_first_is_closed() {
        DataFolder first = DataFolder.open(temp, DataFolder.Use.SERVE);
        assertThatThrownBy(() -> DataFolder.open(temp, DataFolder.Use.SERVE))
                .isInstanceOf(DataFolderLocked.class)
                .hasMessageContaining(temp.toString())
                .hasMessageContaining("--data");

        first.close();
        DataFolder.open(temp, DataFolder.Use.SERVE).close();
    }

    @Test
    void second_process_is_refused() throws Exception {
        try (DataFolder held = DataFolder.open(temp, DataFolder.Use.SERVE)) {
            Process other =
                    ChildJvm.of(OpenFolder.class, held.path().toString()).start();

            assertThat(other.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(other.exitValue()).isEqualTo(OpenFolder.LOCKED);
        }
    }

    /** A child that tries to open the folder. */
    static final class OpenFolder {

        static final int LOCKED = 7;

        public static void main(String[] args) {
            try {
                DataFolder.open(Path.of(args[0]), DataFolder.Use.SERVE).close();
            } catch (DataFolderLocked e) {
                Runtime.getRuntime().exit(LOCKED);
            }
        }
    }

    @Test
    void demo_and_serve_keep_apart() {
        DataFolder.open(temp, DataFolder.Use.DEMO).close();

        assertThatThrownBy(() -> DataFolder.open(temp, DataFolder.Use.SERVE))
                .isInstanceOf(DataFolderForeign.class)
                .hasMessageContaining("'ronda demo'");
        DataFolder.open(temp, DataFolder.Use.DEMO).close();
    }

    @Test
    void existing_folder_is_opened_whatever_it_was_made_for() {
        for (DataFolder.Use use : DataFolder.Use.values()) {
            Path path = temp.resolve(use.word());
            DataFolder.open(path, use).close();
            try (DataFolder again = DataFolder.existing(path)) {
                assertThat(again.path()).isEqualTo(path);
                assertThatThrownBy(() -> DataFolder.existing(path)).isInstanceOf(DataFolderLocked.class);
            }
        }
    }

    @Test
    void folder_that_is_not_there_is_not_made_by_looking_for_it() {
        assertThatThrownBy(() -> DataFolder.existing(temp.resolve("none")))
                .isInstanceOf(DataFolderForeign.class)
                .hasMessageContaining("--data");
        assertThat(temp.resolve("none")).doesNotExist();
    }

    @Test
    void folder_full_of_other_things_is_left_alone() throws IOException {
        Files.writeString(temp.resolve("holiday.jpg"), "x");
        String before = mode(temp);

        assertThatThrownBy(() -> DataFolder.open(temp, DataFolder.Use.SERVE))
                .isInstanceOf(DataFolderForeign.class)
                .hasMessageContaining("holds other things");
        assertThat(temp).isDirectoryNotContaining("glob:**ronda*");
        assertThat(mode(temp)).isEqualTo(before);
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
