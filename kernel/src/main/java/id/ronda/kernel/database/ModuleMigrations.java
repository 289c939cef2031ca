package id.ronda.kernel.database;

/**
 * Where one module's migrations are and which schema is theirs.
 *
 * @param schema the module's schema; all its tables, and the history of its migrations, are there
 * @param location a Flyway location, such as {@code classpath:id/ronda/collector/migration}
 */
public record ModuleMigrations(String schema, String location) {

    public ModuleMigrations {
        if (!schema.matches("[a-z][a-z_]{0,62}")) {
            throw new IllegalArgumentException("a schema is lower-case letters and underscores, not '" + schema + "'");
        }
    }
}
