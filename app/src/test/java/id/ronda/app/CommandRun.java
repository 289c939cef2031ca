package id.ronda.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import picocli.CommandLine;

/** One command run in this process: its exit status and what it wrote. */
record CommandRun(int status, String answer, String progress) {

    static CommandRun of(String... arguments) {
        return of(Map.of(), arguments);
    }

    static CommandRun of(Map<String, String> environment, String... arguments) {
        var answer = new StringWriter();
        var progress = new StringWriter();
        var line = RondaCommandLine.create(environment, new PrintWriter(answer), new PrintWriter(progress));
        return of(line, answer, progress, arguments);
    }

    /** Runs a command that is not one of Ronda's, dressed as one. */
    static CommandRun ofCommand(Object command) {
        var answer = new StringWriter();
        var progress = new StringWriter();
        var line = RondaCommandLine.shared(
                new CommandLine(command), Map.of(), new PrintWriter(answer), new PrintWriter(progress));
        return of(line, answer, progress);
    }

    private static CommandRun of(CommandLine line, StringWriter answer, StringWriter progress, String... arguments) {
        int status = line.execute(arguments);
        line.getOut().flush();
        line.getErr().flush();
        return new CommandRun(status, answer.toString(), progress.toString());
    }

    String lastLine() {
        return progress.lines().reduce("", (earlier, later) -> later);
    }
}
