package id.ronda.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.ronda.kernel.DataFolder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DatabaseServerTest {

    @TempDir
    private Path temp;

    @Test
    void embedded_server_keeps_everything_over_a_restart() throws Exception {
        try (DataFolder folder = DataFolder.open(temp.resolve("data"), DataFolder.Use.SERVE)) {
            try (DatabaseServer server = open(folder, DatabaseConfig.embedded())) {
                server.migrate(List.of());
                assertThat(userOfRunning(folder)).isEqualTo("ronda_app");
                server.database()
                        .run(Lane.EDITS, h -> h.execute("insert into kernel.outbox_consumer (name) values ('c')"));
            }
            assertThat(DatabaseLogins.running(folder.path())).isEmpty();
            long started = System.nanoTime();
            try (DatabaseServer server = open(folder, DatabaseConfig.embedded())) {
                server.migrate(List.of());
                assertThat(user(server)).isEqualTo("ronda_app 1");
            }
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(20));
            try (Stream<Path> keys = Files.list(folder.keys())) {
                assertThat(keys)
                        .hasSize(4)
                        .allSatisfy(key -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                                .isEqualTo("rw-------"));
            }
        }
    }

    @Test
    void external_url_needs_no_embedded_server() throws SQLException {
        String database = PostgresForTests.freshDatabase();
        DatabaseLogin admin = PostgresForTests.server().superuser(database);
        String url = admin.url() + "?user=postgres&password="
                + java.util.Objects.requireNonNull(admin.password()).reveal();
        DatabaseConfig config = new DatabaseConfig(Optional.of(url), Optional.empty(), 1, 1, 1, 1);
        try (DataFolder folder = DataFolder.open(temp.resolve("data"), DataFolder.Use.SERVE);
                DatabaseServer server = open(folder, config)) {
            server.migrate(List.of());

            assertThat(user(server)).isEqualTo("postgres 0");
            assertThat(folder.path().resolve("postgres")).doesNotExist();
        }
    }

    @Test
    void url_of_another_database_is_refused() {
        DatabaseConfig config = new DatabaseConfig(Optional.of("jdbc:other:x"), Optional.empty(), 1, 1, 1, 1);
        try (DataFolder folder = DataFolder.open(temp.resolve("data"), DataFolder.Use.SERVE)) {
            assertThatThrownBy(() -> open(folder, config)).hasMessageContaining("jdbc:postgresql:");
        }
    }

    private static DatabaseServer open(DataFolder folder, DatabaseConfig config) {
        return DatabaseServer.open(folder, config, new SimpleMeterRegistry());
    }

    /** As another process of the same user sees it, which knows nothing but the folder. */
    private static String userOfRunning(DataFolder folder) throws Exception {
        DatabaseLogin login = DatabaseLogins.running(folder.path()).orElseThrow();
        return Jdbi.create(login.dataSource())
                .withHandle(h ->
                        h.createQuery("select current_user").mapTo(String.class).one());
    }

    private static String user(DatabaseServer server) {
        return server.database()
                .run(
                        Lane.EDITS,
                        h -> h.createQuery(
                                        "select current_user || ' ' || (select count(*) from kernel.outbox_consumer)")
                                .mapTo(String.class)
                                .one());
    }
}
