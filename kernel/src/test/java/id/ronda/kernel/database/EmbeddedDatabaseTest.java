package id.ronda.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.ronda.kernel.ChildJvm;
import id.ronda.kernel.PrivateFile;
import id.ronda.kernel.Secret;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmbeddedDatabaseTest {

    @TempDir
    private Path temp;

    private Path postgres;
    private Path keys;

    @BeforeEach
    void folders() throws IOException {
        postgres = temp.resolve("postgres");
        keys = temp.resolve("keys");
        PrivateFile.folder(keys);
    }

    private EmbeddedDatabase start() {
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
    void failed_first_start_is_made_anew() throws Exception {
        PrivateFile.folder(postgres.resolve("data"));
        Files.writeString(postgres.resolve("data/postgresql.conf"), "# torn by a power cut");
        try (EmbeddedDatabase database = start()) {
            assertThat(query(database, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void server_that_would_trust_anybody_is_not_used() throws Exception {
        start().close();
        Files.writeString(postgres.resolve("data/pg_hba.conf"), "host all all 127.0.0.1/32 trust\n");

        assertThatThrownBy(this::start)
                .isInstanceOf(EmbeddedDatabaseFailed.class)
                .hasMessageContaining("takes a wrong password");
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
        start().close();
        Files.writeString(
                postgres.resolve("data/postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + postgres.resolve("data") + "\n1\n5432\n\n127.0.0.1\n");
        try (EmbeddedDatabase database = start()) {
            assertThat(query(database, "select 1")).isEqualTo("1");
        }
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void nobody_gets_in_without_the_password() {
        DatabaseLogin right = PostgresForTests.superuser();
        for (DatabaseLogin wrong : new DatabaseLogin[] {
            new DatabaseLogin(right.url(), "postgres", null),
            new DatabaseLogin(right.url(), "postgres", new Secret("postgres")),
            new DatabaseLogin(right.url(), "root", new Secret(""))
        }) {
            assertThatThrownBy(() -> DriverManager.getConnection(wrong.url(), wrong.properties()))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void it_listens_on_one_address_only() {
        int port = URI.create(PostgresForTests.superuser().url().substring("jdbc:".length()))
                .getPort();

        assertThatThrownBy(() -> connect("127.0.0.2", port)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> connect("::1", port)).isInstanceOf(IOException.class);
    }

    @Test
    void it_is_durable_and_moderate() throws Exception {
        EmbeddedDatabase database = PostgresForTests.server();

        assertThat(query(database, "show fsync")).isEqualTo("on");
        assertThat(query(database, "show synchronous_commit")).isEqualTo("on");
        assertThat(query(database, "show full_page_writes")).isEqualTo("on");
        assertThat(query(database, "show shared_buffers")).isEqualTo("128MB");
        assertThat(query(database, "show jit")).isEqualTo("off");
        assertThat(query(database, "select string_agg(distinct auth_method, ',') from pg_hba_file_rules"))
                .isEqualTo("scram-sha-256");
        assertThat(query(database, "select rolpassword from pg_authid where rolname = 'postgres'"))
                .startsWith("SCRAM-SHA-256$");
    }

    private static void connect(String address, int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 500);
        }
    }

    private long postmaster() throws IOException {
        return Long.parseLong(
                Files.readAllLines(postgres.resolve("data/postmaster.pid")).getFirst());
    }

    private Process startChild() throws IOException {
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
            new java.io.PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true)
                    .println("committed");
            Thread.sleep(Duration.ofMinutes(1));
        }
    }

    private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
        PostgresForTests.execute(database.superuser("postgres"), sql);
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
