package id.ronda.kernel.database;

import id.ronda.kernel.KeyFile;
import id.ronda.kernel.PrivateFile;
import id.ronda.kernel.Secret;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of our own inside the data folder: binaries, data and lock files are there and nowhere else, and it
 * listens on 127.0.0.1 only, on a port that is free at the start, with a random password.
 *
 * <p>The binaries' library is made for tests. What differs here: fsync and synchronous commits are on; initdb sets SCRAM
 * and the password from the first moment, so that there is never a time of trust; a server that an earlier process left
 * behind is stopped first; a data folder whose first start was cut off is made anew; the shutdown hook is ours; and a server
 * that ends by itself (killed when memory was short, for example) is started again on its port.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration STARTUP_WAIT = Duration.ofSeconds(30);
    private static final Duration PAUSE_BEFORE_RESTART = Duration.ofSeconds(5);
    private static final int ATTEMPTS = 2;

    private static final int ANY_PORT = 0;

    static final String SUPERUSER = "postgres";

    private final EmbeddedFiles files;
    private final Secret password;
    private final int port;
    private final AtomicInteger restarts = new AtomicInteger();
    private final ReentrantLock lifecycle = new ReentrantLock();
    private EmbeddedPostgres server;
    private boolean closed;

    private EmbeddedDatabase(EmbeddedFiles files, Secret password, EmbeddedPostgres server) {
        this.files = files;
        this.password = password;
        this.server = server;
        this.port = server.getPort();
    }

    /**
     * Starts the server and returns when it answers.
     *
     * @param postgres the folder of the server
     * @param keys the folder of the superuser's password
     * @throws EmbeddedDatabaseFailed when it does not start, or would take a wrong password
     */
    public static EmbeddedDatabase start(Path postgres, Path keys) {
        EmbeddedFiles files = new EmbeddedFiles(postgres, keys.resolve("postgres-superuser"));
        try {
            PrivateFile.folder(postgres);
            PrivateFile.folder(files.binaries());
            new LeftoverServer(files).stop();
            files.removeUnfinished();
            Secret password = KeyFile.password(files.password(), new SecureRandom());
            EmbeddedDatabase database = new EmbeddedDatabase(files, password, boot(files, password, ANY_PORT));
            database.check();
            files.markFinished();
            database.watch();
            return database;
        } catch (IOException e) {
            throw new EmbeddedDatabaseFailed(e.getMessage(), e);
        }
    }

    /** A second attempt helps when the port was taken in between, or the remains of a killed server were still going. */
    private static EmbeddedPostgres boot(EmbeddedFiles files, Secret password, int port) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                return EmbeddedSettings.builder(files, password, STARTUP_WAIT)
                        .setPort(port)
                        .start();
            } catch (IOException | IllegalStateException e) {
                new LeftoverServer(files).stop();
                files.removeUnfinished();
                if (attempt == ATTEMPTS) {
                    throw new EmbeddedDatabaseFailed(RootRule.explain(e), e);
                }
                LOG.warn("the embedded database did not start ({}), trying once more", e.getMessage());
            }
        }
    }

    private void watch() throws IOException {
        files.postmaster()
                .ifPresent(first -> Thread.startVirtualThread(() -> {
                    first.onExit().join();
                    startAgain();
                }));
    }

    private void startAgain() {
        lifecycle.lock();
        try {
            if (!closed) {
                LOG.error("the embedded database has ended by itself (was memory short?); it is started again");
                // The library still holds its lock on the folder.
                server.close();
                new LeftoverServer(files).stop();
                server = boot(files, password, port);
                restarts.incrementAndGet();
                watch();
            }
        } catch (IOException | EmbeddedDatabaseFailed e) {
            LOG.error("the embedded database does not start again; samples wait in the spool meanwhile", e);
            CompletableFuture.delayedExecutor(
                            PAUSE_BEFORE_RESTART.toMillis(), TimeUnit.MILLISECONDS, Thread::startVirtualThread)
                    .execute(this::startAgain);
        } finally {
            lifecycle.unlock();
        }
    }

    /** How often the server ended by itself and was started again. */
    int restarts() {
        return restarts.get();
    }

    private void check() {
        try {
            refuseWrongPassword();
            requireDurability();
        } catch (SQLException | RuntimeException e) {
            close();
            throw e instanceof EmbeddedDatabaseFailed failed ? failed : new EmbeddedDatabaseFailed(e.getMessage(), e);
        }
    }

    private void refuseWrongPassword() throws SQLException {
        Properties wrong = new DatabaseLogin("", SUPERUSER, new Secret("wrong-" + password.reveal())).properties();
        try {
            DriverManager.getConnection(url(SUPERUSER), wrong).close();
            throw new EmbeddedDatabaseFailed(
                    "it takes a wrong password; mend " + files.data().resolve("pg_hba.conf"), null);
        } catch (SQLException refused) {
            if (!"28P01".equals(refused.getSQLState())) {
                throw refused;
            }
        }
    }

    private void requireDurability() throws SQLException {
        try (Connection connection =
                DriverManager.getConnection(url(SUPERUSER), superuser(SUPERUSER).properties())) {
            for (String setting : EmbeddedSettings.DURABILITY) {
                try (var answer = connection.createStatement().executeQuery("show " + setting)) {
                    if (!answer.next() || !"on".equals(answer.getString(1))) {
                        throw new EmbeddedDatabaseFailed("its setting " + setting + " is not on", null);
                    }
                }
            }
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** The superuser's login to one database of the server. */
    public DatabaseLogin superuser(String database) {
        return login(database, SUPERUSER, password);
    }

    /** Another role's login to one database of the server. */
    public DatabaseLogin login(String database, String role, Secret secret) {
        return new DatabaseLogin(url(database), role, secret);
    }

    /** Stops the server within seconds; what was committed is on the disk in any case. */
    @Override
    public void close() {
        lifecycle.lock();
        try {
            closed = true;
            server.close();
            new LeftoverServer(files).stop();
        } catch (IOException e) {
            throw new EmbeddedDatabaseFailed("it did not stop: " + e.getMessage(), e);
        } finally {
            lifecycle.unlock();
        }
    }
}
