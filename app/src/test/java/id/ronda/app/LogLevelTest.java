package id.ronda.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogLevelTest {

    @ParameterizedTest
    @CsvSource({
        "demo, INFO",
        "serve, INFO",
        "probe 127.0.0.1, WARN",
        "simulate --scenario pln-outage, WARN",
        "bench poll, WARN",
        "--help, WARN"
    })
    void serversTell_othersOnlyWarn(String typed, String level) {
        var nowhere = new PrintWriter(new StringWriter());
        var parsed = RondaCommandLine.create(Map.of(), nowhere, nowhere).parseArgs(typed.split(" "));

        assertThat(LogLevel.of(parsed)).isEqualTo(level);
    }
}
