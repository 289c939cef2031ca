package id.ronda.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Storing alone: rows a second against a bare binary COPY in the same run. */
@Command(name = "ingest", mixinStandardHelpOptions = true, description = "Stores samples, against a bare COPY.")
final class BenchIngestCommand implements Callable<Outcome> {

    @Override
    public Outcome call() {
        return Outcome.notBuilt("bench ingest", "benchmark of storing");
    }
}
