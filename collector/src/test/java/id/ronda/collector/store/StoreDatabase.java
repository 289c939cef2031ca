package id.ronda.collector.store;

import id.ronda.kernel.Secret;
import id.ronda.kernel.database.Database;
import id.ronda.kernel.database.DatabaseLogin;
import id.ronda.kernel.database.EmbeddedDatabase;
import id.ronda.kernel.database.Lane;
import id.ronda.kernel.database.LaneBounds;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;

/** A database of its own with the collector's tables, on one server for all tests of the run; used as {@code ronda_app}. */
final class StoreDatabase implements AutoCloseable {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Secret PASSWORD = new Secret("only-in-tests");

    private final String name;
    private final Database app;

    /** Started with the first test and stopped with the JVM. */
    private static final class Server {

        static final EmbeddedDatabase EMBEDDED = start();

        private static EmbeddedDatabase start() {
            try {
                Path folder = Files.createTempDirectory("ronda-store-test");
                Files.createDirectory(folder.resolve("keys"));
                EmbeddedDatabase database = EmbeddedDatabase.start(folder.resolve("postgres"), folder.resolve("keys"));
                Runtime.getRuntime().addShutdownHook(new Thread(database::close));
                superuser(database, "postgres").useHandle(handle -> {
                    for (String role : new String[] {"ronda_owner", "ronda_app", "ronda_read"}) {
                        handle.execute("create role " + role + " login password '" + PASSWORD.reveal() + "'");
                    }
                });
                return database;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private StoreDatabase(String name) {
        this.name = name;
        LaneBounds bounds = new LaneBounds(2, 20, Duration.ofSeconds(10), Duration.ofSeconds(1));
        app = Database.open(
                login("ronda_app"), Map.of(Lane.INGEST, bounds, Lane.EDITS, bounds), new SimpleMeterRegistry());
    }

    static StoreDatabase create() {
        String name = "store" + NUMBER.incrementAndGet();
        superuser(Server.EMBEDDED, "postgres")
                .useHandle(handle -> handle.execute("create database " + name + " owner ronda_owner"));
        StoreDatabase database = new StoreDatabase(name);
        database.migrate();
        return database;
    }

    private void migrate() {
        DatabaseLogin owner = login("ronda_owner");
        Flyway.configure()
                .dataSource(owner.url(), "ronda_owner", PASSWORD.reveal())
                .locations("classpath:id/ronda/collector/migrations")
                .schemas("collector")
                .placeholders(Map.of("app", "ronda_app", "read", "ronda_read"))
                .load()
                .migrate();
        asOwner()
                .useHandle(handle -> handle.execute("grant usage on schema collector to ronda_app, ronda_read;"
                        + "grant select, insert, update, delete on collector.device to ronda_app"));
    }

    /** The database as the product uses it. */
    Database app() {
        return app;
    }

    DatabaseLogin login(String role) {
        return Server.EMBEDDED.login(name, role, PASSWORD);
    }

    Jdbi asOwner() {
        return jdbi(login("ronda_owner"));
    }

    Jdbi as(String role) {
        return jdbi(login(role));
    }

    /** Ends all connections of the product and lets no new one in. */
    void goAway() {
        superuser(Server.EMBEDDED, "postgres").useHandle(handle -> {
            handle.execute("alter database " + name + " allow_connections false");
            handle.createQuery("select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = :name")
                    .bind("name", name)
                    .mapTo(Long.class)
                    .one();
        });
    }

    void comeBack() {
        superuser(Server.EMBEDDED, "postgres")
                .useHandle(handle -> handle.execute("alter database " + name + " allow_connections true"));
    }

    /** Adds a device with that interval; gives its id. */
    long device(String deviceName, int intervalSeconds) {
        return asOwner()
                .withHandle(handle -> handle.createQuery(
                                "insert into collector.device (address, port, name, interval_s, snmp_version, snmp_identity,"
                                        + " created_at) values ('127.0.0.1', 161, :name, :interval, '2c', :name, now())"
                                        + " returning id")
                        .bind("name", deviceName)
                        .bind("interval", intervalSeconds)
                        .mapTo(Long.class)
                        .one());
    }

    long count(String from) {
        return asOwner()
                .withHandle(handle -> handle.createQuery("select count(*) from " + from)
                        .mapTo(Long.class)
                        .one());
    }

    private static Jdbi superuser(EmbeddedDatabase server, String database) {
        return jdbi(server.superuser(database));
    }

    private static Jdbi jdbi(DatabaseLogin login) {
        Secret password = login.password();
        return Jdbi.create(login.url(), login.user(), password == null ? "" : password.reveal());
    }

    @Override
    public void close() {
        app.close();
    }
}
