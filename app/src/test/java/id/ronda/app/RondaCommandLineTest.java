package id.ronda.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Command;

class RondaCommandLineTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    probe                                        | HOST[:PORT]
                    probe 127.0.0.1:99999                        | 99999
                    probe 127.0.0.1 --version 4                  | --version
                    probe 127.0.0.1 --auth-protocol SHA-3        | --auth-protocol
                    probe 127.0.0.1 --colour                     | --colour
                    serve --port 65536                           | --port
                    serve --port eighty                          | --port
                    simulate                                     | --recordings
                    simulate --recordings a --scenario b         | --scenario
                    profiles                                     | subcommand
                    bench                                        | subcommand
                    watch                                        | watch
                    """)
    void wrongUse_isStatus2AndNamesTheArgument(String typed, String named) {
        var run = CommandRun.of(typed.split(" "));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.lastLine()).startsWith("ronda: ").contains(named);
        assertThat(run.answer()).isEmpty();
    }

    @Test
    void noCommand_isWrongUse() {
        assertThat(CommandRun.of().status()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "--version",
                "demo --help",
                "serve --help",
                "probe --help",
                "simulate --help",
                "profiles lint --help",
                "bench poll --help",
                "bench ingest --help"
            })
    void help_isAnAnswer(String typed) {
        var run = CommandRun.of(typed.split(" "));

        assertThat(run.status()).isZero();
        assertThat(run.answer()).isNotBlank();
        assertThat(run.progress()).isEmpty();
    }

    @Test
    void help_namesEveryCommand() {
        assertThat(CommandRun.of("--help").answer())
                .contains("demo", "serve", "probe", "simulate", "profiles", "bench");
    }

    @Test
    void failed_isStatus1AndItsReasonTheLastLine() {
        var run = CommandRun.ofCommand(new Failing());

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.lastLine()).isEqualTo("ronda: 127.0.0.9: timeout; after 3 tries");
    }

    @Test
    void done_isStatus0() {
        assertThat(CommandRun.ofCommand(new Succeeding())).isEqualTo(new CommandRun(0, "", ""));
    }

    @Test
    void broken_isStatus1AndSaysWhatBroke() {
        var run = CommandRun.ofCommand(new Breaking());

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.lastLine()).isEqualTo("ronda: the seal is broken");
    }

    @Command(name = "failing")
    private static final class Failing implements Callable<Outcome> {
        @Override
        public Outcome call() {
            return new Outcome.Failed("127.0.0.9: timeout\nafter 3 tries\n");
        }
    }

    @Command(name = "succeeding")
    private static final class Succeeding implements Callable<Outcome> {
        @Override
        public Outcome call() {
            return Outcome.DONE;
        }
    }

    @Command(name = "breaking")
    private static final class Breaking implements Callable<Outcome> {
        @Override
        public Outcome call() {
            throw new IllegalStateException("the seal is broken");
        }
    }
}
