package id.ronda.collector.store;

import id.ronda.collector.DeviceId;
import id.ronda.collector.Gap;
import id.ronda.collector.GapReason;
import id.ronda.collector.Reach;
import id.ronda.collector.Series;
import id.ronda.collector.SeriesList;
import id.ronda.collector.SeriesPoints;
import id.ronda.collector.TimeSeries;
import id.ronda.collector.reach.ReachClause;
import id.ronda.kernel.Page;
import id.ronda.kernel.database.Database;
import id.ronda.kernel.database.Lane;
import id.ronda.kernel.list.ListGrammar;
import id.ronda.kernel.list.ListQuery;
import id.ronda.kernel.list.ListSql;
import id.ronda.kernel.list.PlacedRow;
import io.vertx.core.Future;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads the stored time series: one statement for the series with its gaps, one for the points. */
public final class SampleView implements TimeSeries, SeriesList {

    private static final String LIST = """
            select s.id, s.device_id, s.metric, s.instance, s.unit
            from collector.series s
            join collector.device d on d.id = s.device_id
            where s.id > :after and (:device::bigint is null or s.device_id = :device)
              and (:metric::text is null or s.metric = :metric) and %s
            order by s.id
            limit :limit
            """;

    private static final ListSql SERIES = ListSql.of(
            SeriesList.GRAMMAR,
            Map.of(
                    ListGrammar.ID,
                    "s.id",
                    "device",
                    "s.device_id",
                    "metric",
                    "s.metric",
                    "instance",
                    ListSql.text("s.instance")));

    private static final String FIND = """
            select s.id, s.device_id, s.metric, s.instance, s.unit
            from collector.series s
            join collector.device d on d.id = s.device_id
            where s.id = :id and %s
            """;

    static final String WITH_GAPS = """
            select s.unit, s.kind, s.since, d.interval_s, p.last_slot, g.from_time, g.to_time, g.reason
            from collector.series s
            join collector.device d on d.id = s.device_id
            left join collector.device_progress p on p.device_id = s.device_id
            left join collector.gap g
                on g.device_id = s.device_id and (g.series_id is null or g.series_id = s.id)
                and g.from_time < :to and coalesce(g.to_time, 'infinity'::timestamptz) > :from
            where s.id = :id and %s
            order by g.from_time
            """;

    private final Database database;
    private final Retention retention;
    private final SpoolCheck spool;
    private final Clock clock;

    /** A view of that database; what lies behind the clock's time is not expected yet. */
    public SampleView(Database database, Retention retention, SpoolCheck spool, Clock clock) {
        this.database = database;
        this.retention = retention;
        this.spool = spool;
        this.clock = clock;
    }

    @Override
    public Future<Page<Series>> list(
            Reach reach, @Nullable DeviceId device, @Nullable String metric, int after, int limit) {
        ReachClause reached = ReachClause.of(reach);
        return database.call(Lane.EDITS, handle -> {
            List<Series> rows = handle.createQuery(LIST.formatted(reached.sql()))
                    .bindMap(reached.values())
                    .bind("after", after)
                    .bind("device", device == null ? null : (Long) device.value())
                    .bind("metric", metric)
                    .bind("limit", limit + 1)
                    .map((row, context) -> series(row))
                    .list();
            return Page.of(rows, limit, series -> String.valueOf(series.id()));
        });
    }

    @Override
    public Future<Page<Series>> list(Reach reach, ListQuery query) {
        ListSql.Parts parts = SERIES.parts(query);
        ReachClause reached = ReachClause.of(reach);
        return database.call(
                Lane.EDITS,
                handle -> PlacedRow.page(
                        handle.createQuery("select s.id, s.device_id, s.metric, s.instance, s.unit" + parts.keys()
                                        + " from collector.series s join collector.device d on d.id = s.device_id where "
                                        + reached.sql() + " and " + parts.where() + " order by " + parts.orderBy()
                                        + " limit :limit")
                                .bindMap(reached.values())
                                .bindMap(parts.values())
                                .map((row, context) -> PlacedRow.of(query, series(row), row::getString))
                                .list(),
                        query));
    }

