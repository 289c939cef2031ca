package id.ronda.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks one device who it is and reads everything once; needs no database. */
@Command(name = "probe", description = "Asks one device who it is and reads everything once; no database.")
final class ProbeCommand implements Callable<Outcome> {

    @Parameters(
            paramLabel = "HOST[:PORT]",
            converter = HostPort.Converter.class,
            description = "the device; default port 161; IPv6 as [v6]:port")
    HostPort device;

    @Mixin
    final SnmpOptions snmp = new SnmpOptions();

    @Option(names = "--json", description = "one JSON document instead of the table")
    boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "this text")
    boolean help;

    @Override
    public Outcome call() {
        return Outcome.notBuilt("probe", "SNMP client");
    }
}
