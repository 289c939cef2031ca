package id.ronda.collector.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.ronda.collector.DeviceId;
import id.ronda.collector.GapReason;
import id.ronda.collector.reading.ObjectKind;
import id.ronda.collector.spool.SegmentContent;
import id.ronda.collector.spool.SpoolRecord;
import id.ronda.collector.spool.SpoolRecord.GapClosed;
import id.ronda.collector.spool.SpoolRecord.GapOpened;
import id.ronda.collector.spool.SpoolRecord.SampleGroup;
import id.ronda.collector.spool.SpoolRecord.SamplesLost;
import id.ronda.collector.spool.Unstored;
import id.ronda.kernel.database.Lane;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SampleStoreTest {

    private static final UUID SPOOL = UUID.fromString("11111111-2222-3333-4444-555555555555");
    private static final long T0 = Instant.parse("2026-11-21T04:00:00Z").toEpochMilli();

    @RegisterExtension
    static final StoreDatabase database = new StoreDatabase();

    private SampleStore store;
    private long device;

    @BeforeEach
    void open() {
        store = new SampleStore(database.app(), database.layout(), () -> Long.MIN_VALUE);
        device = database.device("core", 30);
    }

    private static SegmentContent content(SpoolRecord... records) {
        return SegmentContent.of(List.of(records));
    }

    private SampleGroup group(long slot, double... values) {
        int[] series = java.util.stream.IntStream.rangeClosed(1, values.length).toArray();
        return new SampleGroup(device, slot, series, values);
    }

    @Test
    void storesABatchOnceHoweverOftenItIsSent() {
        SegmentContent content = content(group(T0, 1.5, 2.5), group(T0 + 30_000, 3.5));

        assertThat(store.store(SPOOL, 7, 1, content)).isTrue();
        assertThat(store.store(SPOOL, 7, 1, content)).isFalse();

        assertThat(database.count("collector.sample")).isEqualTo(3);
        assertThat(database.count(
                        "collector.sample where series_id = 2 and value = 2.5 and time = '2026-11-21T04:00:00Z'"))
                .isEqualTo(1);
    }

    @Test
    void forgetsBatchesThatAreAcknowledged() {
        for (int segment = 1; segment <= 5; segment++) {
            store.store(SPOOL, segment, segment, content(group(T0 + segment, 1)));
        }
        assertThat(database.count("collector.ingested_batch")).isEqualTo(1);
    }

    @Test
    void makesThePartitionOfEachDayAndMakesItAgainAfterItWasDropped() {
        long nextDay = T0 + PartitionedTable.DAY_MILLIS;
        store.store(SPOOL, 1, 1, content(group(T0, 1), group(nextDay, 2)));
        database.app().run(Lane.EDITS, handle -> {
            PartitionedTable.SAMPLE.drop(handle, T0 / PartitionedTable.DAY_MILLIS * PartitionedTable.DAY_MILLIS);
            return true;
        });
        assertThat(database.count("collector.sample")).isEqualTo(1);

        assertThatThrownBy(() -> store.store(SPOOL, 2, 2, content(group(T0, 1))))
                .isNotNull();
        assertThat(store.store(SPOOL, 2, 2, content(group(T0, 1)))).isTrue();
        assertThat(database.count("collector.sample")).isEqualTo(2);
    }

    @Test
    void hasNoRightToChangeTables() {
        assertThatThrownBy(
                        () -> database.app().run(Lane.EDITS, handle -> handle.execute("drop table collector.sample")))
                .hasMessageContaining("must be owner");
        assertThatThrownBy(() -> database.app()
                        .run(Lane.EDITS, handle -> handle.execute("select collector.drop_partition('device', now())")))
                .hasMessageContaining("not one of the partitioned tables");
    }

    @Test
    void readersSeeTheViewsAndNothingElse() {
        store.store(SPOOL, 1, 1, content(group(T0, 1)));
        database.asReader().useHandle(handle -> {
            assertThat(handle.createQuery("select count(*) from collector.v_sample")
                            .mapTo(Long.class)
                            .one())
                    .isEqualTo(1);
            assertThatThrownBy(() -> handle.execute("select * from collector.sample"))
                    .hasMessageContaining("permission denied");
        });
    }

    @Test
    void opensAndEndsGapsAcrossBatches() {
        store.store(SPOOL, 1, 1, content(new GapOpened(device, 0, T0, GapReason.TIMEOUT)));
        assertThat(database.count("collector.gap where to_time is null and reason = 'timeout' and series_id is null"))
                .isEqualTo(1);

        store.store(SPOOL, 2, 2, content(new GapClosed(device, 0, T0 + 60_000)));
        assertThat(database.count("collector.gap where to_time = from_time + interval '60 seconds'"))
                .isEqualTo(1);

        store.store(SPOOL, 3, 3, content(new GapClosed(device, 0, T0 + 90_000)));
        assertThat(database.count("collector.gap")).isEqualTo(1);
    }

    @Test
    void anEndOlderThanTheOpenGapChangesNothing() {
        store.store(SPOOL, 1, 1, content(new GapOpened(device, 3, T0, GapReason.MISSING_OBJECT)));
        store.store(SPOOL, 2, 2, content(new GapClosed(device, 3, T0 - 1000)));
        assertThat(database.count("collector.gap where to_time is null and series_id = 3"))
                .isEqualTo(1);
    }

    @Test
    void aLossIsAGapAsLongAsItsSlots() {
        store.store(SPOOL, 1, 1, content(new SamplesLost(device, T0, T0 + 60_000, 10)));
        assertThat(database.count("collector.gap where reason = 'spool-overflow'"
                        + " and to_time - from_time = interval '90 seconds'"))
                .isEqualTo(1);
    }

    @Test
    void givesEachSeriesOneIdForEver() throws Exception {
        SeriesRegistry registry =
                new SeriesRegistry(database.app(), Clock.fixed(Instant.ofEpochMilli(T0), ZoneOffset.UTC));
        List<SeriesKey> keys = List.of(
                new SeriesKey("if.in.octets", "ether1", "By/s", ObjectKind.COUNTER64),
                new SeriesKey("temperature", "cpu", "Cel", ObjectKind.GAUGE));
        int[] first = ids(registry, keys);
        int[] again =
                ids(registry, List.of(keys.get(1), new SeriesKey("load", "", "%", ObjectKind.GAUGE), keys.get(0)));

        assertThat(again[0]).isEqualTo(first[1]);
        assertThat(again[2]).isEqualTo(first[0]);
        assertThat(database.count("collector.series")).isEqualTo(3);
        // No number is spent on a series that was there: they are an int for the life of the installation.
        assertThat(database.count("collector.series where id <= 3")).isEqualTo(3);
    }

    private int[] ids(SeriesRegistry registry, List<SeriesKey> keys) throws Exception {
        return registry.idsFor(new DeviceId(device), keys)
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    @Test
    void tellsWhereTheLastRunEnded() {
        store.store(SPOOL, 1, 1, content(group(T0, 1), group(T0 + 30_000, 1)));
        store.store(SPOOL, 2, 2, content(new GapOpened(device, 9, T0, GapReason.MISSING_OBJECT)));

        Resumption resumption = store.resume(new Unstored());

        assertThat(resumption.lastSlot(device)).hasValue(T0 + 30_000);
        assertThat(resumption.lastSlot(device + 1)).isEmpty();
        assertThat(resumption.newest()).isEqualTo(Instant.ofEpochMilli(T0 + 30_000));
        assertThat(resumption.openGaps(device)).containsExactly(new GapOpened(device, 9, T0, GapReason.MISSING_OBJECT));
        assertThat(resumption.openGaps(device + 1)).isEmpty();
        assertThat(resumption.lastAttended(device, Duration.ofSeconds(30))).hasValue(T0 + 30_000);
        assertThat(resumption.lastAttended(device + 1, Duration.ofSeconds(30))).isEmpty();
    }

    @Test
    void aGapLeftOpenBecomesStoppedWhereTheCollectorWasLastAlive() {
        long other = database.device("other", 30);
        store.store(SPOOL, 1, 1, content(new GapOpened(device, 0, T0, GapReason.TIMEOUT)));
        store.store(SPOOL, 2, 2, content(new SampleGroup(other, T0 + 95_000, new int[] {1}, new double[] {1})));

        long last = store.resume(new Unstored())
                .lastAttended(device, Duration.ofSeconds(30))
                .orElseThrow();
        store.store(
                SPOOL,
                3,
                3,
                content(
                        new GapClosed(device, 0, last + 30_000),
                        new GapOpened(device, 0, last + 30_000, GapReason.COLLECTOR_STOPPED),
                        new GapClosed(device, 0, T0 + 300_000)));

        assertThat(database.count(
                        "collector.gap where reason = 'timeout' and to_time - from_time = interval '120 seconds'"))
                .isEqualTo(1);
        assertThat(database.count("collector.gap where reason = 'collector-stopped'"
                        + " and to_time - from_time = interval '180 seconds'"))
                .isEqualTo(1);
        assertThat(database.count("collector.gap where to_time is null")).isZero();
    }
}
