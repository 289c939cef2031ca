package id.ronda.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Polling and storing simulated devices: values a second, counted in the table. */
@Command(
        name = "poll",
        mixinStandardHelpOptions = true,
        description = "Polls simulated devices and stores what they say.")
final class BenchPollCommand implements Callable<Outcome> {

    @Override
    public Outcome call() {
        return Outcome.notBuilt("bench poll", "benchmark of polling");
    }
}
