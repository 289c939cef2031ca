package id.ronda.collector.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.ronda.collector.spool.SegmentContent;
import id.ronda.collector.spool.SpoolRecord;
import id.ronda.collector.spool.SpoolRecord.SampleGroup;
import id.ronda.kernel.database.Lane;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class RollupsTest {

    @RegisterExtension
    static final StoreDatabase database = new StoreDatabase();

    private static final long T0 = Instant.parse("2026-11-20T00:00:00Z").toEpochMilli();
    private static final long HOUR = 3_600_000;
    private static final UUID SPOOL = UUID.fromString("11111111-2222-3333-4444-555555555555");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private long oldestUnstored = Long.MAX_VALUE;
    private Rollups rollups;
    private SampleStore store;
    private long segment;

    private record Sample(int series, long time, double value) {}

    private record Row(double min, double max, double avg, double last, int count) {}

    @BeforeEach
    void begin() {
        rollups = new Rollups(database.app(), () -> oldestUnstored, meters);
        store = new SampleStore(database.app(), new PartitionLayout(rollups), rollups::rolledUpTo);
        long device = database.device("core", 30);
        for (int i = 1; i <= 3; i++) {
            database.execute("insert into collector.series (device_id, metric, instance, unit, kind, since) values ("
                    + device + ", 'load', '" + i + "', '%', 'gauge', '2026-11-20T00:00:00Z')");
        }
        database.execute("update collector.rollup_state set done_to = '2026-11-20T00:00:00Z'");
        database.execute("update collector.rollup_state set done_to = 'epoch' where name = 'raw'");
    }

    private void store(List<Sample> samples) {
        List<SpoolRecord> records = samples.stream()
                .<SpoolRecord>map(s -> new SampleGroup(1, s.time, new int[] {s.series}, new double[] {s.value}))
                .toList();
        segment++;
        store.store(SPOOL, segment, segment, SegmentContent.of(records));
    }

    private static List<Sample> random(long from, long to, long seed) {
        Random random = new Random(seed);
        List<Sample> samples = new ArrayList<>();
        for (long time = from; time < to; time += 30_000) {
            for (int series = 1; series <= 3; series++) {
                if (random.nextInt(10) > 0) {
                    samples.add(new Sample(series, time, random.nextGaussian() * 100));
                }
            }
        }
        return samples;
    }

    private static void assertRolledUp(RollupLevel level, List<Sample> samples, long to) {
        Map<List<Long>, List<Sample>> buckets = samples.stream()
                .filter(s -> level.floor(s.time) < to)
                .collect(Collectors.groupingBy(
                        s -> List.of((long) s.series, level.floor(s.time)), TreeMaps::byKey, Collectors.toList()));
        Map<List<Long>, Row> rows = rows(level);
        assertThat(rows.keySet()).isEqualTo(buckets.keySet());
        buckets.forEach((key, bucket) -> assertSame(java.util.Objects.requireNonNull(rows.get(key)), naive(bucket)));
    }

    private static void assertSame(Row row, Row expected) {
        assertThat(row.avg).isCloseTo(expected.avg, within(1e-9));
        assertThat(new Row(row.min, row.max, 0, row.last, row.count))
                .isEqualTo(new Row(expected.min, expected.max, 0, expected.last, expected.count));
    }

    private static Row naive(List<Sample> bucket) {
        double[] values = bucket.stream().mapToDouble(Sample::value).toArray();
        var statistics = java.util.Arrays.stream(values).summaryStatistics();
        return new Row(
                statistics.getMin(),
                statistics.getMax(),
                statistics.getAverage(),
                values[values.length - 1],
                values.length);
    }

    private static Map<List<Long>, Row> rows(RollupLevel level) {
        Map<List<Long>, Row> rows = TreeMaps.byKey();
        database.asOwner()
                .useHandle(handle -> handle.createQuery(
                                "select * from collector." + level.table().table())
                        .map((row, context) -> rows.put(
                                List.of(
                                        row.getLong("series_id"),
                                        row.getTimestamp("time").getTime()),
                                new Row(
                                        row.getDouble("min"),
                                        row.getDouble("max"),
                                        row.getDouble("avg"),
                                        row.getDouble("last"),
                                        row.getInt("count"))))
                        .list());
        return rows;
    }

    private static final class TreeMaps {
        static <V> Map<List<Long>, V> byKey() {
            return new TreeMap<>(java.util.Comparator.<List<Long>>comparingLong(k -> k.get(0))
                    .thenComparingLong(k -> k.get(1)));
        }
    }

    @Test
    void equalsANaiveComputationOnEveryLevel() {
        List<Sample> samples = random(T0, T0 + 26 * HOUR, 1);
        store(samples);

        rollups.run(Instant.ofEpochMilli(T0 + 26 * HOUR + 90_000));

        assertRolledUp(RollupLevel.FIVE_MINUTES, samples, T0 + 26 * HOUR);
        assertRolledUp(RollupLevel.HOUR, samples, T0 + 26 * HOUR);
        assertRolledUp(RollupLevel.DAY, samples, T0 + 24 * HOUR);
    }

    @Test
    void goesOnWhereItStoppedAndChangesNothingTwice() {
        List<Sample> samples = random(T0, T0 + 2 * HOUR, 2);
        store(samples.stream().filter(s -> s.time < T0 + HOUR).toList());
        rollups.run(Instant.ofEpochMilli(T0 + HOUR + 90_000));
        store(samples.stream().filter(s -> s.time >= T0 + HOUR).toList());
        rollups.run(Instant.ofEpochMilli(T0 + 2 * HOUR + 90_000));
        rollups.run(Instant.ofEpochMilli(T0 + 2 * HOUR + 90_000));

        assertRolledUp(RollupLevel.FIVE_MINUTES, samples, T0 + 2 * HOUR);
        assertRolledUp(RollupLevel.HOUR, samples, T0 + 2 * HOUR);
    }

    @Test
    void waitsForWhatIsStillInTheSpool() {
        List<Sample> samples = random(T0, T0 + HOUR, 3);
        store(samples);
        oldestUnstored = T0 + HOUR / 2 + 1;

        rollups.run(Instant.ofEpochMilli(T0 + 10 * HOUR));

        assertRolledUp(RollupLevel.FIVE_MINUTES, samples, T0 + HOUR / 2);
        assertThat(rows(RollupLevel.HOUR)).isEmpty();
    }

    @Test
    void goesNoFurtherThanADayBehindTheNewestSampleWhenTheClockIsAhead() {
        store(random(T0, T0 + HOUR, 6));

        rollups.run(Instant.parse("2027-03-01T00:00:00Z"));

        assertThat(database.number("select extract(epoch from done_to) from collector.rollup_state where name = '5m'"))
                .isLessThanOrEqualTo((T0 + 25 * HOUR) / 1000);
    }

    @Test
    void lateSamplesRepeatTheirStretchesOnEveryLevel() {
        List<Sample> samples = random(T0, T0 + 25 * HOUR, 4);
        List<Sample> late = samples.stream().filter(s -> s.time % 7 == 0).toList();
        store(samples.stream().filter(s -> s.time % 7 != 0).toList());
        rollups.run(Instant.ofEpochMilli(T0 + 25 * HOUR + 90_000));

        store(late);
        assertThat(database.count("collector.rollup_late")).isPositive();
        rollups.run(Instant.ofEpochMilli(T0 + 25 * HOUR + 90_000));

        assertThat(database.count("collector.rollup_late")).isZero();
        assertRolledUp(RollupLevel.FIVE_MINUTES, samples, T0 + 25 * HOUR);
        assertRolledUp(RollupLevel.HOUR, samples, T0 + 25 * HOUR);
        assertRolledUp(RollupLevel.DAY, samples, T0 + 24 * HOUR);
    }

    @Test
    void neverReplacesAWholeStretchByThePartThatCameAfterItsDayWasDropped() {
        List<Sample> samples = random(T0, T0 + HOUR, 5);
        store(samples);
        rollups.run(Instant.ofEpochMilli(T0 + HOUR + 90_000));
        database.app().run(Lane.EDITS, handle -> {
            PartitionedTable.SAMPLE.drop(handle, T0);
            return handle.execute("update collector.rollup_state set done_to = '2026-11-21' where name = 'raw'");
        });
        try {
            store(List.of(new Sample(1, T0, 9_999)));
        } catch (RuntimeException dropped) {
            segment--;
            store(List.of(new Sample(1, T0, 9_999)));
        }
        rollups.run(Instant.ofEpochMilli(T0 + HOUR + 90_000));

        assertRolledUp(RollupLevel.FIVE_MINUTES, samples, T0 + HOUR);
        assertThat(meters.counter("ronda.rollup.late.lost").count()).isEqualTo(1);
    }
}
