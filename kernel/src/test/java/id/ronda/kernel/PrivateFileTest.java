package id.ronda.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PrivateFileTest {

    @TempDir
    private Path temp;

    @Test
    void file_is_replaced_narrowed_and_leaves_no_draft() throws IOException {
        Path file = temp.resolve("key");
        Files.writeString(file, "old");
        PrivateFile.write(file, "new".getBytes(UTF_8));

        assertThat(file).hasContent("new");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(temp)) {
            assertThat(files.toList()).isEqualTo(List.of(file));
        }
    }

    @Test
    void folder_is_forced_once_it_lists_the_new_file() throws IOException {
        Path file = temp.resolve("key");
        List<Path> forced = new ArrayList<>();
        PrivateFile.write(file, "new".getBytes(UTF_8), folder -> {
            assertThat(file).hasContent("new");
            forced.add(folder);
        });

        assertThat(forced).containsExactly(temp.toAbsolutePath());
    }

    @Test
    void absent_folder_is_a_failure() {
        assertThatThrownBy(() -> PrivateFile.write(temp.resolve("absent/key"), new byte[0]))
                .isInstanceOf(IOException.class);
    }

    @Test
    void password_is_made_once() {
        Path file = temp.resolve("password");
        Secret first = KeyFile.password(file, new SecureRandom());

        assertThat(first.reveal()).hasSize(32);
        assertThat(KeyFile.password(file, new SecureRandom())).isEqualTo(first);
        assertThat(KeyFile.password(temp.resolve("other"), new SecureRandom())).isNotEqualTo(first);
    }
}
