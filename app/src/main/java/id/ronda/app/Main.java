package id.ronda.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;

/** Where the process begins and where its exit status is given. Everything else takes what it needs as a parameter. */
public final class Main {

    private Main() {}

    /** Runs one command and ends the process with 0 (done), 1 (the thing asked for failed) or 2 (wrong use). */
    public static void main(String[] arguments) {
        var answer = new PrintWriter(System.out, true, UTF_8);
        var progress = new PrintWriter(System.err, true, UTF_8);
        System.exit(RondaCommandLine.create(System.getenv(), answer, progress).execute(arguments));
    }
}
