package id.ronda.app;

import id.ronda.kernel.DataFolder;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The product. Refuses a folder that a demo made, so that invented devices never stand beside real ones. */
@Command(name = "serve", mixinStandardHelpOptions = true, description = "The product; data in ./data.")
final class ServeCommand implements Callable<Outcome> {

    @Option(names = "--config", paramLabel = "FILE", description = "settings; an unknown one stops the start")
    @Nullable
    Path config;

    @Mixin
    final ServerOptions server = new ServerOptions();

    @Spec
    private CommandSpec command;

    private final Map<String, String> environment;

    ServeCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Outcome call() throws Exception {
        return new ServerRun(command, DataFolder.Use.SERVE, environment)
                .run(config, server.settings(), (platform, shutdown) -> {});
    }
}
