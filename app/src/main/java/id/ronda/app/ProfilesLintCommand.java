package id.ronda.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Checks device profiles; every fault is told with its file and line. */
@Command(name = "lint", mixinStandardHelpOptions = true, description = "Checks device profiles.")
final class ProfilesLintCommand implements Callable<Outcome> {

    @Parameters(arity = "0..1", paramLabel = "DIR", description = "folder of profiles; default those shipped")
    @Nullable
    Path folder;

    @Override
    public Outcome call() {
        return Outcome.notBuilt("profiles lint", "reader of profiles");
    }
}
