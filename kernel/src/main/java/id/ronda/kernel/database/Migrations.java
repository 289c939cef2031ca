package id.ronda.kernel.database;

import static id.ronda.kernel.database.DatabaseRoles.quoted;

import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Brings every module's schema up to date, the kernel's first. The working role gets its rights by default privileges,
 * before the module's tables are made: a migration may then take some away (an append-only table), and tables made later
 * are usable too.
 */
public final class Migrations {

    private static final ModuleMigrations KERNEL =
            new ModuleMigrations("kernel", "classpath:id/ronda/kernel/migration");
    private static final String HISTORY = "schema_history";

    private Migrations() {}

    /**
     * Migrates the modules in their order.
     *
     * @param owner connects as the role that owns, or will own, the schemas
     * @throws org.flywaydb.core.api.FlywayException when a migration fails or was changed after it had run
     */
    public static void run(DataSource owner, List<ModuleMigrations> modules) {
        run(owner, DatabaseRoles.APP, modules);
    }

    static void run(DataSource owner, String appName, List<ModuleMigrations> modules) {
        Jdbi jdbi = Jdbi.create(owner);
        DatabaseRoles roles = jdbi.withHandle(handle -> DatabaseRoles.present(handle, appName));
        Stream.concat(Stream.of(KERNEL), modules.stream()).forEach(module -> {
            jdbi.useTransaction(handle -> prepare(handle, module.schema(), roles));
            migrate(owner, module, roles);
            jdbi.useTransaction(handle -> hideHistory(handle, module.schema(), roles));
        });
    }

    private static void prepare(Handle handle, String schema, DatabaseRoles roles) {
        handle.execute("create schema if not exists " + quoted(schema));
        if (roles.appIsOwner()) {
            return;
        }
        String app = quoted(roles.app());
        String here = "alter default privileges in schema " + quoted(schema) + " grant ";
        handle.execute("grant usage on schema " + quoted(schema) + " to " + app);
        handle.execute(here + "select, insert, update, delete on tables to " + app);
        handle.execute(here + "usage, select on sequences to " + app);
    }

    private static void migrate(DataSource owner, ModuleMigrations module, DatabaseRoles roles) {
        Flyway.configure()
                .dataSource(owner)
                .defaultSchema(module.schema())
                .schemas(module.schema())
                .createSchemas(false)
                .table(HISTORY)
                .locations(module.location())
                .failOnMissingLocations(true)
                .validateMigrationNaming(true)
                .cleanDisabled(true)
                .loggers("slf4j")
                .placeholders(roles.placeholders())
                .load()
                .migrate();
    }

    private static void hideHistory(Handle handle, String schema, DatabaseRoles roles) {
        if (!roles.appIsOwner()) {
            handle.execute("revoke all on " + quoted(schema) + "." + HISTORY + " from " + quoted(roles.app()));
        }
    }
}
