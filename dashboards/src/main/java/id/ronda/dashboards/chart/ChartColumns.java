package id.ronda.dashboards.chart;

import id.ronda.collector.SeriesPoints;
import id.ronda.collector.SeriesPoints.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Points of several series on one axis of time, as uPlot wants them: where a series has no point its column holds null, and
 * where none has one for longer than a step and a half a row of nulls breaks the lines, so that a gap is seen as a gap.
 */
final class ChartColumns {

    private final long[] times;
    private final List<@Nullable Point[]> columns;

    private ChartColumns(long[] times, List<@Nullable Point[]> columns) {
        this.times = times;
        this.columns = columns;
    }

    /** Joins them; {@code width} is the expected distance of two points in milliseconds. */
    static ChartColumns join(List<SeriesPoints> series, long width) {
        long[] present = series.stream()
                .flatMap(one -> one.points().stream())
                .mapToLong(Point::epochMillis)
                .sorted()
                .distinct()
                .toArray();
        long[] times = withBreaks(present, Math.max(width, medianDistance(present)));
        return new ChartColumns(
                times, series.stream().map(one -> column(one, times)).toList());
    }

    /** Ascending, milliseconds since 1970 UTC. */
    long[] times() {
        return times;
    }

    /** The points of the series at that place, as long as {@link #times()}. */
    @Nullable
    Point[] column(int place) {
        return columns.get(place);
    }

    /**
     * The interval of a device may have been longer once: its old points would all stand alone. The usual distance tells.
     */
    private static long medianDistance(long[] times) {
        long[] distances = new long[Math.max(0, times.length - 1)];
        for (int i = 0; i < distances.length; i++) {
            distances[i] = times[i + 1] - times[i];
        }
        Arrays.sort(distances);
        return distances.length == 0 ? 0 : distances[distances.length / 2];
    }

    private static long[] withBreaks(long[] present, long width) {
        List<Long> times = new ArrayList<>(present.length + 16);
        for (int i = 0; i < present.length; i++) {
            if (i > 0 && present[i] - present[i - 1] > width + width / 2) {
                times.add(present[i - 1] + width / 2);
            }
            times.add(present[i]);
        }
        return times.stream().mapToLong(Long::longValue).toArray();
    }

    private static @Nullable Point[] column(SeriesPoints series, long[] times) {
        Map<Long, Point> byTime = HashMap.newHashMap(series.points().size());
        series.points().forEach(point -> byTime.put(point.epochMillis(), point));
        @Nullable Point[] column = new Point[times.length];
        for (int i = 0; i < times.length; i++) {
            column[i] = byTime.get(times[i]);
        }
        return column;
    }
}
