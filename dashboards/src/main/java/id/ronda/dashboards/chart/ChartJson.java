package id.ronda.dashboards.chart;

import id.ronda.collector.Gap;
import id.ronda.collector.SeriesPoints.Point;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The points of a chart as the browser reads them: columns, times in seconds since 1970 UTC. */
public final class ChartJson {

    private ChartJson() {}

    /** The document; {@code reason} says a gap's reason in the reader's language. */
    public static JsonObject of(ChartData data, Function<Gap, String> reason) {
        ChartColumns columns = ChartColumns.join(data.series(), data.width().toMillis());
        JsonArray series = new JsonArray();
        for (int i = 0; i < data.ids().size(); i++) {
            series.add(series(data, columns, i));
        }
        JsonArray gaps = new JsonArray();
        data.gaps().forEach(gap -> gaps.add(gap(gap, reason)));
        return new JsonObject()
                .put("from", seconds(data.from()))
                .put("to", seconds(data.to()))
                .put("step", wholeSeconds(data.step()))
                .put("interval", wholeSeconds(data.interval()))
                .put("coverage", data.coverage())
                .put("times", times(columns.times()))
                .put("series", series)
                .put("gaps", gaps);
    }

    private static JsonObject series(ChartData data, ChartColumns columns, int place) {
        @Nullable Point[] points = columns.column(place);
        JsonObject series = new JsonObject()
                .put("id", data.ids().get(place))
                .put("coverage", data.series().get(place).coverage())
                .put("avg", values(points, Point::avg));
        return data.step() == null
                ? series
                : series.put("min", values(points, Point::min)).put("max", values(points, Point::max));
    }

    private static JsonObject gap(Gap gap, Function<Gap, String> reason) {
        return new JsonObject()
                .put("from", seconds(gap.from()))
                .put("to", gap.to() == null ? null : seconds(gap.to()))
                .put("reason", reason.apply(gap));
    }

    private static JsonArray times(long[] times) {
        JsonArray array = new JsonArray();
        for (long time : times) {
            array.add(time / 1000.0);
        }
        return array;
    }

    /** A value that is no number has no place in JSON, and none on a chart. */
    private static JsonArray values(@Nullable Point[] points, ToDoubleFunction<Point> of) {
        JsonArray array = new JsonArray();
        for (Point point : points) {
            Double value = point == null ? null : (Double) of.applyAsDouble(point);
            array.add(value == null || !Double.isFinite(value) ? null : value);
        }
        return array;
    }

    private static double seconds(Instant time) {
        return time.toEpochMilli() / 1000.0;
    }

    private static @Nullable Long wholeSeconds(@Nullable Duration duration) {
        return duration == null ? null : (Long) duration.toSeconds();
    }
}
