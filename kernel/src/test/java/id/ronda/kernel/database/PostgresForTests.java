package id.ronda.kernel.database;

import id.ronda.kernel.PrivateFile;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.io.FileUtils;

/** One embedded database for all tests of this JVM; it stops with the JVM and leaves nothing. */
public final class PostgresForTests {

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final EmbeddedDatabase SERVER = start();

    private PostgresForTests() {}

    private static EmbeddedDatabase start() {
        try {
            Path folder = Files.createTempDirectory("ronda-kernel-test");
            PrivateFile.folder(folder.resolve("keys"));
            EmbeddedDatabase server = EmbeddedDatabase.start(folder.resolve("postgres"), folder.resolve("keys"));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                server.close();
                FileUtils.deleteQuietly(folder.toFile());
            }));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        execute(superuser(), "create database " + name);
        return name;
    }

    public static void execute(DatabaseLogin login, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(login.url(), login.properties())) {
            connection.createStatement().execute(sql);
        }
    }

    public static Database open(LaneBounds ingest, LaneBounds edits) {
        return open(superuser(), ingest, edits);
    }

    public static Database open(DatabaseLogin login, LaneBounds ingest, LaneBounds edits) {
        return Database.open(login, Map.of(Lane.INGEST, ingest, Lane.EDITS, edits), new SimpleMeterRegistry());
    }
}
