package id.ronda.collector.store;

import id.ronda.identity.IdentityModule;
import id.ronda.kernel.Secret;
import id.ronda.kernel.database.Database;
import id.ronda.kernel.database.DatabaseLogin;
import id.ronda.kernel.database.Lane;
import id.ronda.kernel.database.LaneBounds;
import id.ronda.kernel.database.ModuleMigrations;
import id.ronda.testkit.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The collector's tables for one test class, empty before each test; the database can go away and come back. */
final class StoreDatabase implements BeforeEachCallback, AfterAllCallback {

    private final TestDatabase database = TestDatabase.with(
            IdentityModule.MIGRATIONS, new ModuleMigrations("collector", "classpath:id/ronda/collector/migrations"));
    private final Database app;

    StoreDatabase() {
        // Less patience than in the product, so that a test need not wait for a database that is away.
        LaneBounds bounds = new LaneBounds(2, 20, Duration.ofSeconds(10), Duration.ofMillis(500));
        app = Database.open(database.app(), Map.of(Lane.INGEST, bounds, Lane.EDITS, bounds), new SimpleMeterRegistry());
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        asOwner()
                .useHandle(handle -> handle.execute(
                        "truncate collector.series, collector.sample, collector.sample_5m, collector.sample_1h,"
                                + " collector.sample_1d, collector.ingested_batch, collector.device_progress, collector.gap,"
                                + " collector.rollup_late, collector.device restart identity cascade"));
    }

    /** The database as the product uses it. */
    Database app() {
        return app;
    }

    /** How the samples lie in it. */
    SampleLayout layout() {
        return SampleLayout.of(app, () -> Long.MAX_VALUE, new SimpleMeterRegistry());
    }

    TestDatabase testDatabase() {
        return database;
    }

    Jdbi asOwner() {
        return jdbi(database.owner());
    }

    Jdbi asReader() {
        return jdbi(database.read());
    }

    /** Ends all connections of the product and lets no new one in. */
    void goAway() {
        String name = asOwner()
                .withHandle(handle -> handle.createQuery("select current_database()")
                        .mapTo(String.class)
                        .one());
        jdbi(database.app()).useHandle(mine -> {
            asOwner().useHandle(handle -> handle.execute("revoke connect on database " + name + " from ronda_app"));
            mine.createQuery("select count(pg_terminate_backend(pid)) from pg_stat_activity"
                            + " where datname = :name and usename = current_user and pid <> pg_backend_pid()")
                    .bind("name", name)
                    .mapTo(Long.class)
                    .one();
        });
    }

    void comeBack() {
        asOwner().useHandle(handle -> {
            String name = handle.createQuery("select current_database()")
                    .mapTo(String.class)
                    .one();
            handle.execute("grant connect on database " + name + " to ronda_app");
        });
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
        return number("select count(*) from " + from);
    }

    long number(String sql) {
        return asOwner()
                .withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    void execute(String sql) {
        asOwner().useHandle(handle -> handle.execute(sql));
    }

    private static Jdbi jdbi(DatabaseLogin login) {
        Secret password = login.password();
        return Jdbi.create(login.url(), login.user(), password == null ? "" : password.reveal());
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    void close() {
        app.close();
        database.close();
    }
}
