package id.ronda.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class SnmpOptionsTest {

    private static Map<String, String> fields(Map<String, String> environment, String... arguments) {
        var options = new SnmpOptions();
        new CommandLine(CommandLine.Model.CommandSpec.create()
                        .addMixin("snmp", CommandLine.Model.CommandSpec.forAnnotatedObject(options)))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setDefaultValueProvider(new SecretsFromEnvironment(environment))
                .parseArgs(arguments);
        return options.fields();
    }

    @Test
    void version_is2cUnlessGiven() {
        assertThat(fields(Map.of())).containsExactly(entry("version", "2c"));
    }

    @Test
    void everyOptionOfVersion3_hasTheNameOfTheApi() {
        var fields = fields(
                Map.of(),
                "--version=3",
                "--user=ronda",
                "--context=room-2",
                "--auth-protocol=sha-256",
                "--auth-passphrase=correct horse",
                "--priv-protocol=AES-256-C",
                "--priv-passphrase=battery staple");

        assertThat(fields)
                .containsOnly(
                        entry("version", "3"),
                        entry("user", "ronda"),
                        entry("context", "room-2"),
                        entry("authProtocol", "SHA-256"),
                        entry("authPassphrase", "correct horse"),
                        entry("privProtocol", "AES-256-C"),
                        entry("privPassphrase", "battery staple"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MD5", "SHA", "SHA-224", "SHA-256", "SHA-384", "SHA-512"})
    void authProtocol_isWrittenAsGiven(String protocol) {
        assertThat(fields(Map.of(), "--auth-protocol", protocol)).containsEntry("authProtocol", protocol);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DES", "3DES", "AES-128", "AES-192", "AES-256", "AES-192-C", "AES-256-C"})
    void privProtocol_isWrittenAsGiven(String protocol) {
        assertThat(fields(Map.of(), "--priv-protocol", protocol)).containsEntry("privProtocol", protocol);
    }

    @Test
    void secret_mayComeFromTheEnvironment() {
        assertThat(fields(Map.of("RONDA_COMMUNITY", "from-env"))).containsEntry("community", "from-env");
        assertThat(fields(
                        Map.of("RONDA_AUTH_PASSPHRASE", "signing words", "RONDA_PRIV_PASSPHRASE", "hiding words"),
                        "--version=3"))
                .contains(entry("authPassphrase", "signing words"), entry("privPassphrase", "hiding words"));
    }

    @Test
    void option_winsOverTheEnvironment() {
        assertThat(fields(Map.of("RONDA_COMMUNITY", "from-env"), "--community", "given"))
                .containsEntry("community", "given");
    }

    @Test
    void secretOfAnotherVersion_isLeftOut() {
        var environment = Map.of("RONDA_COMMUNITY", "from-env", "RONDA_AUTH_PASSPHRASE", "signing words");

        assertThat(fields(environment, "--version=1")).containsOnlyKeys("version", "community");
        assertThat(fields(environment, "--version=3")).containsOnlyKeys("version", "authPassphrase");
    }
}
