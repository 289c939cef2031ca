package id.ronda.app;

import id.ronda.kernel.DataFolder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Everything in one process: embedded PostgreSQL, the product, and a virtual regency polled every 2 s. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Everything in one process, on a virtual regency; data in ./data/demo.")
final class DemoCommand implements Callable<Outcome> {

    @Mixin
    final ServerOptions server = new ServerOptions();

    @Option(
            names = "--scenario",
            paramLabel = "NAME",
            description = "starts this course of events, for example pln-outage")
    @Nullable
    String scenario;

    @Option(
            names = "--device-port",
            paramLabel = "N",
            defaultValue = "1161",
            description = "UDP port of the virtual devices on 127.10.0.0/16; default ${DEFAULT-VALUE}")
    int devicePort;

    @Spec
    private CommandSpec command;

    private final Map<String, String> environment;

    DemoCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Outcome call() throws Exception {
        if (devicePort < 1 || devicePort > 65_535) {
            return new Outcome.WrongUse("--device-port " + devicePort + " is not between 1 and 65535");
        }
        Map<String, String> settings = new LinkedHashMap<>(Map.of("data", "data/demo"));
        settings.putAll(server.settings());
        return new ServerRun(command, DataFolder.Use.DEMO, environment)
                .run(
                        null,
                        settings,
                        (platform, shutdown) -> new DemoRegency(scenario, devicePort).join(platform, shutdown));
    }
}
