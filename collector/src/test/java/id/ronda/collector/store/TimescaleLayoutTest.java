package id.ronda.collector.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import id.ronda.collector.Reach;
import id.ronda.collector.SeriesPoints;
import id.ronda.collector.TimeSeries.PointsResult;
import id.ronda.collector.spool.SegmentContent;
import id.ronda.collector.spool.SpoolRecord;
import id.ronda.collector.spool.SpoolRecord.SampleGroup;
import id.ronda.collector.spool.SpoolSettings;
import id.ronda.kernel.database.Lane;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The second layout on a real TimescaleDB. */
@EnabledIfSystemProperty(
        named = TimescaleDatabase.URL,
        matches = "jdbc:postgresql:.+",
        disabledReason = "no TimescaleDB was given by -D" + TimescaleDatabase.URL)
@Timeout(300)
final class TimescaleLayoutTest {

    @RegisterExtension
    static final TimescaleDatabase database = new TimescaleDatabase();

    private static final Instant T0 = Instant.parse("2026-11-10T00:00:00Z");
    private static final int DAY_MINUTES = 24 * 60;
    private static final UUID SPOOL = UUID.fromString("11111111-2222-3333-4444-555555555555");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private SampleLayout layout;
    private SampleStore store;
    private long segment;

    @BeforeEach
    void begin() {
        database.execute("truncate collector.sample");
        database.execute("truncate collector.ingested_batch, collector.device_progress, collector.rollup_late,"
                + " collector.device, collector.series restart identity cascade");
        for (String aggregate : List.of("sample_5m", "sample_1h", "sample_1d")) {
            database.execute("truncate collector." + aggregate);
        }
        database.execute(
                "update collector.rollup_state set done_to = 'epoch' where name in ('raw', 'dropped_5m', 'dropped_1h')");
        database.execute(
                "insert into collector.device (address, port, interval_s, snmp_version, snmp_identity, created_at)"
                        + " values ('127.0.0.1', 161, 60, '2c', 'public', now())");
        database.execute("insert into collector.series (device_id, metric, instance, unit, kind, since)"
                + " values (1, 'load', '1', '%', 'gauge', '2026-11-10T00:00:00Z')");
        layout = SampleLayout.of(database.app(), () -> Long.MAX_VALUE, meters);
        store = new SampleStore(database.app(), layout, layout::lateBefore);
    }

    private static Instant at(int minute) {
        return T0.plus(Duration.ofMinutes(minute));
    }

    private static SpoolRecord sample(int minute, double value) {
        return new SampleGroup(1, at(minute).toEpochMilli(), new int[] {1}, new double[] {value});
    }

    private boolean store(List<SpoolRecord> records) {
        segment++;
        return store.store(SPOOL, segment, segment, SegmentContent.of(records));
    }

    /** One sample a minute whose value is its minute. */
    private void storeMinutes(int from, int to) {
        List<SpoolRecord> records = new ArrayList<>();
        for (int minute = from; minute < to; minute++) {
            records.add(sample(minute, minute));
        }
        store(records);
    }

    private void refresh() {
        database.refresh(T0);
    }

    private record Row(long time, double min, double max, double avg, double last, int count) {}

    private static List<Row> rows(String view) {
        return database.asOwner()
                .withHandle(handle -> handle.createQuery("select time, min, max, avg, last, count from collector."
                                + view + " where series_id = 1 order by time")
                        .map((row, context) -> new Row(
                                row.getTimestamp(1).getTime(),
                                row.getDouble(2),
                                row.getDouble(3),
                                row.getDouble(4),
                                row.getDouble(5),
                                row.getInt(6)))
                        .list());
    }

    private static void assertMinutes(String view, int width, int stretches) {
        List<Row> rows = rows(view);
        assertThat(rows).hasSize(stretches);
        for (int i = 0; i < stretches; i++) {
            Row row = rows.get(i);
            int first = i * width;
            assertThat(row)
                    .isEqualTo(new Row(
                            at(first).toEpochMilli(), first, first + width - 1.0, row.avg, first + width - 1.0, width));
            assertThat(row.avg).isCloseTo(first + (width - 1) / 2.0, within(1e-9));
        }
    }

