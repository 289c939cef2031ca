package id.ronda.app;

import java.io.PrintWriter;
import java.util.Map;
import java.util.Objects;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * The command line: the list of the commands, and what all of them share. stdout carries only a command's answer; the last
 * line of stderr says why the exit status is not 0.
 */
final class RondaCommandLine {

    private RondaCommandLine() {}

    /**
     * The whole command line, ready to execute.
     *
     * @param environment where settings and secrets may be given instead of on the command line
     * @param answer      takes what the commands answer
     * @param progress    takes everything else
     */
    static CommandLine create(Map<String, String> environment, PrintWriter answer, PrintWriter progress) {
        var line = new CommandLine(new RondaCommand())
                .addSubcommand(new DemoCommand(environment))
                .addSubcommand(new ServeCommand(environment))
                .addSubcommand(new ProbeCommand())
                .addSubcommand(new SimulateCommand())
                .addSubcommand(new CommandLine(new ProfilesCommand()).addSubcommand(new ProfilesLintCommand()))
                .addSubcommand(new CommandLine(new UserCommand()).addSubcommand(new UserRecoverCommand(environment)))
                .addSubcommand(new CommandLine(new AuditCommand()).addSubcommand(new AuditVerifyCommand(environment)))
                .addSubcommand(new CommandLine(new BenchCommand())
                        .addSubcommand(new BenchPollCommand())
                        .addSubcommand(new BenchIngestCommand())
                        .addSubcommand(new BenchQueryCommand())
                        .addSubcommand(new BenchFleetCommand()));
        return shared(line, environment, answer, progress);
    }

    /** Gives all commands of a line what they share. */
    static CommandLine shared(
            CommandLine line, Map<String, String> environment, PrintWriter answer, PrintWriter progress) {
        return line.setOut(answer)
                .setErr(progress)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setDefaultValueProvider(new SecretsFromEnvironment(environment))
                .setExecutionStrategy(RondaCommandLine::run)
                .setParameterExceptionHandler(RondaCommandLine::wrongUse)
                .setExecutionExceptionHandler((broken, command, parsed) -> broken(broken, command));
    }

    private static int run(ParseResult parsed) {
        LogLevel.choose(parsed);
        int helpShown = new CommandLine.RunLast().execute(parsed);
        var command = last(parsed).commandSpec().commandLine();
        return command.getExecutionResult() instanceof Outcome outcome ? report(outcome, command) : helpShown;
    }

    private static ParseResult last(ParseResult parsed) {
        return parsed.hasSubcommand() ? last(parsed.subcommand()) : parsed;
    }

    private static int report(Outcome outcome, CommandLine command) {
        switch (outcome) {
            case Outcome.Done ignored -> command.getErr().flush();
            case Outcome.Failed failed -> say(command, failed.reason());
            case Outcome.WrongUse wrong -> say(command, wrong.reason());
        }
        return outcome.exitStatus();
    }

    private static int wrongUse(ParameterException wrong, String[] arguments) {
        var command = wrong.getCommandLine();
        command.getErr()
                .println("See: " + command.getCommandSpec().qualifiedName() + " --help (bantuan: tambahkan --help)");
        return report(new Outcome.WrongUse(messageOf(wrong)), command);
    }

    /** Nobody foresaw this: the log gets the whole of it, and the last line still says what broke. */
    private static int broken(Exception broken, CommandLine command) {
        LoggerFactory.getLogger(RondaCommandLine.class)
                .error("{} broke", command.getCommandSpec().qualifiedName(), broken);
        return report(new Outcome.Failed(messageOf(broken)), command);
    }

    private static String messageOf(Exception e) {
        return Objects.requireNonNullElse(e.getMessage(), e.toString());
    }

    /** One line, whatever the reason holds: the last line of stderr is all a script reads. */
    private static void say(CommandLine command, String reason) {
        command.getErr().println("ronda: " + reason.strip().replaceAll("\\R+", "; "));
    }
}
