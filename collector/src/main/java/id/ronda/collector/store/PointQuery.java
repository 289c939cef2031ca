package id.ronda.collector.store;

import id.ronda.collector.SeriesPoints.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Reads points of one series with one statement, each stretch of time from the coarsest table that has it. */
final class PointQuery {

    private static final String RAW = """
            select (extract(epoch from time) * 1000)::bigint, value
            from collector.sample
            where series_id = :id and time >= :from and time < :to
            order by time
            limit :limit
            """;

    private static final String STEP = """
            select (extract(epoch from date_bin(:step * interval '1 millisecond', time, 'epoch')) * 1000)::bigint
                 , min(low), sum(total) / sum(n), max(high), sum(n)
            from (%s) as part
            group by 1
            order by 1
            """;

    private static final String RAW_PART = """
            select time, value as low, value as high, value as total, 1 as n
            from collector.sample
            where series_id = :id and time >= %s and time < :to
            """;

    private static final String ROLLUP_PART = """
            select time, min, max, avg * count, count
            from collector.%s
            where series_id = :id and time >= %s and time < least(:to, %s)
            """;

    private PointQuery() {}

    /** @param stored slots that the points stand for */
    record Points(List<Point> points, long stored) {}

    static Points raw(Handle handle, int series, Instant from, Instant to, int limit) {
        List<Point> points = handle.createQuery(RAW)
                .bind("id", series)
                .bind("from", from)
                .bind("to", to)
                .bind("limit", limit)
                .map((row, context) -> raw(row.getLong(1), row.getDouble(2)))
                .list();
        return new Points(points, points.size());
    }

    private static Point raw(long millis, double value) {
        return new Point(millis, value, value, value);
    }

    /** Whole stretches: {@code from} and {@code to} lie on the step's raster. */
    static Points step(Handle handle, int series, long from, long to, Duration step) {
        long[] stored = {0};
        List<Point> points = handle.createQuery(STEP.formatted(parts(step)))
                .bind("id", series)
                .bind("from", Instant.ofEpochMilli(from))
                .bind("to", Instant.ofEpochMilli(to))
                .bind("step", step.toMillis())
                .map((row, context) -> {
                    stored[0] += row.getLong(5);
                    return new Point(row.getLong(1), row.getDouble(2), row.getDouble(3), row.getDouble(4));
                })
                .list();
        return new Points(points, stored[0]);
    }

    /** From the coarsest rollup that divides the step down to the samples, each from where the coarser one ends. */
    private static String parts(Duration step) {
        List<String> parts = new ArrayList<>();
        String begin = ":from";
        for (RollupLevel level : List.of(RollupLevel.DAY, RollupLevel.HOUR, RollupLevel.FIVE_MINUTES)) {
            if (step.toMillis() % level.widthMillis() == 0) {
                String done = done(level);
                parts.add(ROLLUP_PART.formatted(level.table().table(), begin, done));
                begin = "greatest(:from, " + done + ")";
            }
        }
        parts.addFirst(RAW_PART.formatted(begin));
        return String.join("union all\n", parts);
    }

    private static String done(RollupLevel level) {
        return "(select done_to from collector.rollup_state where name = '" + level.code() + "')";
    }
}
