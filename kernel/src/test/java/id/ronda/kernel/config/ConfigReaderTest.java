package id.ronda.kernel.config;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.kernel.Secret;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConfigReaderTest {

    /** What a caller would declare. */
    @ConfigMapping(prefix = "ronda")
    interface Sample {

        @WithDefault("127.0.0.1")
        String listen();

        @WithDefault("8080")
        int port();

        Optional<Secret> token();

        DatabasePart database();

        Map<String, String> labels();

        /** A group. */
        interface DatabasePart {
            Optional<String> url();

            @WithDefault("30s")
            Duration connectTimeout();
        }
    }

    @TempDir
    private Path temp;

    private @Nullable Path file;

    private ConfigResult<Sample> read(Map<String, String> commandLine, Map<String, String> environment) {
        return ConfigReader.read(Sample.class, file, commandLine, environment);
    }

    private Sample good(Map<String, String> commandLine, Map<String, String> environment) {
        return switch (read(commandLine, environment)) {
            case ConfigResult.Read<Sample> read -> read.config();
            case ConfigResult.Refused<Sample> refused -> throw new AssertionError(refused.problems());
        };
    }

    private List<String> problems(Map<String, String> commandLine, Map<String, String> environment) {
        return switch (read(commandLine, environment)) {
            case ConfigResult.Read<Sample> read -> List.of();
            case ConfigResult.Refused<Sample> refused -> refused.problems();
        };
    }

    private void write(String text) throws IOException {
        file = temp.resolve("ronda.properties");
        Files.writeString(file, text);
    }

    @Test
    void defaults_hold_when_nothing_is_given() {
        Sample config = good(Map.of(), Map.of());

        assertThat(config.listen()).isEqualTo("127.0.0.1");
        assertThat(config.port()).isEqualTo(8080);
        assertThat(config.database().url()).isEmpty();
        assertThat(config.database().connectTimeout()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void command_line_beats_environment_beats_file_beats_default() throws IOException {
        write("ronda.port = 1\nronda.listen=::1\nronda.database.url=jdbc:file\nronda.database.connect-timeout=5s\n");
        Sample config = good(
                Map.of("ronda.port", "3"), Map.of("RONDA_PORT", "2", "RONDA_DATABASE_URL", "jdbc:env", "PATH", "/bin"));

        assertThat(config.port()).isEqualTo(3);
        assertThat(config.database().url()).contains("jdbc:env");
        assertThat(config.listen()).isEqualTo("::1");
        assertThat(config.database().connectTimeout()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void secrets_and_free_names_are_read() throws IOException {
        write("ronda.token=p@ss${word}\nronda.labels.site=Kota\n");
        Sample config = good(Map.of(), Map.of("RONDA_DATABASE_CONNECT_TIMEOUT", "1m"));

        assertThat(config.token()).map(Secret::reveal).contains("p@ss${word}");
        assertThat(config.labels()).containsEntry("site", "Kota");
        assertThat(config.database().connectTimeout()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void every_unknown_key_is_named_with_a_suggestion() throws IOException {
        write("ronda.prot=1\nlisten=x\n");

        assertThat(problems(Map.of("ronda.databse.url", "x"), Map.of("RONDA_LISTN", "x")))
                .anySatisfy(each -> assertThat(each).contains("ronda.prot in ", "did you mean ronda.port?"))
                .anySatisfy(each -> assertThat(each).contains("unknown key listen", "did you mean ronda.listen?"))
                .anySatisfy(each ->
                        assertThat(each).contains("ronda.databse.url on the command line", "ronda.database.url?"))
                .anySatisfy(each -> assertThat(each).contains("RONDA_LISTN", "did you mean RONDA_LISTEN?"))
                .hasSize(4);
    }

    @Test
    void variables_of_other_parts_are_left_alone() {
        assertThat(problems(
                        Map.of(),
                        Map.of(
                                "RONDA_JAVA_HOME", "x",
                                "RONDA_JAVA_OPTIONS", "x",
                                "RONDA_JAVA_FOLDERS", "x",
                                "RONDA_LOG_LEVEL", "x",
                                "RONDA_TOOLS_REQUIRED", "x",
                                "RONDA_COMMUNITY", "x",
                                "RONDA_AUTH_PASSPHRASE", "x",
                                "RONDA_PRIV_PASSPHRASE", "x",
                                "RONDA_KEY_FILE", "x")))
                .isEmpty();
    }

    @Test
    void bad_value_is_named_with_its_key() {
        assertThat(problems(Map.of("ronda.port", "many", "ronda.database.connect-timeout", "soon"), Map.of()))
                .anySatisfy(
                        each -> assertThat(each).contains("ronda.port", "many").doesNotContain("SRCFG"))
                .anySatisfy(each -> assertThat(each).contains("ronda.database.connect-timeout", "soon"));
    }

    @Test
    void absent_file_is_named() {
        file = temp.resolve("absent.properties");

        assertThat(problems(Map.of(), Map.of())).singleElement().asString().contains("absent.properties");
    }

    @Test
    void environment_of_this_process_is_read_by_itself() {
        assertThat(ConfigReader.read(Sample.class, null, Map.of("ronda.port", "7")))
                .isInstanceOf(ConfigResult.Read.class);
    }

    @ParameterizedTest
    @CsvSource({"a,a,0", "kitten,sitting,3", "'',abc,3", "prot,port,2", "abc,'',3"})
    void distance_counts_letters(String from, String to, int distance) {
        assertThat(KnownKeys.distance(from, to)).isEqualTo(distance);
    }
}
