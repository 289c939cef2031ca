package id.ronda.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class ServerOptionsTest {

    private static Map<String, String> settings(String... arguments) {
        var options = new ServerOptions();
        new CommandLine(CommandSpec.create().addMixin("server", CommandSpec.forAnnotatedObject(options)))
                .parseArgs(arguments);
        return options.settings();
    }

    @Test
    void nothingGiven_overridesNothing() {
        assertThat(settings()).isEmpty();
    }

    @Test
    void everyOption_isASettingOfItsName() {
        var settings = settings(
                "--data=var/ronda",
                "--listen=127.0.0.2",
                "--port=0",
                "--database-url=jdbc:postgresql://127.0.0.3/ronda",
                "--database-owner-url=jdbc:postgresql://127.0.0.3/ronda?user=ronda_owner",
                "--devices=devices.csv",
                "--token-file=token");

        assertThat(settings)
                .containsOnly(
                        entry("data", "var/ronda"),
                        entry("listen", "127.0.0.2"),
                        entry("port", "0"),
                        entry("database-url", "jdbc:postgresql://127.0.0.3/ronda"),
                        entry("database-owner-url", "jdbc:postgresql://127.0.0.3/ronda?user=ronda_owner"),
                        entry("devices", "devices.csv"),
                        entry("token-file", "token"));
    }
}
