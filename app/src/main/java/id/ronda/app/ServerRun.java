package id.ronda.app;

import id.ronda.kernel.DataFolder;
import id.ronda.kernel.config.ConfigReader;
import id.ronda.kernel.config.ConfigResult;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** What {@code serve} and {@code demo} have in common: read the settings, start, say {@code ready:}, wait for the signal to stop. */
final class ServerRun {

    /** Something to do between the start and {@code ready:}. */
    @FunctionalInterface
    interface Preparation {
        void prepare(Platform platform, Shutdown shutdown) throws Exception;
    }

    private final CommandSpec command;
    private final DataFolder.Use use;
    private final Map<String, String> environment;

    /** Prepares a run; {@code environment} is where what the command line does not say may stand. */
    ServerRun(CommandSpec command, DataFolder.Use use, Map<String, String> environment) {
        this.command = command;
        this.use = use;
        this.environment = environment;
    }

    /** Runs until SIGTERM or SIGINT. */
    Outcome run(@Nullable Path file, Map<String, String> settings, Preparation preparation) throws Exception {
        return switch (ConfigReader.read(ServerConfig.class, file, prefixed(settings), environment)) {
            case ConfigResult.Refused<ServerConfig> refused ->
                new Outcome.WrongUse(String.join("; ", refused.problems()));
            case ConfigResult.Read<ServerConfig> read -> serve(read.config(), preparation);
        };
    }

    private Outcome serve(ServerConfig config, Preparation preparation) throws Exception {
        var shutdown = new Shutdown(Shutdown.LIMIT);
        shutdown.onSignal();
        try {
            var platform = Platform.start(config, use, shutdown);
            preparation.prepare(platform, shutdown);
            tell(platform);
        } catch (Exception e) {
            shutdown.run();
            return StartFailure.of(e, config).orElseThrow(() -> e);
        }
        shutdown.await();
        return Outcome.DONE;
    }

    /** The address and, once in the life of an installation, with what to sign in. */
    private void tell(Platform platform) {
        var out = command.commandLine().getOut();
        out.println("ready: " + platform.address());
        platform.identity()
                .firstSignIn()
                .ifPresent(first ->
                        out.println("sign-in: " + first.account().draft().name() + " "
                                + first.password().reveal()));
        out.flush();
    }

    /** Settings under their full names. */
    static Map<String, String> prefixed(Map<String, String> settings) {
        return settings.entrySet().stream()
                .collect(Collectors.toMap(
                        e -> "ronda." + e.getKey(), Map.Entry::getValue, (a, b) -> b, LinkedHashMap::new));
    }
}
