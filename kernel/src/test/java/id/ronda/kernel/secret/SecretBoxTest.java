package id.ronda.kernel.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.ronda.kernel.Secret;
import id.ronda.kernel.database.Database;
import id.ronda.kernel.database.LaneBounds;
import id.ronda.kernel.database.PostgresForTests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.SQLException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SecretBoxTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Secret WORD = new Secret("public");

    @TempDir
    private Path keys;

    private SecretBox box;

    @BeforeEach
    void open() {
        box = SecretBox.open(keys, null, RANDOM);
    }

    @Test
    void secret_comes_back_at_its_place() {
        byte[] sealed = box.seal("device", "7", "community", WORD);

        assertThat(box.open("device", "7", "community", sealed)).isEqualTo(WORD);
        assertThat(new String(sealed, UTF_8)).doesNotContain("public");
        assertThat(sealed).isNotEqualTo(box.seal("device", "7", "community", WORD));
    }

    @Test
    void digests_are_the_same_for_the_same_secret_purpose_and_key() throws IOException {
        String digest = box.digest("community", WORD);

        assertThat(digest)
                .isEqualTo(box.digest("community", new Secret("public")))
                .hasSize(44);
        assertThat(digest)
                .isNotEqualTo(box.digest("community", new Secret("private")))
                .isNotEqualTo(box.digest("password", WORD))
                .isNotEqualTo(SecretBox.open(Files.createDirectory(keys.resolve("other")), null, RANDOM)
                        .digest("community", WORD));
    }

    @Test
    void another_place_does_not_open_it() {
        byte[] sealed = box.seal("device", "7", "community", WORD);

        for (String[] place : new String[][] {
            {"device", "8", "community"},
            {"asset", "7", "community"},
            {"device", "7", "password"},
            {"device7", "", "community"},
            {"device", "7c", "ommunity"}
        }) {
            assertThatThrownBy(() -> box.open(place[0], place[1], place[2], sealed))
                    .isInstanceOf(SealBroken.class)
                    .hasMessageContaining("changed, or sealed for another place");
        }
    }

    @Test
    void every_changed_byte_is_seen() {
        byte[] sealed = box.seal("device", "7", "community", WORD);
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> box.open("device", "7", "community", changed))
                    .isInstanceOf(SealBroken.class);
        }
        for (int length = 0; length < sealed.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(sealed, length);
            assertThatThrownBy(() -> box.open("device", "7", "community", cut)).isInstanceOf(SealBroken.class);
        }
    }

    @Test
    void key_is_made_once_and_for_its_owner_only() throws IOException {
        byte[] sealed = box.seal("t", "r", "c", WORD);

        assertThat(SecretBox.open(keys, null, RANDOM).open("t", "r", "c", sealed))
                .isEqualTo(WORD);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.resolve("secret.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void another_key_is_named_as_such(@TempDir Path others) {
        byte[] sealed = SecretBox.open(others, null, RANDOM).seal("t", "r", "c", WORD);

        assertThatThrownBy(() -> box.open("t", "r", "c", sealed)).hasMessageContaining("sealed with another key");
        SecretBox named = SecretBox.open(keys, others.resolve("secret.key"), RANDOM);
        assertThat(named.open("t", "r", "c", sealed)).isEqualTo(WORD);
    }

    @Test
    void key_file_that_is_absent_open_or_no_key_is_refused() throws IOException {
        assertThatThrownBy(() -> SecretBox.open(keys, keys.resolve("absent"), RANDOM))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(keys.resolve("absent")).doesNotExist();

        Path file = keys.resolve("secret.key");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> SecretBox.open(keys, null, RANDOM)).hasMessageContaining("chmod 600");

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Files.writeString(file, "c2hvcnQ=");
        assertThatThrownBy(() -> SecretBox.open(keys, null, RANDOM)).hasMessageContaining("32 bytes");
        Files.writeString(file, "?");
        assertThatThrownBy(() -> SecretBox.open(keys, null, RANDOM)).hasMessageContaining("not base64");
    }

    @Test
    void database_filled_with_another_key_is_told_at_the_start(@TempDir Path others) throws SQLException {
        try (Database database = PostgresForTests.open(
                PostgresForTests.migratedDatabase().app(), LaneBounds.of(1, 1), LaneBounds.of(1, 1))) {
            KeyCheck.verify(database, box);
            KeyCheck.verify(database, box);

            SecretBox other = SecretBox.open(others, null, RANDOM);
            assertThatThrownBy(() -> KeyCheck.verify(database, other))
                    .isInstanceOf(SealBroken.class)
                    .hasMessageContaining("another key");
        }
    }

    /** Any text at any place; its own class because the two engines do not share their life cycles. */
    static final class AnyText {

        private final SecretBox box;

        AnyText() throws IOException {
            Path keys = Files.createTempDirectory("ronda-keys");
            box = SecretBox.open(keys, null, RANDOM);
            Files.delete(keys.resolve("secret.key"));
            Files.delete(keys);
        }

        @Property(tries = 200)
        void is_sealed_and_opened(@ForAll String table, @ForAll String row, @ForAll String word) {
            String valid = new String(word.getBytes(UTF_8), UTF_8);
            byte[] sealed = box.seal(table, row, "c", new Secret(valid));

            assertThat(box.open(table, row, "c", sealed).reveal()).isEqualTo(valid);
        }
    }
}
