package id.ronda.identity.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.identity.AuditVerdict;
import id.ronda.identity.AuditVerification;
import id.ronda.kernel.Secret;
import id.ronda.kernel.database.Database;
import id.ronda.kernel.database.DatabaseLogin;
import id.ronda.kernel.database.Lane;
import id.ronda.kernel.database.LaneBounds;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Scanner;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A trail that is many times larger than the heap of the JVM that verifies it. */
final class ConstantMemoryTest {

    private static final int ROWS = 10_000;
    private static final int CHARACTERS = 4_000;

    @Test
    void tenThousandLargeRows_areVerifiedInASmallHeap(@TempDir Path data) throws Exception {
        try (TestingTrail trail = new TestingTrail(data)) {
            trail.act(
                    TestingTrail.DEWI,
                    handle -> handle.execute(
                            "insert into stock.item (room, number, name) select 'B', n, repeat('x', ?)"
                                    + " from generate_series(1, ?) n",
                            CHARACTERS,
                            ROWS));
            trail.seal();
            DatabaseLogin app = trail.postgres.app();
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx32m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Verify.class.getName(),
                            data.toString(),
                            app.url(),
                            Objects.requireNonNull(app.user()))
                    .redirectErrorStream(true)
                    .start();
            try (var password = process.outputWriter(UTF_8)) {
                password.write(Objects.requireNonNull(app.password()).reveal() + "\n");
            }
            String told = new String(process.getInputStream().readAllBytes(), UTF_8);

            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(told).isZero();
        }
    }

    /** What the small JVM does. Its exit status is 0 when the trail is intact and has all its rows. */
    static final class Verify {

        private Verify() {}

        public static void main(String[] arguments) throws Exception {
            try (var input = new Scanner(System.in, UTF_8);
                    Database database = Database.open(
                            new DatabaseLogin(arguments[1], arguments[2], new Secret(input.nextLine())),
                            Map.of(Lane.INGEST, LaneBounds.of(1, 1), Lane.EDITS, LaneBounds.of(1, 1)),
                            new SimpleMeterRegistry())) {
                AuditVerdict verdict =
                        AuditVerification.of(database, Path.of(arguments[0])).orElseThrow();
                if (!verdict.intact() || verdict.seals() != ROWS) {
                    throw new IllegalStateException(List.of(verdict).toString());
                }
            }
        }
    }
}
