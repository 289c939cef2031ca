package id.ronda.collector.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.ronda.collector.DeviceId;
import id.ronda.collector.Gap;
import id.ronda.collector.GapReason;
import id.ronda.collector.Reach;
import id.ronda.collector.Series;
import id.ronda.collector.SeriesPoints;
import id.ronda.collector.SeriesPoints.Point;
import id.ronda.collector.StorageNote;
import id.ronda.collector.TimeSeries.PointsResult;
import id.ronda.collector.TimeSeries.StorageUse;
import id.ronda.collector.reading.ObjectKind;
import id.ronda.collector.spool.SegmentContent;
import id.ronda.collector.spool.SpoolRecord;
import id.ronda.collector.spool.SpoolRecord.GapClosed;
import id.ronda.collector.spool.SpoolRecord.GapOpened;
import id.ronda.collector.spool.SpoolRecord.SampleGroup;
import id.ronda.collector.spool.SpoolSettings;
import id.ronda.kernel.Page;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class SampleViewTest {

    @RegisterExtension
    static final StoreDatabase database = new StoreDatabase();

    private static final Instant T0 = Instant.parse("2026-11-20T00:00:00Z");
    private static final Instant NOW = T0.plus(Duration.ofHours(30));
    private static final UUID SPOOL = UUID.fromString("11111111-2222-3333-4444-555555555555");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Retention retention =
            new Retention(database.app(), database.layout(), RetentionSettings.defaults(Long.MAX_VALUE), meters);
    private final SpoolCheck spool = new SpoolCheck(database.app(), SpoolSettings.of(Path.of("spool"), 32L << 20));
    private final SampleView view = new SampleView(database.app(), retention, spool, Clock.fixed(NOW, ZoneOffset.UTC));
    private final Rollups rollups = new Rollups(database.app(), () -> Long.MAX_VALUE, meters);
    private final SampleStore store = new SampleStore(database.app(), database.layout(), () -> Long.MIN_VALUE);
    private long segment;
    private long device;
    private int series;

    @BeforeEach
    void begin() throws Exception {
        device = database.device("core", 60);
        series = register(device, "temperature", "cpu");
        database.execute("update collector.rollup_state set done_to = '2026-11-20T00:00:00Z' where name <> 'raw'");
    }

    private int register(long owner, String metric, String instance) throws Exception {
        SeriesRegistry registry = new SeriesRegistry(database.app(), Clock.fixed(T0, ZoneOffset.UTC));
        return get(registry.idsFor(
                new DeviceId(owner), List.of(new SeriesKey(metric, instance, "Cel", ObjectKind.GAUGE))))[0];
    }

    private static <T> T get(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private void store(SpoolRecord... records) {
        segment++;
        store.store(SPOOL, segment, segment, SegmentContent.of(List.of(records)));
    }

    /** One sample a minute whose value is its minute. */
    private void storeMinutes(int from, int to) {
        List<SpoolRecord> records = new ArrayList<>();
        for (int minute = from; minute < to; minute++) {
            records.add(new SampleGroup(device, at(minute).toEpochMilli(), new int[] {series}, new double[] {minute}));
        }
        store(records.toArray(SpoolRecord[]::new));
    }

    private static Instant at(int minute) {
        return T0.plus(Duration.ofMinutes(minute));
    }

    private SeriesPoints points(int from, int to, @Nullable Duration step) throws Exception {
        PointsResult result = get(view.points(Reach.EVERYTHING, series, at(from), at(to), step));
        assertThat(result).isInstanceOf(PointsResult.Found.class);
        return ((PointsResult.Found) result).points();
    }

    @Test
    void givesRawPointsOfAHalfOpenStretch() throws Exception {
        storeMinutes(0, 100);
        SeriesPoints found = points(10, 20, null);

        assertThat(found.unit()).isEqualTo("Cel");
        assertThat(found.step()).isNull();
        assertThat(found.points()).hasSize(10).startsWith(new Point(at(10).toEpochMilli(), 10, 10, 10));
        assertThat(found.coverage()).isEqualTo(1);
        assertThat(found.gaps()).isEmpty();
    }

    @Test
    void stepsAreTheSameFromSamplesAndFromRollups() throws Exception {
        storeMinutes(0, 25 * 60);
        for (Duration step : List.of(Duration.ofMinutes(10), Duration.ofHours(1), Duration.ofDays(1))) {
            SeriesPoints raw = points(0, 25 * 60, step);
            rollups.run(at(25 * 60 + 2));
            SeriesPoints rolledUp = points(0, 25 * 60, step);

            assertThat(rolledUp.coverage()).isEqualTo(raw.coverage());
            assertThat(rolledUp.points()).hasSameSizeAs(raw.points());
            for (int i = 0; i < raw.points().size(); i++) {
                assertThat(rolledUp.points().get(i).avg())
                        .isCloseTo(raw.points().get(i).avg(), within(1e-9));
                assertThat(rolledUp.points().get(i).min())
                        .isEqualTo(raw.points().get(i).min());
                assertThat(rolledUp.points().get(i).max())
                        .isEqualTo(raw.points().get(i).max());
            }
            database.execute("truncate collector.sample_5m, collector.sample_1h, collector.sample_1d");
            database.execute("update collector.rollup_state set done_to = '2026-11-20T00:00:00Z' where name <> 'raw'");
        }
    }

    @Test
    void readsOldDaysFromRollupsWhenTheSamplesAreGone() throws Exception {
        storeMinutes(0, 60);
        rollups.run(at(62));
        database.execute("truncate collector.sample");

        SeriesPoints found = points(0, 60, Duration.ofMinutes(30));

        assertThat(found.points())
                .containsExactly(
                        new Point(at(0).toEpochMilli(), 0, 14.5, 29), new Point(at(30).toEpochMilli(), 30, 44.5, 59));
        assertThat(found.coverage()).isEqualTo(1);
    }

    @Test
    void missingSlotsAreAbsentAndLowerTheCoverage() throws Exception {
        storeMinutes(0, 30);
        store(new GapOpened(device, 0, at(30).toEpochMilli(), GapReason.TIMEOUT));
        store(new GapClosed(device, 0, at(60).toEpochMilli()));
        store(new GapOpened(device, series, at(50).toEpochMilli(), GapReason.MISSING_OBJECT));
        storeMinutes(60, 120);

        SeriesPoints found = points(0, 120, null);

        assertThat(found.points()).hasSize(90);
        assertThat(found.coverage()).isEqualTo(0.75);
        assertThat(found.gaps())
                .containsExactly(
                        new Gap(at(30), at(60), GapReason.TIMEOUT), new Gap(at(50), at(120), GapReason.MISSING_OBJECT));
    }

    @Test
    void namesTheSmallestStepWhenThereAreTooManyPoints() throws Exception {
        PointsResult tooFine = get(view.points(Reach.EVERYTHING, series, T0, NOW, Duration.ofSeconds(1)));
        assertThat(tooFine).isEqualTo(new PointsResult.TooMany(Duration.ofSeconds(15)));

        store(new SampleGroup(device, T0.toEpochMilli(), new int[10_001], new double[10_001]));
        database.execute("update collector.sample set series_id = " + series);
        assertThat(get(view.points(Reach.EVERYTHING, series, T0, NOW, null))).isInstanceOf(PointsResult.TooMany.class);
    }

    @Test
    void knowsWhatItDoesNotKnow() throws Exception {
        assertThat(get(view.points(Reach.EVERYTHING, series + 1, T0, NOW, null)))
                .isEqualTo(new PointsResult.UnknownSeries());
        assertThat(get(view.find(Reach.EVERYTHING, series + 1))).isEmpty();
    }

    @Test
    void listsSeriesPageByPage() throws Exception {
        int second = register(device, "temperature", "board");
        int third = register(database.device("other", 60), "load", "");

        Page<Series> page = get(view.list(Reach.EVERYTHING, null, null, 0, 2));
        assertThat(page.items()).extracting(Series::id).containsExactly(series, second);
        assertThat(get(view.list(Reach.EVERYTHING, null, null, Integer.parseInt(String.valueOf(page.next())), 2))
                        .items())
                .extracting(Series::id)
                .containsExactly(third);
        assertThat(get(view.list(Reach.EVERYTHING, new DeviceId(device), "temperature", 0, 10))
                        .items())
                .hasSize(2);
        assertThat(get(view.list(Reach.EVERYTHING, null, "load", 0, 10)).items())
                .extracting(Series::metric)
                .containsExactly("load");
        assertThat(get(view.find(Reach.EVERYTHING, series)))
                .map(Series::instance)
                .contains("cpu");
    }

    @Test
    void saysHowMuchDiskIsUsedAndHowManyDaysFit() throws Exception {
        storeMinutes(0, 200);
        retention.run(NOW);

        StorageUse use = get(view.storage());

        assertThat(use.usedBytes()).isPositive();
        assertThat(use.budgetBytes()).isEqualTo(20L << 30);
        assertThat(use.rawDays()).isEqualTo(14);
        assertThat(use.oldest()).isEqualTo(T0);
        assertThat(use.notes()).isEmpty();
    }

    @Test
    void saysOnThePageTooThatTheSpoolIsTooSmall() throws Exception {
        long heavy = database.device("heavy", 1);
        database.execute("insert into collector.series (device_id, metric, instance, unit, kind, since) select " + heavy
                + ", 'load', i::text, '%', 'gauge', now() from generate_series(1, 20000) i");

        assertThat(get(view.storage()).notes()).hasOnlyElementsOfType(StorageNote.SpoolTooSmall.class);
    }

    @Test
    void retentionKeepsEverythingWhileOnlyTheClockRanAhead() {
        storeMinutes(0, 10);
        database.execute("update collector.rollup_state set done_to = '2031-01-01' where name = '5m'");
        try {
            retention.run(Instant.parse("2031-05-01T00:00:00Z"));
            assertThat(database.count("collector.sample")).isPositive();
        } finally {
            database.execute("update collector.rollup_state set done_to = '2026-11-20' where name = '5m'");
        }
    }

    @Test
    void findsTheGapsOfAChartByTheirEnd() {
        database.execute("insert into collector.gap (device_id, from_time, to_time, reason)"
                + " select d, timestamptz '2026-01-01' + i * interval '1 hour',"
                + " timestamptz '2026-01-01' + i * interval '1 hour' + interval '1 minute', 'timeout'"
                + " from generate_series(100, 119) d, generate_series(1, 500) i");
        database.execute("analyze collector.gap");

        String plan = database.app()
                .run(
                        id.ronda.kernel.database.Lane.EDITS,
                        handle -> String.join(
                                "\n",
                                handle.createQuery("explain " + SampleView.WITH_GAPS.formatted("true"))
                                        .bind("id", series)
                                        .bind("from", NOW.minusSeconds(3600))
                                        .bind("to", NOW)
                                        .mapTo(String.class)
                                        .list()));

        assertThat(plan).contains("gap_device_end").doesNotContain("Seq Scan on gap");
    }

    @Test
    void retentionDeletesOldGapsAndFactsAndCountsWhatTheyTake() throws Exception {
        storeMinutes(0, 10);
        database.execute("insert into collector.gap (device_id, from_time, to_time, reason) values"
                + " (901, '2015-01-01', '2015-01-02', 'timeout'), (901, '2026-11-01', '2026-11-02', 'timeout'),"
                + " (902, '2015-01-01', null, 'timeout')");
        database.execute("insert into kernel.outbox (written_at, type, fact) values"
                + " (now() - interval '31 days', 'old', '{}'), (now() - interval '29 days', 'young', '{}')");

        long before = get(view.storage()).usedBytes();
        retention.run(NOW);

        assertThat(before)
                .isGreaterThan(database.number(
                        "select pg_total_relation_size('kernel.outbox') + pg_total_relation_size('collector.gap')"));
        assertThat(database.count("collector.gap where from_time < '2016-01-01'"))
                .isEqualTo(1);
        assertThat(database.count("collector.gap where device_id = 901")).isEqualTo(1);
        assertThat(database.count("kernel.outbox where type in ('old', 'young')"))
                .isEqualTo(1);
        database.execute("delete from kernel.outbox");
    }

    @Test
    void retentionDropsOldDaysAndMakesTheNextOnes() {
        storeMinutes(0, 10);
        database.execute("update collector.rollup_state set done_to = '2026-12-31' where name = '5m'");
        Instant later = NOW.plus(Duration.ofDays(20));
        database.execute("update collector.device_progress set last_slot = '" + later + "'");

        retention.run(later);

        assertThat(database.count("collector.sample")).isZero();
        assertThat(database.number("select extract(epoch from done_to) from collector.rollup_state where name = 'raw'"))
                .isGreaterThanOrEqualTo(T0.plus(Duration.ofDays(1)).getEpochSecond());
        assertThat(database.count("pg_class where relname = 'sample_p20261212'"))
                .isEqualTo(1);
        database.execute("update collector.rollup_state set done_to = 'epoch' where name = 'raw'");
    }
}
