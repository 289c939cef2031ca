package id.ronda.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import id.ronda.collector.spool.SpoolRecord.SampleGroup;
import id.ronda.identity.IdentityModule;
import id.ronda.kernel.DataFolder;
import id.ronda.kernel.database.ModuleMigrations;
import id.ronda.kernel.outbox.Outbox;
import id.ronda.kernel.secret.SecretBox;
import id.ronda.testkit.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class StorageTest {

    private static final Instant NOW = Instant.parse("2026-11-21T04:00:00Z");

    @RegisterExtension
    static final TestDatabase database = TestDatabase.with(
            IdentityModule.MIGRATIONS, new ModuleMigrations("collector", "classpath:id/ronda/collector/migrations"));

    @TempDir
    private Path temp;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Vertx vertx = Vertx.vertx();
    private DataFolder folder;

    @BeforeEach
    void open() {
        folder = DataFolder.open(temp.resolve("data"), DataFolder.Use.SERVE);
    }

    @AfterEach
    void close() {
        folder.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private Storage storage(Instant now) {
        var random = new SecureRandom();
        var needs = new CollectorNeeds(
                vertx,
                database.database(),
                SecretBox.open(folder.keys(), null, random),
                new Outbox(),
                folder,
                Clock.fixed(now, ZoneOffset.UTC),
                random,
                meters);
        var settings = new CollectorSettings(
                Optional.empty(), Optional.of(32L << 20), 14, Optional.empty(), Duration.ofHours(1));
        return Storage.open(needs, settings);
    }

    @Test
    void endsWithinBoundsWhenTheDiskTakesNothingMore() throws IOException {
        Storage storage = storage(NOW);
        storage.start();
        deleteFilesOf(folder.spool());
        storage.spool().append(new SampleGroup(1, NOW.toEpochMilli(), new int[] {1}, new double[] {1}));

        long begin = System.nanoTime();
        storage.close();

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(6));
    }

    private static void deleteFilesOf(Path spool) throws IOException {
        try (var files = Files.list(spool)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(spool);
    }

    @Test
    void endsThoughItNeverStarted() {
        Storage storage = storage(NOW);
        assertThatCode(storage::close).doesNotThrowAnyException();
    }

    @Test
    void tellsAClockThatIsFarAheadWhenItStarts() {
        Instant ahead = NOW.plus(Duration.ofDays(401));
        database.database()
                .run(
                        id.ronda.kernel.database.Lane.EDITS,
                        handle -> handle.execute(
                                "insert into collector.device_progress (device_id, last_slot) values (77, ?)", NOW));
        try (Storage storage = storage(ahead)) {
            assertThat(storage.resume().newest()).isEqualTo(NOW);
        }
        assertThat(meters.counter("ronda.clock.far.ahead").count()).isEqualTo(1);
    }

    @Test
    void aDatabaseElsewhereDoesNotMeasureThisDisk() throws IOException {
        assertThat(DiskShare.bytes(temp, database.database())).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void whatTheDatabaseHereHoldsCountsAsOurs() throws IOException {
        Files.createDirectories(temp.resolve("data"));
        Files.createFile(temp.resolve("data").resolve("postmaster.pid"));
        long free = Files.getFileStore(temp).getUsableSpace();

        // An empty database has some MiB; others may write to this disk meanwhile, but hardly a gigabyte a millisecond.
        assertThat(DiskShare.bytes(temp, database.database())).isGreaterThan(free - (1L << 30));
        assertThat(DiskShare.sum(free, 5)).isEqualTo(free + 5);
        assertThat(DiskShare.sum(Long.MAX_VALUE, 5)).isEqualTo(Long.MAX_VALUE);
    }
}
