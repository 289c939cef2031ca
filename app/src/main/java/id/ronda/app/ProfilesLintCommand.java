package id.ronda.app;

import id.ronda.collector.ProfilesCheck;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks device profiles; every fault is told with its file and line. */
@Command(name = "lint", mixinStandardHelpOptions = true, description = "Checks device profiles.")
final class ProfilesLintCommand implements Callable<Outcome> {

    @Parameters(arity = "0..1", paramLabel = "DIR", description = "folder of profiles; default those shipped")
    @Nullable
    Path folder;

    @Spec
    private CommandSpec command;

    @Override
    public Outcome call() {
        if (folder == null) {
            return told(ProfilesCheck.shipped(), "the program");
        }
        return Files.isDirectory(folder)
                ? told(ProfilesCheck.folder(folder), folder.toString())
                : new Outcome.WrongUse("DIR " + folder + " is not a folder");
    }

    private Outcome told(ProfilesCheck.Result result, String where) {
        var out = command.commandLine().getOut();
        result.findings().forEach(out::println);
        int findings = result.findings().size();
        if (result.files() == 0) {
            return new Outcome.Failed("no *.yaml file is in " + where);
        }
        if (findings > 0) {
            return new Outcome.Failed(findings + " findings in the profiles of " + where);
        }
        out.println(result.files() + " profiles, nothing to mend");
        return Outcome.DONE;
    }
}
