package id.ronda.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Everything in one process: embedded PostgreSQL, the product, and a virtual regency polled every 2 s. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Everything in one process, on a virtual regency; data in ./data/demo.")
final class DemoCommand implements Callable<Outcome> {

    @Mixin
    final ServerOptions server = new ServerOptions();

    @Override
    public Outcome call() {
        return Outcome.notBuilt("demo", "collector to start");
    }
}
