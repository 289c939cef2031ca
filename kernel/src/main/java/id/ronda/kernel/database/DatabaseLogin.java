package id.ronda.kernel.database;

import id.ronda.kernel.Secret;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where a database is and as whom to go there.
 *
 * @param url a JDBC URL of PostgreSQL; it may itself carry user and password
 * @param user the role, or null when the URL says it
 * @param password the role's password, or null when the URL says it
 */
public record DatabaseLogin(
        String url, @Nullable String user, @Nullable Secret password) {

    /** A login whose URL says everything. */
    public static DatabaseLogin of(String url) {
        return new DatabaseLogin(url, null, null);
    }

    /** User and password as the driver wants them. */
    Properties properties() {
        Properties properties = new Properties();
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password.reveal());
        }
        return properties;
    }

    /** A source of single connections, without a pool. */
    public DataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        if (user != null) {
            source.setUser(user);
        }
        if (password != null) {
            source.setPassword(password.reveal());
        }
        source.setApplicationName("ronda-owner");
        return source;
    }

    /** Without the URL, which may carry a password. */
    @Override
    public String toString() {
        return "DatabaseLogin[" + url.split("\\?", 2)[0] + ", " + user + "]";
    }
}