    @Override
    public Future<Optional<Series>> find(Reach reach, int id) {
        ReachClause reached = ReachClause.of(reach);
        return database.call(
                Lane.EDITS,
                handle -> handle.createQuery(FIND.formatted(reached.sql()))
                        .bindMap(reached.values())
                        .bind("id", id)
                        .map((row, context) -> series(row))
                        .findOne());
    }

    private static Series series(ResultSet row) throws SQLException {
        return new Series(
                row.getInt(1), new DeviceId(row.getLong(2)), row.getString(3), row.getString(4), row.getString(5));
    }

    /**
     * The points in {@code [from, to)}. With a step a point stands for the whole stretch that begins at its time, on
     * the step's raster since 1970 UTC: the same stretch has the same values whatever {@code from} and {@code to} are.
     */
    @Override
    public Future<PointsResult> points(Reach reach, int series, Instant from, Instant to, @Nullable Duration step) {
        if (step != null && step.toMillis() <= 0) {
            return Future.failedFuture(new IllegalArgumentException("a step is longer than nothing, not " + step));
        }
        Instant now = clock.instant();
        return database.call(Lane.EDITS, handle -> points(handle, reach, series, from, to, step, now));
    }

    private static PointsResult points(
            Handle handle, Reach reach, int series, Instant from, Instant to, @Nullable Duration step, Instant now) {
        List<Found> rows = rows(handle, reach, series, from, to);
        if (rows.isEmpty()) {
            return new PointsResult.UnknownSeries();
        }
        Found found = rows.getFirst();
        Instant first = from.isBefore(found.since) ? found.since : from;
        Instant last = to.isAfter(now) ? now : to;
        if (step != null && StepChoice.count(first, last, step) > MOST_POINTS) {
            return new PointsResult.TooMany(StepChoice.smallest(first, last, MOST_POINTS));
        }
        long begin = step == null ? from.toEpochMilli() : StepChoice.ceil(from, step);
        long end = step == null ? to.toEpochMilli() : StepChoice.ceil(to, step);
        PointQuery.Points points = step == null
                ? PointQuery.raw(handle, series, from, to, MOST_POINTS + 1)
                : PointQuery.step(handle, series, begin, end, step);
        if (points.points().size() > MOST_POINTS) {
            return new PointsResult.TooMany(StepChoice.smallest(first, last, MOST_POINTS));
        }
        double coverage = found.coverage().of(points.stored(), begin, end, now.toEpochMilli());
        List<Gap> gaps =
                rows.stream().map(row -> row.gap).filter(Objects::nonNull).toList();
        return new PointsResult.Found(
                new SeriesPoints(found.unit, step, points.points(), coverage, GapMerge.merge(gaps, from, to, now)));
    }

    private static List<Found> rows(Handle handle, Reach reach, int series, Instant from, Instant to) {
        ReachClause reached = ReachClause.of(reach);
        return handle.createQuery(WITH_GAPS.formatted(reached.sql()))
                .bindMap(reached.values())
                .bind("id", series)
                .bind("from", from)
                .bind("to", to)
                .map((row, context) -> new Found(
                        row.getString("unit"),
                        row.getString("kind").equals("counter"),
                        Objects.requireNonNull(instant(row, "since"), "since"),
                        row.getInt("interval_s") * 1000L,
                        instant(row, "last_slot"),
                        gap(row)))
                .list();
    }

    private static @Nullable Gap gap(ResultSet row) throws SQLException {
        Instant from = instant(row, "from_time");
        return from == null
                ? null
                : new Gap(
                        from,
                        instant(row, "to_time"),
                        GapReason.ofCode(row.getString("reason"))
                                .orElseThrow(() -> new IllegalStateException("a gap of unknown reason is stored")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    @Override
    public Future<StorageUse> storage() {
        Instant now = clock.instant();
        return database.call(Lane.EDITS, handle -> {
            StorageUse use = retention.use(handle, now);
            return spool.look(handle).map(use::with).orElse(use);
        });
    }

    /** The series once, with one of its gaps. */
    private record Found(
            String unit,
            boolean isRate,
            Instant since,
            long interval,
            @Nullable Instant lastSlot,
            @Nullable Gap gap) {

        Coverage coverage() {
            Long last = lastSlot == null ? null : (Long) lastSlot.toEpochMilli();
            return new Coverage(interval, since.toEpochMilli(), last, isRate);
        }
    }
}
