package id.ronda.app;

import id.ronda.collector.IngestFigures;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Storing alone: rows a second against a bare binary COPY in the same run. */
@Command(name = "ingest", mixinStandardHelpOptions = true, description = "Stores samples, against a bare COPY.")
final class BenchIngestCommand implements Callable<Outcome> {

    @Option(names = "--series", paramLabel = "N", defaultValue = "24000", description = "default ${DEFAULT-VALUE}")
    private int series;

    @Option(
            names = "--slots",
            paramLabel = "N",
            defaultValue = "50",
            description = "samples of each series, six times stored; default ${DEFAULT-VALUE}")
    private int slots;

    @Mixin
    private final BenchServer server = new BenchServer();

    @Spec
    private CommandSpec command;

    @Override
    public Outcome call() throws Exception {
        try (var shutdown = new Shutdown(BenchServer.TO_STOP)) {
            shutdown.onSignal();
            var running = server.start(shutdown);
            var figures = running.tables()
                    .ingest(
                            running.folder().resolve("bench-spool"),
                            series,
                            slots,
                            () -> running.databaseCpuSeconds().orElse(Double.NaN));
            command.commandLine()
                    .getOut()
                    .println(line(figures, running.tables().store()));
            return Outcome.DONE;
        } catch (IllegalStateException e) {
            return new Outcome.Failed(String.valueOf(e.getMessage()));
        }
    }

    private static BenchLine line(IngestFigures figures, String store) {
        return BenchSubject.of("ingest", store)
                .with("rows", figures.rows())
                .with("rowsPerSecond", figures.spoolRowsPerSecond())
                .with("storeRowsPerSecond", figures.storeRowsPerSecond())
                .with("bareCopyRowsPerSecond", figures.bareRowsPerSecond())
                .with("ratio", figures.ratio())
                .with("bytesPerRow", figures.bytesPerRow())
                .with("cpuSecondsPerMillionRows", figures.cpuSecondsPerMillionRows())
                .with("databaseCpuSecondsPerMillionRows", figures.databaseCpuSecondsPerMillionRows());
    }
}
