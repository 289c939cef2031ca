package id.ronda.collector.store;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.identity.IdentityModule;
import id.ronda.kernel.DataFolder;
import id.ronda.kernel.database.Database;
import id.ronda.kernel.database.DatabaseConfig;
import id.ronda.kernel.database.DatabaseServer;
import id.ronda.kernel.database.ModuleMigrations;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A database of its own on the server that the system property {@value #URL} names, made for one test class and dropped
 * behind it: a JDBC URL with a login that may make databases and roles. A test class that uses it is skipped without it.
 */
final class TimescaleDatabase implements BeforeAllCallback, AfterAllCallback {

    static final String URL = "ronda.timescale.url";

    private static final String APP = "ronda_test_app";

    private final String name = "ronda_test_" + ProcessHandle.current().pid() + "_" + System.nanoTime();
    private @Nullable DatabaseServer started;

    @Override
    public void beforeAll(ExtensionContext context) {
        Jdbi.create(server()).useHandle(handle -> handle.execute("create database " + name));
        Jdbi.create(server())
                .useHandle(handle -> handle.execute("alter database " + name + " set timezone = 'Asia/Jayapura'"));
        DatabaseConfig config = new DatabaseConfig(Optional.of(appUrl()), Optional.of(here(server())), 2, 8, 64, 256);
        started = open(config);
        migrateAgain();
    }

    /** Brings the schema up to date again, as every start does. */
    void migrateAgain() {
        instance()
                .migrate(List.of(
                        IdentityModule.MIGRATIONS,
                        new ModuleMigrations("collector", "classpath:id/ronda/collector/migrations")));
    }

    /** The folder is for the embedded server only, which this is not. */
    private static DatabaseServer open(DatabaseConfig config) {
        try {
            Path path = Files.createTempDirectory(Path.of("target"), "timescale");
            try (DataFolder folder = DataFolder.open(path, DataFolder.Use.DEMO)) {
                return DatabaseServer.open(folder, config, new SimpleMeterRegistry());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DatabaseServer instance() {
        return Objects.requireNonNull(started, "the server is open while the class's tests run");
    }

    private static String server() {
        return Objects.requireNonNull(System.getProperty(URL), URL);
    }

    /** The server's URL with the database exchanged. */
    private String here(String url) {
        return url.replaceFirst("^(jdbc:postgresql://[^/]*/)[^?]*", "$1" + name);
    }

    private String appUrl() {
        return here(server()).replaceFirst("\\?.*", "") + "?user=" + APP + "&password=" + APP;
    }

    /** The database as the product uses it. */
    Database app() {
        return instance().database();
    }

    SampleLayout layout() {
        return SampleLayout.of(app(), () -> Long.MAX_VALUE, new SimpleMeterRegistry());
    }

    Jdbi asOwner() {
        return Jdbi.create(here(server()));
    }

    Jdbi asApp() {
        return Jdbi.create(appUrl());
    }

    long number(String sql) {
        return asOwner()
                .withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    void execute(String sql) {
        asOwner().useHandle(handle -> handle.execute(sql));
    }

    /** Does at once what the extension's job does every minute; it yields when that one is just running. */
    void refresh(Instant expected) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            execute("call collector.refresh_rollups()");
            assertThat(number(
                            "select extract(epoch from done_to)::bigint from collector.rollup_state where name = '5m'"))
                    .isGreaterThanOrEqualTo(expected.getEpochSecond());
        });
    }

    /** Packs every chunk of samples that is not. */
    void pack() {
        execute("select compress_chunk(c, true) from show_chunks('collector.sample') c");
    }

    @Override
    public void afterAll(ExtensionContext context) {
        instance().close();
        Jdbi.create(server()).useHandle(handle -> handle.execute("drop database " + name + " with (force)"));
    }
}
