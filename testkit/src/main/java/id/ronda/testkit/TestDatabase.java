package id.ronda.testkit;

import id.ronda.kernel.database.Database;
import id.ronda.kernel.database.DatabaseLogin;
import id.ronda.kernel.database.DatabaseLogins;
import id.ronda.kernel.database.Lane;
import id.ronda.kernel.database.LaneBounds;
import id.ronda.kernel.database.ModuleMigrations;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A fresh, migrated PostgreSQL database with the three roles for one test class; the server behind it is shared by the
 * whole JVM. Tests work as {@code ronda_app}, exactly as the product does.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final TestDatabase POSTGRES = TestDatabase.with(MyModule.MIGRATIONS);
 * }</pre>
 *
 * or in a try-with-resources.
 */
public final class TestDatabase implements AfterAllCallback, AutoCloseable {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final DatabaseLogins logins;
    private final Database database;

    private TestDatabase(DatabaseLogins logins) {
        this.logins = logins;
        this.database = Database.open(
                logins.app(), Map.of(Lane.INGEST, LaneBounds.of(2, 64), Lane.EDITS, LaneBounds.of(4, 256)), meters);
    }

    /** A database with the kernel's schema and those of the modules, in their order. */
    public static TestDatabase with(ModuleMigrations... modules) {
        return new TestDatabase(TestServer.instance().freshDatabase(List.of(modules)));
    }

    /** The pools of the working role: 2 connections for the ingest, 4 for edits. */
    public Database database() {
        return database;
    }

    /** The metrics of {@link #database()}. */
    public SimpleMeterRegistry meters() {
        return meters;
    }

    /** The login of {@code ronda_owner}. */
    public DatabaseLogin owner() {
        return logins.owner();
    }

    /** The login of {@code ronda_app}. */
    public DatabaseLogin app() {
        return logins.app();
    }

    /** The login of {@code ronda_read}. */
    public DatabaseLogin read() {
        return Objects.requireNonNull(logins.read(), "the embedded server has all three roles");
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    /** Closes the pools. The database itself goes with the server. */
    @Override
    public void close() {
        database.close();
    }
}
