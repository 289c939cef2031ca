package id.ronda.kernel.database;

import static java.nio.charset.StandardCharsets.US_ASCII;

import id.ronda.kernel.KeyFile;
import id.ronda.kernel.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Properties;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/**
 * Who goes to the database as what. Getting one makes the roles as far as that is allowed.
 *
 * @param owner for migrations
 * @param app for daily work
 * @param appName the role behind {@code app}
 * @param read for reading views; null where we did not make it
 */
public record DatabaseLogins(
        DatabaseLogin owner,
        DatabaseLogin app,
        String appName,
        @Nullable DatabaseLogin read) {

    private static final String DATABASE = "ronda";
    private static final String APP_KEY = "database-app";

    /** In our own server: three roles, whose passwords are made once and kept beside the superuser's. */
    static DatabaseLogins embedded(EmbeddedDatabase server, Path keys) {
        return embedded(server, keys, DATABASE);
    }

    /**
     * In our own server, for one database of it.
     *
     * @param keys the folder of the three roles' passwords
     * @param database made if it is absent
     */
    public static DatabaseLogins embedded(EmbeddedDatabase server, Path keys, String database) {
        SecureRandom random = new SecureRandom();
        Secret owner = KeyFile.password(keys.resolve("database-owner"), random);
        Secret app = KeyFile.password(keys.resolve(APP_KEY), random);
        Secret read = KeyFile.password(keys.resolve("database-read"), random);
        Jdbi.create(server.superuser(EmbeddedDatabase.SUPERUSER).dataSource()).useHandle(admin -> {
            RoleSetup setup = new RoleSetup(admin);
            make(setup, DatabaseRoles.OWNER, owner);
            make(setup, DatabaseRoles.APP, app);
            make(setup, DatabaseRoles.READ, read);
            setup.restrainReader();
            setup.createDatabase(database);
        });
        return new DatabaseLogins(
                server.login(database, DatabaseRoles.OWNER, owner),
                server.login(database, DatabaseRoles.APP, app),
                DatabaseRoles.APP,
                server.login(database, DatabaseRoles.READ, read));
    }

    /**
     * The working role's login to the embedded server that another process runs in this data folder; empty when none runs.
     *
     * @param data the data folder, which that process holds
     * @throws IOException when its files cannot be read
     */
    public static Optional<DatabaseLogin> running(Path data) throws IOException {
        Path keys = data.resolve("keys");
        EmbeddedFiles files = new EmbeddedFiles(data.resolve("postgres"), keys.resolve("postgres-superuser"));
        Optional<Integer> port = files.port();
        Path password = keys.resolve(APP_KEY);
        if (port.isEmpty() || !Files.exists(password)) {
            return Optional.empty();
        }
        return Optional.of(new DatabaseLogin(
                "jdbc:postgresql://127.0.0.1:" + port.get() + "/" + DATABASE,
                DatabaseRoles.APP,
                new Secret(Files.readString(password, US_ASCII).strip())));
    }

    /** The key files decide, also after one of them was restored or replaced. */
    private static void make(RoleSetup setup, String role, Secret password) {
        setup.create(role, password);
        setup.setPassword(role, password);
    }

    /** In somebody else's server: a working role that is absent is made, with the password of its URL, if we may. */
    static DatabaseLogins external(String url, String ownerUrl) {
        DatabaseLogin owner = DatabaseLogin.of(ownerUrl);
        Properties named = Driver.parseURL(url, null);
        if (named == null) {
            throw new IllegalArgumentException("the database URL must begin with jdbc:postgresql:");
        }
        Jdbi jdbi = Jdbi.create(owner.dataSource());
        String self = jdbi.withHandle(handle ->
                handle.createQuery("select current_user").mapTo(String.class).one());
        String app = named.getProperty("user", self);
        jdbi.useHandle(admin -> {
            RoleSetup setup = new RoleSetup(admin);
            if (setup.mayCreateRoles()) {
                setup.create(app, new Secret(named.getProperty("password", "")));
                setup.createWithoutLogin(DatabaseRoles.READ);
            }
        });
        return new DatabaseLogins(owner, DatabaseLogin.of(url), app, null);
    }
}
