package id.ronda.dashboards.office;

import id.ronda.collector.DeviceId;
import id.ronda.collector.Gap;
import id.ronda.collector.Reach;
import id.ronda.collector.Series;
import id.ronda.collector.SeriesPoints;
import id.ronda.collector.SeriesPoints.Point;
import id.ronda.collector.TimeSeries;
import id.ronda.kernel.Page;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.LongToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Series whose samples are a function of their slot: stored from the beginning of time until now, but for their gaps. */
public final class InMemoryTimeSeries implements TimeSeries {

    private final NavigableMap<Integer, Stored> all = new TreeMap<>();
    private final Clock clock;
    private final BiPredicate<Reach, DeviceId> sees;
    private StorageUse use = new StorageUse(0, 1, 0, null, List.of());

    /** @param sees whether a device is in a reach */
    public InMemoryTimeSeries(Clock clock, BiPredicate<Reach, DeviceId> sees) {
        this.clock = clock;
        this.sees = sees;
    }

    private record Stored(Series series, Duration interval, LongToDoubleFunction values, List<Gap> gaps, Instant born) {

        boolean hasSampleAt(long slot) {
            Instant time = Instant.ofEpochMilli(slot);
            return gaps.stream()
                    .noneMatch(gap -> !time.isBefore(gap.from()) && (gap.to() == null || time.isBefore(gap.to())));
        }
    }

    /** Adds a series with the next id. */
    public synchronized Series add(
            DeviceId device,
            String metric,
            String instance,
            String unit,
            Duration interval,
            LongToDoubleFunction values,
            List<Gap> gaps) {
        return put(new Series(nextId(), device, metric, instance, unit), interval, values, gaps, Instant.EPOCH);
    }

    /** Adds a series that began at that moment. */
    public synchronized Series begin(
            DeviceId device, String metric, String unit, Duration interval, LongToDoubleFunction values, Instant born) {
        return put(new Series(nextId(), device, metric, "", unit), interval, values, List.of(), born);
    }

    private Series put(Series series, Duration interval, LongToDoubleFunction values, List<Gap> gaps, Instant born) {
        all.put(series.id(), new Stored(series, interval, values, gaps, born));
        return series;
    }

    private int nextId() {
        return all.isEmpty() ? 1 : all.lastKey() + 1;
    }

    public synchronized void use(StorageUse now) {
        use = now;
    }

    /** The value of a series at a slot; not a number in a gap. */
    public synchronized double valueAt(int id, long slot) {
        Stored stored = all.get(id);
        return stored != null && stored.hasSampleAt(slot) ? stored.values().applyAsDouble(slot) : Double.NaN;
    }

    @Override
    public synchronized Future<Page<Series>> list(
            Reach reach, @Nullable DeviceId device, @Nullable String metric, int after, int limit) {
        List<Series> rows = all.tailMap(after, false).values().stream()
                .map(Stored::series)
                .filter(series -> sees.test(reach, series.device()))
                .filter(series -> device == null || series.device().equals(device))
                .filter(series -> metric == null || series.metric().equals(metric))
                .limit(limit + 1L)
                .toList();
        return Future.succeededFuture(Page.of(rows, limit, series -> Integer.toString(series.id())));
    }

    @Override
    public synchronized Future<Optional<Series>> find(Reach reach, int id) {
        return Future.succeededFuture(Optional.ofNullable(all.get(id))
                .map(Stored::series)
                .filter(series -> sees.test(reach, series.device())));
    }

    @Override
    public synchronized Future<PointsResult> points(
            Reach reach, int id, Instant from, Instant to, @Nullable Duration step) {
        Stored stored = all.get(id);
        if (stored == null || !sees.test(reach, stored.series().device())) {
            return Future.succeededFuture(new PointsResult.UnknownSeries());
        }
        long width = (step == null ? stored.interval() : step).toMillis();
        long span = to.toEpochMilli() - from.toEpochMilli();
        return Future.succeededFuture(
                span / width > MOST_POINTS
                        ? new PointsResult.TooMany(Duration.ofMillis(Math.ceilDiv(span, MOST_POINTS)))
                        : new PointsResult.Found(read(stored, from, to, step)));
    }

    @Override
    public synchronized Future<StorageUse> storage() {
        return Future.succeededFuture(use);
    }

    private SeriesPoints read(Stored stored, Instant from, Instant to, @Nullable Duration step) {
        long interval = stored.interval().toMillis();
        long width = step == null ? interval : step.toMillis();
        long end = Math.min(to.toEpochMilli(), clock.millis());
        NavigableMap<Long, List<Double>> stretches = new TreeMap<>();
        long expected = 0;
        long kept = 0;
        long first = Math.max(from.toEpochMilli(), stored.born().toEpochMilli());
        for (long slot = Math.ceilDiv(first, interval) * interval; slot < end; slot += interval) {
            expected++;
            if (stored.hasSampleAt(slot)) {
                kept++;
                stretches
                        .computeIfAbsent(Math.floorDiv(slot, width) * width, start -> new ArrayList<>())
                        .add(stored.values().applyAsDouble(slot));
            }
        }
        List<Point> points = new ArrayList<>();
        stretches.forEach((start, values) -> points.add(point(start, values)));
        double coverage = expected == 0 ? 1 : (double) kept / expected;
        return new SeriesPoints(stored.series().unit(), step, points, coverage, gaps(stored, from, to));
    }

    private static Point point(long start, List<Double> values) {
        var summary = values.stream().mapToDouble(Double::doubleValue).summaryStatistics();
        return new Point(start, summary.getMin(), summary.getAverage(), summary.getMax());
    }

    private static List<Gap> gaps(Stored stored, Instant from, Instant to) {
        return stored.gaps().stream()
                .filter(gap ->
                        gap.from().isBefore(to) && (gap.to() == null || gap.to().isAfter(from)))
                .toList();
    }
}
