package id.ronda.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shutdown in a process of its own, since its end is what matters. */
@Timeout(60)
class ShutdownProcessTest {

    @ParameterizedTest
    @CsvSource({"clean, 0", "failing, 1"})
    void sigterm_stopsThePartsAndSaysWhetherItWentWell(String part, int status) throws Exception {
        var server = start(part);
        try (var answer = server.inputReader(UTF_8)) {
            assertThat(answer.readLine()).isEqualTo("up");
            server.toHandle().destroy();

            assertEnds(server, answer, status);
        }
    }

    @Test
    void commandThatEndsByItself_keepsItsStatus() throws Exception {
        var server = start("ending");
        try (var answer = server.inputReader(UTF_8)) {
            assertThat(answer.readLine()).isEqualTo("up");

            assertEnds(server, answer, 7);
        }
    }

    private static void assertEnds(Process server, BufferedReader answer, int status) throws Exception {
        assertThat(answer.lines()).containsExactly("stopped");
        assertThat(server.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(server.exitValue()).isEqualTo(status);
    }

    private static Process start(String part) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Server.class.getName(),
                        part)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** The process that is stopped. */
    static final class Server {

        private Server() {}

        public static void main(String[] arguments) throws Exception {
            try (var shutdown = new Shutdown(Duration.ofSeconds(5))) {
                shutdown.add("part", () -> {
                    System.out.println("stopped");
                    if (arguments[0].equals("failing")) {
                        throw new IllegalStateException("no");
                    }
                });
                shutdown.onSignal();
                System.out.println("up");
                if (!arguments[0].equals("ending")) {
                    shutdown.await();
                }
            }
            System.exit(7);
        }
    }
}
