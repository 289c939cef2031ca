package id.ronda.kernel.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** One statement on a connection of its own. Apart from the shared server, so that a child process does not start one. */
final class PlainSql {

    private PlainSql() {}

    static void execute(DatabaseLogin login, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(login.url(), login.properties())) {
            connection.createStatement().execute(sql);
        }
    }
}
