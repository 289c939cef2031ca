package id.ronda.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.ronda.collector.ProbeReport;
import id.ronda.collector.SnmpProbe;
import id.ronda.kernel.http.FieldError;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks one device who it is and reads everything once; needs no database. */
@Command(name = "probe", description = "Asks one device who it is and reads everything once; no database.")
final class ProbeCommand implements Callable<Outcome> {

    @Parameters(
            paramLabel = "HOST[:PORT]",
            converter = HostPort.Converter.class,
            description = "the device; default port 161, of NUT 3493, of Prometheus 9100; IPv6 as [v6]:port")
    HostPort device;

    @Mixin
    final SnmpOptions snmp = new SnmpOptions();

    @Mixin
    final SourceOptions source = new SourceOptions();

    @Option(names = "--json", description = "one JSON document instead of the table")
    boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "this text")
    boolean help;

    @Spec
    private CommandSpec command;

    @Override
    public Outcome call() {
        return switch (source.described(device, snmp)) {
            case SourceOptions.Described.Device known -> asked(known.form());
            case SourceOptions.Described.Unclear unclear -> new Outcome.WrongUse(unclear.reason());
            case SourceOptions.Described.Unreachable none ->
                shown(ProbeReport.unreachable(none.address(), none.reason(), ""), new Outcome.Failed(none.reason()));
        };
    }

    private Outcome asked(ObjectNode described) {
        return switch (SnmpProbe.ask(described)) {
            case SnmpProbe.Outcome.Answered answered -> shown(answered.report(), Outcome.DONE);
            case SnmpProbe.Outcome.Unreachable none ->
                shown(none.report(), new Outcome.Failed(none.report().notes().get(0)));
            case SnmpProbe.Outcome.Refused refused -> new Outcome.WrongUse(told(refused.errors()));
        };
    }

    private Outcome shown(ProbeReport report, Outcome outcome) {
        var out = command.commandLine().getOut();
        out.println(json ? report.json() : report.table(Locale.getDefault()));
        out.flush();
        return outcome;
    }

    private static String told(List<FieldError> errors) {
        return errors.stream().map(e -> e.field() + " " + e.reason()).collect(Collectors.joining("; "));
    }
}
