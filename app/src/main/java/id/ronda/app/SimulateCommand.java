package id.ronda.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** SNMP agents without devices: one for every recording of a folder, or the virtual regency. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = "SNMP agents: one per recording (its name is the community), or the virtual regency.")
final class SimulateCommand implements Callable<Outcome> {

    @ArgGroup(multiplicity = "1")
    final What what = new What();

    @Option(
            names = "--listen",
            paramLabel = "ADDR:PORT",
            converter = HostPort.Converter.class,
            description = "where the recordings answer; default a free port of 127.0.0.1, printed")
    @Nullable
    HostPort listen;

    @Override
    public Outcome call() {
        return Outcome.notBuilt("simulate", "simulator to start");
    }

    /** Exactly one of these. */
    static final class What {

        @Option(names = "--recordings", paramLabel = "DIR", description = "folder of NAME.snmprec files")
        @Nullable
        Path recordings;

        @Option(
                names = "--scenario",
                paramLabel = "NAME",
                description = "the virtual regency, with this course of events")
        @Nullable
        String scenario;
    }
}
