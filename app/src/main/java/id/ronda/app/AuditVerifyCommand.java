package id.ronda.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import id.ronda.identity.AuditFault;
import id.ronda.identity.AuditVerdict;
import id.ronda.identity.AuditVerification;
import id.ronda.kernel.Json;
import id.ronda.kernel.config.ConfigReader;
import id.ronda.kernel.config.ConfigResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Walks the whole audit trail, whether the server runs or not, and names the first fault with its place. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Finds what was changed in the audit trail; exit status 1 and the first fault if anything was.")
final class AuditVerifyCommand implements Callable<Outcome> {

    @Option(names = "--config", paramLabel = "FILE", description = "settings of the server")
    private @Nullable Path config;

    @Option(names = "--data", paramLabel = "DIR", description = "the server's data folder; default data")
    private @Nullable Path data;

    @Option(
            names = "--database-url",
            paramLabel = "JDBC_URL",
            description = "the server's PostgreSQL; default the embedded one in its data folder")
    private @Nullable String databaseUrl;

    @Spec
    private CommandSpec command;

    private final Map<String, String> environment;

    AuditVerifyCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Outcome call() throws Exception {
        return switch (ConfigReader.read(ServerConfig.class, config, settings(), environment)) {
            case ConfigResult.Refused<ServerConfig> refused ->
                new Outcome.WrongUse(String.join("; ", refused.problems()));
            case ConfigResult.Read<ServerConfig> read -> verify(read.config());
        };
    }

    private Map<String, String> settings() {
        var settings = new LinkedHashMap<String, String>();
        if (data != null) {
            settings.put("ronda.data", data.toString());
        }
        if (databaseUrl != null) {
            settings.put("ronda.database-url", databaseUrl);
        }
        return settings;
    }

    private Outcome verify(ServerConfig settings) throws Exception {
        if (!Files.isDirectory(settings.data())) {
            return new Outcome.Failed("there is no data folder " + settings.data() + ": give the server's with --data");
        }
        try (var shutdown = new Shutdown(Shutdown.LIMIT)) {
            return switch (InstalledDatabase.open(settings, shutdown)) {
                case InstalledDatabase.Unreachable unreachable -> new Outcome.Failed(unreachable.reason());
                case InstalledDatabase.Opened opened ->
                    AuditVerification.of(opened.database(), settings.data())
                            .map(this::told)
                            .orElseGet(() -> new Outcome.Failed(
                                    "this database has no audit trail yet: no server of this version has used it"));
            };
        } catch (RuntimeException | IOException e) {
            return StartFailure.of(e, settings).orElseThrow(() -> e);
        }
    }

    private Outcome told(AuditVerdict verdict) {
        var line = command.commandLine();
        line.getOut().println(json(verdict));
        line.getOut().flush();
        if (verdict.waiting() > 0) {
            line.getErr().println(verdict.waiting() + " rows are not sealed yet");
        }
        AuditFault fault = verdict.fault();
        return fault == null ? Outcome.DONE : new Outcome.Failed(fault.text());
    }

    private static String json(AuditVerdict verdict) {
        var line = new LinkedHashMap<String, @Nullable Object>();
        line.put("verdict", verdict.intact() ? "intact" : "broken");
        line.put("rows", verdict.rows());
        line.put("seals", verdict.seals());
        line.put("checkpoints", verdict.checkpoints());
        line.put("waiting", verdict.waiting());
        line.put("unsigned", verdict.unsigned());
        line.put("first", verdict.first());
        line.put("last", verdict.last());
        line.put("key", verdict.key());
        AuditFault fault = verdict.fault();
        line.put(
                "fault",
                fault == null ? null : Map.of("kind", kind(fault), "place", fault.place(), "text", fault.text()));
        try {
            return Json.mapper().writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("figures are numbers and words", e);
        }
    }

    private static String kind(AuditFault fault) {
        return fault.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
