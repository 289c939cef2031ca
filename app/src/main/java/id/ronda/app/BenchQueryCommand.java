package id.ronda.app;

import id.ronda.collector.QueryFigures;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The list of devices alone: filtered and sorted pages against a bare select of the same rows in the same run. */
@Command(
        name = "query",
        mixinStandardHelpOptions = true,
        description = "Asks for filtered and sorted lists of devices, against a bare select of the same rows.")
final class BenchQueryCommand implements Callable<Outcome> {

    @Option(names = "--devices", paramLabel = "N", defaultValue = "20000", description = "default ${DEFAULT-VALUE}")
    private int devices;

    @Option(names = "--requests", paramLabel = "N", defaultValue = "1000", description = "default ${DEFAULT-VALUE}")
    private int requests;

    @Mixin
    private final BenchServer server = new BenchServer();

    @Spec
    private CommandSpec command;

    @Override
    public Outcome call() throws IOException {
        try (var shutdown = new Shutdown(BenchServer.TO_STOP)) {
            shutdown.onSignal();
            var running = server.start(shutdown);
            var figures = running.tables().query(running.platform().collector().devices(), devices, requests);
            command.commandLine()
                    .getOut()
                    .println(line(figures, running.tables().store()));
            return Outcome.DONE;
        } catch (IllegalStateException e) {
            return new Outcome.Failed(String.valueOf(e.getMessage()));
        }
    }

    private static BenchLine line(QueryFigures figures, String store) {
        return BenchSubject.of("query", store)
                .with("devices", figures.devices())
                .with("requests", figures.requests())
                .with("p50Millis", figures.p50Millis())
                .with("p95Millis", figures.p95Millis())
                .with("p99Millis", figures.p99Millis())
                .with("bareP50Millis", figures.bareP50Millis())
                .with("bareP95Millis", figures.bareP95Millis())
                .with("ratio", figures.ratio())
                .with("overviewP95Millis", figures.overviewP95Millis())
                .with("lookupP95Millis", figures.lookupP95Millis());
    }
}
