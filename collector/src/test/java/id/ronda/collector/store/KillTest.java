package id.ronda.collector.store;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.collector.spool.ClockGuard;
import id.ronda.collector.spool.SampleSpool;
import id.ronda.collector.spool.SpoolSettings;
import id.ronda.kernel.database.DatabaseLogin;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Kills the collector's process at random moments: nothing that was stored is gone, nothing is there twice. */
@Timeout(60)
final class KillTest {

    private static final int KILLS = 4;
    private static final int SERIES = 20;

    @RegisterExtension
    static final StoreDatabase database = new StoreDatabase();

    @TempDir
    private Path folder;

    @Test
    void nothingIsLostAndNothingIsThereTwice() throws Exception {
        Random random = new Random(20261121);
        long seen = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = start();
            long before = seen;
            Awaitility.await()
                    .pollDelay(random.nextInt(50, 400), TimeUnit.MILLISECONDS)
                    .until(() -> rows() > before);
            seen = rows();
            // SIGKILL: no hook runs, no buffer is written.
            process.destroyForcibly().waitFor();
            assertThat(rows()).isGreaterThanOrEqualTo(seen);
        }
        storeWhatIsLeft();

        long rows = rows();
        assertThat(rows).isGreaterThanOrEqualTo(seen);
        assertThat(database.count("(select distinct series_id, time from collector.sample) as s"))
                .isEqualTo(rows);
        // Whole slots, each with its own value: no batch was stored in part.
        assertThat(database.count("(select time from collector.sample group by time having count(*) <> " + SERIES
                        + " or min(value) <> max(value)) as torn"))
                .isZero();
        assertThat(database.count("collector.sample where value <> extract(epoch from time)"))
                .isZero();
        // A run goes on behind the newest slot that is safe: what is missing are slots that were never on the disk,
        // and they lie behind the end of a run. Within a run there is no hole.
        assertThat(database.number(
                        "select extract(epoch from max(time))::bigint - count(distinct time) from collector.sample"))
                .isZero();
    }

    private static long rows() {
        return database.count("collector.sample");
    }

    private void storeWhatIsLeft() throws IOException {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        try (SampleSpool spool = SampleSpool.open(SpoolSettings.of(folder, 64 << 20), UUID::randomUUID, meters)) {
            SpoolDrain drain = new SpoolDrain(
                    spool,
                    new SampleStore(database.app(), database.layout(), () -> Long.MIN_VALUE),
                    new CommittedFeed(meters),
                    new ClockGuard(Instant.EPOCH),
                    Clock.systemUTC(),
                    meters);
            drain.start();
            Awaitility.await().until(() -> spool.waiting() == 0);
            drain.close();
        }
    }

    private Process start() throws IOException {
        DatabaseLogin login = database.testDatabase().app();
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledCollector.class.getName(),
                        folder.toString(),
                        login.url(),
                        Objects.requireNonNull(login.user()),
                        Objects.requireNonNull(login.password()).reveal()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        assertThat(output.readLine()).isEqualTo("running");
        return process;
    }
}