    @Test
    void isTakenWhereTheServerOffersItAndStays() {
        assertThat(layout).isInstanceOf(TimescaleLayout.class);
        storeMinutes(0, 10);
        database.migrateAgain();
        assertThat(database.layout()).isInstanceOf(TimescaleLayout.class);
        assertThat(database.number("select count(*) from collector.v_sample")).isEqualTo(10);
    }

    @Test
    void showsReadersTheSameViews() {
        StoreDatabase plain = new StoreDatabase();
        try {
            assertThat(viewColumns(database.asOwner()))
                    .isEqualTo(viewColumns(plain.asOwner()))
                    .isNotEmpty();
        } finally {
            plain.close();
        }
        assertThat(database.number("select count(*) from information_schema.role_table_grants where grantee ="
                        + " 'ronda_read' and table_schema = 'collector'"))
                .isEqualTo(6);
    }

    private static List<String> viewColumns(Jdbi jdbi) {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        select table_name || '.' || column_name || ' ' || data_type || ' ' || ordinal_position
                        from information_schema.columns
                        where table_schema = 'collector' and table_name like 'v\\_%' order by 1
                        """).mapTo(String.class).list());
    }

    @Test
    void letsTheWorkingRoleChangeNoTable() {
        for (String forbidden : List.of(
                "drop table collector.sample",
                "select drop_chunks('collector.sample', older_than => now())",
                "select collector.adopt_timescale()",
                "call collector.refresh_rollups()")) {
            assertThatThrownBy(() -> database.asApp().useHandle(handle -> handle.execute(forbidden)))
                    .as(forbidden)
                    .hasMessageContaining("ERROR");
        }
    }

    @Test
    void storesABatchOnce() {
        List<SpoolRecord> batch = List.of(sample(0, 1), sample(1, 2));
        assertThat(store(batch)).isTrue();
        segment--;
        assertThat(store(batch)).isFalse();
        assertThat(database.number("select count(*) from collector.v_sample")).isEqualTo(2);
    }

    @Test
    void rollsUpToEveryLevel() {
        storeMinutes(0, 2 * DAY_MINUTES);
        refresh();

        assertMinutes("v_sample_5m", 5, 2 * DAY_MINUTES / 5);
        assertMinutes("v_sample_1h", 60, 48);
        assertMinutes("v_sample_1d", DAY_MINUTES, 2);
    }

    @Test
    void samplesThatComeLateIntoAPackedDayReachEveryLevel() {
        storeMinutes(0, 100);
        storeMinutes(130, DAY_MINUTES);
        refresh();
        database.pack();
        assertThat(rows("v_sample_1d").getFirst().count).isEqualTo(DAY_MINUTES - 30);

        storeMinutes(100, 130);
        refresh();

        assertMinutes("v_sample_5m", 5, DAY_MINUTES / 5);
        assertMinutes("v_sample_1h", 60, 24);
        assertMinutes("v_sample_1d", DAY_MINUTES, 1);
    }

    @Test
    void keepsTheRollupsOfDaysThatWereDropped() {
        storeMinutes(0, 2 * DAY_MINUTES);
        refresh();
        Partition first = database.app().run(Lane.EDITS, layout::partitions).stream()
                .filter(Partition::isRaw)
                .findFirst()
                .orElseThrow();
        assertThat(first.from()).isEqualTo(T0);

        database.app().run(Lane.EDITS, handle -> {
            layout.drop(handle, first);
            return true;
        });
        store(List.of(sample(7, 9_999)));
        refresh();
        layout.rollUp(at(3 * DAY_MINUTES));

        assertThat(database.number("select count(*) from collector.v_sample")).isEqualTo(DAY_MINUTES + 1);
        assertMinutes("v_sample_5m", 5, 2 * DAY_MINUTES / 5);
        assertMinutes("v_sample_1h", 60, 48);
        assertMinutes("v_sample_1d", DAY_MINUTES, 2);
        assertThat(meters.counter("ronda.rollup.late.lost").count()).isEqualTo(1);
    }

    @Test
    void keepsHourAndDayWhenTheFiveMinutesWereDropped() {
        storeMinutes(0, 9 * DAY_MINUTES);
        refresh();
        List<Row> hours = rows("v_sample_1h");
        Partition fiveMinutes = database.app().run(Lane.EDITS, layout::partitions).stream()
                .filter(p -> p.table() == PartitionedTable.FIVE_MINUTES)
                .findFirst()
                .orElseThrow();
        database.app().run(Lane.EDITS, handle -> {
            layout.drop(handle, fiveMinutes);
            return true;
        });
        refresh();

        assertThat(rows("v_sample_5m")).hasSizeLessThan(9 * DAY_MINUTES / 5);
        assertThat(rows("v_sample_1h")).isEqualTo(hours);
        assertMinutes("v_sample_1d", DAY_MINUTES, 9);
    }

    @Test
    void theRetentionDropsByAgeAndCountsPackedDays() {
        storeMinutes(0, 3 * DAY_MINUTES);
        refresh();
        database.pack();
        Retention retention =
                new Retention(database.app(), layout, new RetentionSettings(1, 90, 365, 365, 1L << 40), meters);

        retention.run(at(3 * DAY_MINUTES));

        assertThat(database.number("select count(*) from collector.v_sample")).isEqualTo(DAY_MINUTES);
        assertThat(meters.get("ronda.storage.bytes").gauge().value()).isPositive();
        assertThat(database.number("select sum(count) from collector.v_sample_1d"))
                .isEqualTo(3 * DAY_MINUTES);
    }

    @Test
    void pointsAreTheSameFromSamplesAndFromAggregates() throws Exception {
        storeMinutes(0, 2 * DAY_MINUTES + 90);
        database.execute("update collector.rollup_state set done_to = 'epoch' where name in ('5m', '1h', '1d')");
        List<SeriesPoints.Point> raw = new ArrayList<>(points(Duration.ofHours(2)));
        refresh();

        assertThat(database.number("select count(*) from collector.sample_1h")).isPositive();
        assertThat(points(Duration.ofHours(2))).isEqualTo(raw).hasSize(25);
    }

    private List<SeriesPoints.Point> points(Duration step) throws Exception {
        Instant now = at(3 * DAY_MINUTES);
        Retention retention = new Retention(database.app(), layout, RetentionSettings.defaults(Long.MAX_VALUE), meters);
        SpoolCheck spool = new SpoolCheck(database.app(), SpoolSettings.of(Path.of("spool"), 1L << 30));
        SampleView view = new SampleView(database.app(), retention, spool, Clock.fixed(now, ZoneOffset.UTC));
        PointsResult result = view.points(Reach.EVERYTHING, 1, T0, now, step)
                .toCompletionStage()
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
        return ((PointsResult.Found) result).points().points();
    }

    @Test
    void noticesWhenTheRollupsStandStill() {
        database.execute("update collector.rollup_state set done_to = '2026-11-10T00:00:00Z' where name = '5m'");
        layout.rollUp(at(60));
        assertThat(meters.get("ronda.rollup.lag.seconds").gauge().value()).isEqualTo(3_600);
    }

    /** Small here; {@code -Dronda.bench.slots=100} makes figures that mean something. */
    @Test
    void storesEveryRowOfTheBenchmark(@TempDir Path folder) throws Exception {
        var figures = new IngestBench(
                        database.app(), folder, 9_600, Long.getLong("ronda.bench.slots", 2), () -> Double.NaN)
                .run();
        LoggerFactory.getLogger(IngestBench.class).warn("{}", figures);
        assertThat(figures.rows()).isPositive();
        assertThat(database.number("select count(*) from collector.sample")).isZero();
    }
}
