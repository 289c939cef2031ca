package id.ronda.dashboards.chart;

import id.ronda.collector.Reach;
import id.ronda.collector.SeriesPoints;
import id.ronda.collector.TimeSeries;
import id.ronda.collector.TimeSeries.PointsResult;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the points of a chart, in a step that fits it. */
public final class ChartReader {

    private final TimeSeries series;

    public ChartReader(TimeSeries series) {
        this.series = series;
    }

    /** The points; a series that does not exist (any more), or is out of reach, has none and coverage 0. */
    public Future<ChartData> read(Reach reach, ChartQuery query, Duration interval) {
        Duration stretch = Duration.between(query.from(), query.to());
        return read(reach, query, interval, ChartStep.of(stretch, interval, query.points()));
    }

    private Future<ChartData> read(Reach reach, ChartQuery query, Duration interval, @Nullable Duration step) {
        Instant from = step == null ? query.from() : aligned(query.from(), step);
        List<Future<PointsResult>> answers = query.series().stream()
                .map(id -> series.points(reach, id, from, query.to(), step))
                .toList();
        return Future.all(answers).compose(all -> {
            List<PointsResult> results = all.list();
            Duration wider = smallestThatFits(results);
            return wider != null && (step == null || wider.compareTo(step) > 0)
                    ? read(reach, query, interval, ChartStep.atLeast(wider))
                    : Future.succeededFuture(data(query, from, step, interval, results));
        });
    }

    private static @Nullable Duration smallestThatFits(List<PointsResult> results) {
        return results.stream()
                .map(result -> result instanceof PointsResult.TooMany tooMany ? tooMany.smallestStep() : Duration.ZERO)
                .max(Duration::compareTo)
                .filter(Duration::isPositive)
                .orElse(null);
    }

    private static ChartData data(
            ChartQuery query, Instant from, @Nullable Duration step, Duration interval, List<PointsResult> results) {
        List<SeriesPoints> points = results.stream()
                .map(result -> switch (result) {
                    case PointsResult.Found found -> found.points();
                    case PointsResult.UnknownSeries unknown -> nothing(step);
                    case PointsResult.TooMany tooMany -> nothing(step);
                })
                .toList();
        return new ChartData(from, query.to(), step, interval, query.series(), points);
    }

    private static SeriesPoints nothing(@Nullable Duration step) {
        return new SeriesPoints("", step, List.of(), 0, List.of());
    }

    /** Points begin where the store's stretches begin, so that the first one is whole. */
    private static Instant aligned(Instant time, Duration step) {
        long seconds = step.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), seconds) * seconds);
    }
}
