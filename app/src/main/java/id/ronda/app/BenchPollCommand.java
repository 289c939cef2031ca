package id.ronda.app;

import id.ronda.kernel.PlainDuration;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Polling and storing simulated devices: values a second, counted in the table. */
@Command(
        name = "poll",
        mixinStandardHelpOptions = true,
        description = "Polls simulated devices on 127.1.0.0/16 and stores what they say.")
final class BenchPollCommand implements Callable<Outcome> {

    private static final Duration SETTLING = Duration.ofSeconds(10);

    @Option(names = "--devices", paramLabel = "N", defaultValue = "1000", description = "default ${DEFAULT-VALUE}")
    private int devices;

    @Option(names = "--interfaces", paramLabel = "N", defaultValue = "24", description = "default ${DEFAULT-VALUE}")
    private int interfaces;

    @Option(names = "--interval", paramLabel = "TIME", defaultValue = "1s", description = "default ${DEFAULT-VALUE}")
    private String interval = "1s";

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "60",
            description = "how long to measure, after all devices are known; default ${DEFAULT-VALUE}")
    private int seconds;

    @Option(
            names = "--dead",
            paramLabel = "N",
            defaultValue = "0",
            description = "so many of the devices fall silent before the measurement; default none")
    private int dead;

    @Option(
            names = "--resident-limit",
            paramLabel = "MIB",
            description = "fail when Ronda and its database keep more memory than this")
    private int residentLimit = Integer.MAX_VALUE;

    @Mixin
    private final BenchServer server = new BenchServer();

    @Spec
    private CommandSpec command;

    @Override
    public Outcome call() throws Exception {
        var load = new PollBench.Load(
                new FleetSize(devices, interfaces), interval(), Duration.ofSeconds(seconds), SETTLING, dead);
        try (var shutdown = new Shutdown(BenchServer.TO_STOP)) {
            shutdown.onSignal();
            var result = new PollBench(load).run(server, shutdown);
            command.commandLine().getOut().println(result.line());
            return result.failure(residentLimit)
                    .<Outcome>map(Outcome.Failed::new)
                    .orElse(Outcome.DONE);
        }
    }

    private Duration interval() {
        try {
            return PlainDuration.parse(interval);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), "--interval: " + e.getMessage(), e);
        }
    }
}
