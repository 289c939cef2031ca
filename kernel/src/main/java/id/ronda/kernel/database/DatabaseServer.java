package id.ronda.kernel.database;

import id.ronda.kernel.DataFolder;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.jdbi.v3.core.ConnectionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database of an installation with all that belongs to it: the embedded server if there is no other, the roles, the
 * migrations, and the pools.
 *
 * <pre>{@code
 * try (DatabaseServer server = DatabaseServer.open(folder, config, meters)) {
 *     server.migrate(modules);
 *     server.database().run(Lane.EDITS, …);
 * }
 * }</pre>
 */
public final class DatabaseServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseServer.class);

    private final @Nullable EmbeddedDatabase embedded;
    private final DatabaseLogins logins;
    private final Database database;

    private DatabaseServer(@Nullable EmbeddedDatabase embedded, DatabaseLogins logins, Database database) {
        this.embedded = embedded;
        this.logins = logins;
        this.database = database;
    }

    /**
     * Starts the embedded database, or takes the one that is named, and makes the roles where it may.
     *
     * @throws EmbeddedDatabaseFailed when the embedded one cannot be used
     * @throws DatabaseAway when the other one is not there or refuses the login
     */
    public static DatabaseServer open(DataFolder folder, DatabaseConfig config, MeterRegistry meters) {
        return config.url().isPresent()
                ? external(config, config.url().get(), meters)
                : embedded(folder, config, meters);
    }

    private static DatabaseServer external(DatabaseConfig config, String url, MeterRegistry meters) {
        if (config.ownerUrl().isEmpty()) {
            LOG.warn("no --database-owner-url is given: migrations and daily work share one database role");
        }
        DatabaseLogins logins = externalLogins(url, config.ownerUrl().orElse(url));
        return new DatabaseServer(null, logins, Database.open(logins.app(), config.bounds(), meters));
    }

    private static DatabaseLogins externalLogins(String url, String ownerUrl) {
        try {
            return DatabaseLogins.external(url, ownerUrl);
        } catch (ConnectionException e) {
            throw new DatabaseAway(Lane.EDITS, e);
        }
    }

    private static DatabaseServer embedded(DataFolder folder, DatabaseConfig config, MeterRegistry meters) {
        EmbeddedDatabase embedded = EmbeddedDatabase.start(folder.postgres(), folder.keys());
        FunctionCounter.builder("ronda.database.restarts", embedded, EmbeddedDatabase::restarts)
                .description("How often the embedded database ended by itself and was started again")
                .register(meters);
        try {
            DatabaseLogins logins = DatabaseLogins.embedded(embedded, folder.keys());
            return new DatabaseServer(embedded, logins, Database.open(logins.app(), config.bounds(), meters));
        } catch (RuntimeException e) {
            embedded.close();
            throw e;
        }
    }

    /** Brings the schemas of the kernel and of these modules, in their order, up to date. */
    public void migrate(List<ModuleMigrations> modules) {
        Migrations.run(logins.owner().dataSource(), logins.appName(), modules);
    }

    /** The pools of the working role. */
    public Database database() {
        return database;
    }

    /** The login of the role that only reads views, for Grafana; null where an operator made the roles. */
    public @Nullable DatabaseLogin readLogin() {
        return logins.read();
    }

    /** Closes the pools and stops the embedded server. */
    @Override
    public void close() {
        database.close();
        if (embedded != null) {
            embedded.close();
        }
    }
}
