package id.ronda.app;

import id.ronda.kernel.DataFolder;
import id.ronda.kernel.DataFolderLocked;
import id.ronda.kernel.database.Database;
import id.ronda.kernel.database.DatabaseConfig;
import id.ronda.kernel.database.DatabaseLogin;
import id.ronda.kernel.database.DatabaseLogins;
import id.ronda.kernel.database.DatabaseServer;
import id.ronda.kernel.database.Lane;
import id.ronda.kernel.database.LaneBounds;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;

/**
 * The database of an installation for a command beside its server: the one that is named, or the embedded one, which is joined
 * when a server runs it and started when none does. Nothing is migrated.
 */
sealed interface InstalledDatabase {

    /** It is open until the shutdown. */
    record Opened(Database database) implements InstalledDatabase {}

    /**
     * It cannot be found.
     *
     * @param reason what to do
     */
    record Unreachable(String reason) implements InstalledDatabase {}

    /** Opens it; {@code shutdown} closes it, and stops it if this started it. */
    static InstalledDatabase open(ServerConfig config, Shutdown shutdown) throws IOException {
        if (config.databaseUrl().isPresent()) {
            return join(DatabaseLogin.of(config.databaseUrl().get()), shutdown);
        }
        try {
            var folder = DataFolder.existing(config.data());
            shutdown.add("data folder", folder);
            return start(folder, shutdown);
        } catch (DataFolderLocked runs) {
            var login = DatabaseLogins.running(config.data());
            return login.isPresent() ? join(login.get(), shutdown) : elsewhere(config);
        }
    }

    private static InstalledDatabase join(DatabaseLogin login, Shutdown shutdown) {
        var bounds = Map.of(Lane.INGEST, LaneBounds.of(1, 1), Lane.EDITS, LaneBounds.of(1, 1));
        var database = Database.open(login, bounds, new SimpleMeterRegistry());
        shutdown.add("database", database);
        return new Opened(database);
    }

    private static InstalledDatabase start(DataFolder folder, Shutdown shutdown) {
        if (!Files.isDirectory(folder.path().resolve("postgres").resolve("data"))) {
            return new Unreachable("the data folder " + folder.path()
                    + " has no database in it: give the server's with --database-url");
        }
        MeterRegistry meters = new SimpleMeterRegistry();
        shutdown.onSignal();
        var server = DatabaseServer.open(folder, DatabaseConfig.embedded(), meters);
        shutdown.add("database", server);
        return new Opened(server.database());
    }

    private static InstalledDatabase elsewhere(ServerConfig config) {
        return new Unreachable("the server that runs in " + config.data()
                + " has its database elsewhere: give the same --database-url as to it");
    }
}
