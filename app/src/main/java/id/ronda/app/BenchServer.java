package id.ronda.app;

import id.ronda.collector.CollectorBench;
import id.ronda.kernel.DataFolder;
import id.ronda.kernel.config.ConfigReader;
import id.ronda.kernel.config.ConfigResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The whole product for a benchmark: on an embedded database in a folder that is gone afterwards, or on an empty one that was named. */
final class BenchServer {

    /** Longer than a server has: nobody waits for a benchmark, and its folder must not be left behind. */
    static final Duration TO_STOP = Duration.ofMinutes(1);

    @Option(
            names = "--database-url",
            paramLabel = "JDBC_URL",
            description = "an empty PostgreSQL; default an embedded one")
    private @Nullable String databaseUrl;

    @Option(
            names = "--database-owner-url",
            paramLabel = "JDBC_URL",
            description = "the same as its owner, for migrations")
    private @Nullable String databaseOwnerUrl;

    /**
     * A benchmark's server, running.
     *
     * @param folder for its files
     * @param databaseProcess the server's first process, 0 if it is not on this machine
     */
    record Running(Platform platform, CollectorBench tables, Path folder, long databaseProcess) {

        OptionalDouble databaseCpuSeconds() {
            return ProcessCost.ofThisMachine().cpuSecondsWithChildren(databaseProcess);
        }
    }

    /**
     * Starts it; {@code shutdown} ends it.
     *
     * @throws IllegalArgumentException when the database holds devices: a benchmark must not poll real ones
     */
    Running start(Shutdown shutdown) throws IOException {
        var folder = Files.createTempDirectory("ronda-bench");
        shutdown.add("folder of the benchmark", () -> delete(folder));
        var platform = Platform.start(config(folder.resolve("data")), DataFolder.Use.DEMO, shutdown);
        var tables = new CollectorBench(platform.database());
        if (!tables.isEmpty()) {
            throw new IllegalArgumentException("the database holds devices; a benchmark needs an empty one");
        }
        return new Running(platform, tables, folder, databaseProcess(tables.serverProcess()));
    }

    private ServerConfig config(Path data) {
        Map<String, String> settings = new HashMap<>(Map.of("ronda.data", data.toString(), "ronda.port", "0"));
        if (databaseUrl != null) {
            settings.put("ronda.database-url", databaseUrl);
        }
        if (databaseOwnerUrl != null) {
            settings.put("ronda.database-owner-url", databaseOwnerUrl);
        }
        return switch (ConfigReader.read(ServerConfig.class, null, settings)) {
            case ConfigResult.Read<ServerConfig> read -> read.config();
            case ConfigResult.Refused<ServerConfig> refused ->
                throw new IllegalArgumentException(String.join("; ", refused.problems()));
        };
    }

    /** The parent of the process behind a connection, if that is PostgreSQL's on this machine. */
    private static long databaseProcess(long backend) {
        var parent = ProcessCost.ofThisMachine().parent(backend).orElse(0);
        var program = ProcessHandle.of(parent).flatMap(p -> p.info().command()).orElse("");
        return program.endsWith("postgres") ? parent : 0;
    }

    private static void delete(Path folder) throws IOException {
        try (var content = Files.walk(folder)) {
            for (var path : content.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
