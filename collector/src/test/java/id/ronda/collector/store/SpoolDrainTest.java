package id.ronda.collector.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import id.ronda.collector.SampleBatch;
import id.ronda.collector.SampleFeed.Subscription;
import id.ronda.collector.spool.ClockGuard;
import id.ronda.collector.spool.SampleSpool;
import id.ronda.collector.spool.SpoolRecord.GapOpened;
import id.ronda.collector.spool.SpoolRecord.SampleGroup;
import id.ronda.collector.spool.SpoolSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class SpoolDrainTest {

    private static final Instant NOW = Instant.parse("2026-11-21T04:00:00Z");
    private static final long T0 = NOW.minusSeconds(3600).toEpochMilli();

    @RegisterExtension
    static final StoreDatabase database = new StoreDatabase();

    @TempDir
    private Path folder;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final CommittedFeed feed = new CommittedFeed(meters);
    private SampleSpool spool;
    private SpoolDrain drain;

    @BeforeEach
    void open() throws IOException {
        spool = SampleSpool.open(SpoolSettings.of(folder, 16 << 20), UUID::randomUUID, meters);
        drain = drain(Instant.EPOCH);
    }

    private SpoolDrain drain(Instant floor) {
        return new SpoolDrain(
                spool,
                new SampleStore(database.app(), database.layout(), () -> Long.MIN_VALUE),
                feed,
                new ClockGuard(floor),
                Clock.fixed(NOW, ZoneOffset.UTC),
                meters);
    }

    @AfterEach
    void close() {
        drain.close();
        spool.close();
    }

    private void append(long slot, int size) {
        spool.append(new SampleGroup(1, slot, new int[size], new double[size]));
    }

    private double stored() {
        return meters.counter("ronda.samples.stored").count();
    }

    @Test
    void showsABatchToTheReadersAfterItsCommit() {
        List<Long> inTable = new CopyOnWriteArrayList<>();
        feed.subscribe(batch -> inTable.add(database.count("collector.sample")));
        drain.start();

        append(T0, 10);

        await().until(() -> stored() == 10);
        await().untilAsserted(() -> assertThat(inTable).containsExactly(10L));
        await().until(() -> spool.waiting() == 0);
    }

    @Test
    void aReaderThatThrowsHoldsNobodyUp() {
        List<SampleBatch> seen = new CopyOnWriteArrayList<>();
        feed.subscribe(batch -> {
            throw new IllegalStateException("broken reader");
        });
        Subscription subscription = feed.subscribe(seen::add);
        drain.start();

        append(T0, 3);
        await().until(() -> seen.size() == 1);
        append(T0 + 1000, 3);
        await().until(() -> seen.size() == 2);
        subscription.close();
        append(T0 + 2000, 3);

        await().until(() -> stored() == 9);
        assertThat(seen).hasSize(2);
        assertThat(meters.counter("ronda.feed.failures").count()).isEqualTo(3);
    }

    @Test
    void storesEverythingOnceAfterTheDatabaseWasAway() {
        drain.start();
        append(T0, 5);
        await().until(() -> stored() == 5);

        database.goAway();
        try {
            for (int i = 1; i <= 100; i++) {
                append(T0 + i * 1000L, 5);
            }
            await().until(() ->
                    meters.counter("ronda.store.failures", "reason", "away").count() > 0);
            assertThat(stored()).isEqualTo(5);
        } finally {
            database.comeBack();
        }

        await().atMost(Duration.ofSeconds(20)).until(() -> stored() == 505);
        assertThat(database.count("collector.sample")).isEqualTo(505);
        assertThat(database.count("(select distinct time from collector.sample) as t"))
                .isEqualTo(101);
    }

    @Test
    void samplesAheadOfTheClockWait() {
        drain.start();
        append(NOW.plusSeconds(60).toEpochMilli(), 5);

        await().until(() ->
                meters.counter("ronda.store.failures", "reason", "clock").count() > 0);
        assertThat(stored()).isZero();
        assertThat(spool.waiting()).isEqualTo(1);
    }

    @Test
    void samplesAheadOfTheClockHoldUpNoneBehindThem() throws Exception {
        append(NOW.plusSeconds(60).toEpochMilli(), 5);
        spool.flush().get();
        append(T0, 7);
        spool.flush().get();
        drain.start();

        await().until(() -> stored() == 7);
        append(T0 + 1000, 2);
        spool.flush().get();
        await().until(() -> stored() == 9);
        assertThat(spool.waiting()).isEqualTo(1);
        assertThat(meters.counter("ronda.store.failures", "reason", "clock").count())
                .isPositive();
    }

    @Test
    void nothingIsStoredWhileTheClockShowsThePast() {
        drain = drain(NOW.plusSeconds(1));
        drain.start();
        append(T0, 5);

        await().until(() ->
                meters.counter("ronda.store.failures", "reason", "clock").count() > 0);
        assertThat(stored()).isZero();
    }

    @Test
    void whatTheDatabaseRefusesBecomesALossAndTheRestGoesOn() throws Exception {
        drain.start();
        // Behind the last time that PostgreSQL knows.
        spool.append(new GapOpened(1, 0, Long.MIN_VALUE / 2, id.ronda.collector.GapReason.TIMEOUT));
        append(T0, 5);
        spool.flush().get();
        append(T0 + 1000, 7);

        await().atMost(Duration.ofSeconds(20)).until(() -> stored() == 7);
        assertThat(meters.counter("ronda.samples.lost", "reason", "refused").count())
                .isEqualTo(5);
    }

    @Test
    void closingWaitsForNoDatabaseThatIsAway() throws Exception {
        database.goAway();
        try {
            append(T0, 5);
            spool.flush().get();
            drain.start();
            await().until(() ->
                    meters.counter("ronda.store.failures", "reason", "away").count() > 0);
            long begin = System.nanoTime();
            drain.close();
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMillis(2_500));
            assertThat(spool.waiting()).isEqualTo(1);
        } finally {
            database.comeBack();
        }
    }

    @Test
    void closingOneThatNeverStartedIsNoError() {
        assertThatCode(drain::close).doesNotThrowAnyException();
    }

    private Path onlySegment() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith("1.segment"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void aSegmentThatCannotBeReadIsKeptAsideAndTheRestGoesOn() throws Exception {
        append(T0, 5);
        spool.flush().get();
        append(T0 + 1000, 7);
        spool.flush().get();
        // A folder in its place: every read fails.
        Files.delete(onlySegmentAnd(folder));
        drain.start();

        await().atMost(Duration.ofSeconds(20)).until(() -> stored() == 7);
        assertThat(meters.counter("ronda.spool.damaged").count()).isEqualTo(1);
        assertThat(meters.counter("ronda.samples.lost", "reason", "unreadable").count())
                .isEqualTo(5);
        assertThat(folder.resolve("0000000000000000001.segment.damaged")).exists();
    }

    private Path onlySegmentAnd(Path place) throws IOException {
        Path segment = onlySegment();
        Path moved = place.resolve("moved-away");
        Files.move(segment, moved);
        Files.createDirectory(segment);
        return moved;
    }

    @Test
    void aRottenGroupBecomesALossAndTheOthersAreStored() throws Exception {
        append(T0, 5);
        append(T0 + 1000, 7);
        append(T0 + 2000, 3);
        spool.flush().get();
        Path segment = onlySegment();
        byte[] bytes = Files.readAllBytes(segment);
        // The last byte of the second group's values: header 42 bytes, frames of 8 + 21 + 12 bytes a sample.
        bytes[42 + (29 + 60) + (29 + 84) - 1] ^= 1;
        Files.write(segment, bytes);
        drain.start();

        await().until(() -> stored() == 8);
        assertThat(meters.counter("ronda.samples.lost", "reason", "unreadable").count())
                .isEqualTo(7);
        assertThat(database.number("select extract(epoch from from_time)::bigint from collector.gap"))
                .isEqualTo((T0 + 1000) / 1000);
    }

    @Test
    void closingStoresWhatIsSealed() throws Exception {
        append(T0, 5);
        spool.flush().get();
        drain.start();
        drain.close();
        assertThat(database.count("collector.sample")).isEqualTo(5);
    }
}
