package id.ronda.kernel.database;

import id.ronda.kernel.PrivateFile;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.io.FileUtils;

/** One embedded database for all tests of this JVM; it stops with the JVM and leaves nothing. */
public final class PostgresForTests {

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final Path FOLDER = folder();
    private static final EmbeddedDatabase SERVER = start();

    private PostgresForTests() {}

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("ronda-kernel-test");
            PrivateFile.folder(folder.resolve("keys"));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedDatabase start() {
        EmbeddedDatabase server = EmbeddedDatabase.start(FOLDER.resolve("postgres"), FOLDER.resolve("keys"));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            FileUtils.deleteQuietly(FOLDER.toFile());
        }));
        return server;
    }

    public static EmbeddedDatabase server() {
        return SERVER;
    }

    public static DatabaseLogin superuser() {
        return SERVER.superuser("postgres");
    }

    /** A new, empty database; gives its name. */
    public static String freshDatabase() throws SQLException {
        String name = "test_" + DATABASES.incrementAndGet();
        PlainSql.execute(superuser(), "create database " + name);
        return name;
    }

    /** A new database with the roles and the kernel's schema. */
    public static DatabaseLogins migratedDatabase() throws SQLException {
        DatabaseLogins logins =
                DatabaseLogins.embedded(SERVER, FOLDER.resolve("keys"), "migrated_" + DATABASES.incrementAndGet());
        Migrations.run(logins.owner().dataSource(), List.of());
        return logins;
    }

    public static Database open(LaneBounds ingest, LaneBounds edits) {
        return open(superuser(), ingest, edits);
    }

    public static Database open(DatabaseLogin login, LaneBounds ingest, LaneBounds edits) {
        return Database.open(login, Map.of(Lane.INGEST, ingest, Lane.EDITS, edits), new SimpleMeterRegistry());
    }
}
