package id.ronda.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The product. Refuses a folder that a demo made, so that invented devices never stand beside real ones. */
@Command(name = "serve", mixinStandardHelpOptions = true, description = "The product; data in ./data.")
final class ServeCommand implements Callable<Outcome> {

    @Option(names = "--config", paramLabel = "FILE", description = "settings; an unknown one stops the start")
    @Nullable
    Path config;

    @Mixin
    final ServerOptions server = new ServerOptions();

    @Override
    public Outcome call() {
        return Outcome.notBuilt("serve", "collector to start");
    }
}
