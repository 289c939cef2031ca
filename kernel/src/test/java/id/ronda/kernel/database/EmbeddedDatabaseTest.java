package id.ronda.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.ronda.kernel.ChildJvm;
import id.ronda.kernel.PrivateFile;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedDatabaseTest {

    /** One installation that all tests stop and start: only its first start is slow. */
    @TempDir
    private static Path temp;

    private static Path postgres;
    private static Path keys;

    @BeforeAll
    static void folders() throws IOException {
        postgres = temp.resolve("postgres");
        keys = temp.resolve("keys");
        PrivateFile.folder(keys);
    }

    @BeforeEach
    void firstStart() throws SQLException {
        try (EmbeddedDatabase database = start()) {
            execute(database, "drop table if exists note");
        }
    }

    private static EmbeddedDatabase start() {
        return EmbeddedDatabase.start(postgres, keys);
    }

    @Test
    void it_keeps_its_rows_over_a_restart_and_its_files_to_itself() throws Exception {
        try (EmbeddedDatabase database = start()) {
            execute(database, "create table note (text text)");
            execute(database, "insert into note values ('kept')");
        }
        try (EmbeddedDatabase database = start()) {
            assertThat(query(database, "select text from note")).isEqualTo("kept");
        }
        assertThat(mode(postgres)).isEqualTo("rwx------");
        assertThat(mode(keys.resolve("postgres-superuser"))).isEqualTo("rw-------");
        assertThat(postgres.resolve("data/postmaster.pid"))
                .as("stopped cleanly")
                .doesNotExist();
    }

    @Test
    void server_that_was_killed_is_started_again_with_its_rows() throws Exception {
        try (EmbeddedDatabase database = start()) {
            execute(database, "create table note (text text)");
            execute(database, "insert into note values ('kept')");
            long first = Long.parseLong(
                    Files.readAllLines(postgres.resolve("data/postmaster.pid")).getFirst());
            ProcessHandle.of(first).orElseThrow().destroyForcibly();

            await().atMost(Duration.ofSeconds(40)).until(() -> database.restarts() == 1);
            assertThat(query(database, "select text from note")).isEqualTo("kept");
        }
        assertThat(postgres.resolve("data/postmaster.pid"))
                .as("stopped for good")
                .doesNotExist();
    }

    @Test
    void failed_first_start_is_made_anew(@TempDir Path torn) throws Exception {
        PrivateFile.folder(torn.resolve("postgres/data"));
        Files.writeString(torn.resolve("postgres/data/postgresql.conf"), "# torn by a power cut");
        try (EmbeddedDatabase database = EmbeddedDatabase.start(torn.resolve("postgres"), keys)) {
            assertThat(query(database, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void server_that_would_trust_anybody_is_not_used() throws Exception {
        Path rules = postgres.resolve("data/pg_hba.conf");
        String safe = Files.readString(rules);
        Files.writeString(rules, "host all all 127.0.0.1/32 trust\n");

        assertThatThrownBy(EmbeddedDatabaseTest::start)
                .isInstanceOf(EmbeddedDatabaseFailed.class)
                .hasMessageContaining("takes a wrong password");
        Files.writeString(rules, safe);
        assertThat(postgres.resolve("data/postmaster.pid")).doesNotExist();
    }

    @Test
    void it_survives_the_kill_of_its_process_alone() throws Exception {
        Process child = startChild();
        child.destroyForcibly().waitFor();
        assertThat(ProcessHandle.of(postmaster())).as("the server lives on").isPresent();

        try (EmbeddedDatabase database = start()) {
            assertThat(query(database, "select text from note")).isEqualTo("committed");
        }
    }

    @Test
    void it_survives_the_kill_of_its_process_and_the_postmaster() throws Exception {
        Process child = startChild();
        ProcessHandle postmaster = ProcessHandle.of(postmaster()).orElseThrow();
        child.destroyForcibly();
        postmaster.destroyForcibly();
        child.waitFor();

        try (EmbeddedDatabase database = start()) {
            assertThat(query(database, "select text from note")).isEqualTo("committed");
        }
    }

    @Test
    void lock_file_with_a_number_that_now_belongs_to_another_process_does_not_stop_it() throws Exception {
        Files.writeString(
                postgres.resolve("data/postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + postgres.resolve("data") + "\n1\n5432\n\n127.0.0.1\n");
        try (EmbeddedDatabase database = start()) {
            assertThat(query(database, "select 1")).isEqualTo("1");
        }
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    private static long postmaster() throws IOException {
        return Long.parseLong(
                Files.readAllLines(postgres.resolve("data/postmaster.pid")).getFirst());
    }

    private static Process startChild() throws IOException {
        Process child = ChildJvm.of(Child.class, temp.toString()).start();
        BufferedReader output = child.inputReader();
        assertThat(output.readLine()).isEqualTo("committed");
        return child;
    }

    /** A process that starts the database, commits a row and then waits to be killed. */
    static final class Child {

        public static void main(String[] args) throws Exception {
            Path folder = Path.of(args[0]);
            EmbeddedDatabase database = EmbeddedDatabase.start(folder.resolve("postgres"), folder.resolve("keys"));
            execute(database, "create table note (text text)");
            execute(database, "insert into note values ('committed')");
            new PrintStream(new FileOutputStream(FileDescriptor.out), true).println("committed");
            Thread.sleep(Duration.ofMinutes(1));
        }
    }

    private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
        PlainSql.execute(database.superuser("postgres"), sql);
    }

    private static String query(EmbeddedDatabase database, String sql) throws SQLException {
        DatabaseLogin login = database.superuser("postgres");
        try (Connection connection = DriverManager.getConnection(login.url(), login.properties());
                ResultSet row = connection.createStatement().executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
