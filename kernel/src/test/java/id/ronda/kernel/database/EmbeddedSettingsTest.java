package id.ronda.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.ronda.kernel.Secret;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

final class EmbeddedSettingsTest {

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

    private static String query(EmbeddedDatabase database, String sql) throws SQLException {
        DatabaseLogin login = database.superuser("postgres");
        try (Connection connection = DriverManager.getConnection(login.url(), login.properties());
                ResultSet row = connection.createStatement().executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}
