package id.ronda.app;

import java.util.Set;
import picocli.CommandLine.ParseResult;

/** How much a command says on stderr: servers tell what they do, a command that answers once only warns. */
final class LogLevel {

    /** Read by logback.xml when the first logger is made; RONDA_LOG_LEVEL of the environment goes before it. */
    static final String PROPERTY = "ronda.log.level";

    private static final Set<String> TALKING = Set.of("demo", "serve");

    private LogLevel() {}

    /** Sets the level for this command; only of effect before the first logger is made. */
    static void choose(ParseResult parsed) {
        System.setProperty(PROPERTY, of(parsed));
    }

    static String of(ParseResult parsed) {
        return parsed.hasSubcommand()
                        && TALKING.contains(parsed.subcommand().commandSpec().name())
                ? "INFO"
                : "WARN";
    }
}
