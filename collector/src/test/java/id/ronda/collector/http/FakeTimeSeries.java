package id.ronda.collector.http;

import id.ronda.collector.DeviceId;
import id.ronda.collector.Gap;
import id.ronda.collector.GapReason;
import id.ronda.collector.Reach;
import id.ronda.collector.Series;
import id.ronda.collector.SeriesList;
import id.ronda.collector.SeriesPoints;
import id.ronda.collector.SeriesPoints.Point;
import id.ronda.collector.TimeSeries;
import id.ronda.kernel.Page;
import id.ronda.kernel.list.ListQuery;
import id.ronda.kernel.list.PlacedRow;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Three series in memory with one point a minute; behaves as the face says. */
final class FakeTimeSeries implements TimeSeries, SeriesList {

    private static final List<Series> ALL = List.of(
            new Series(1, new DeviceId(7), "if.in.octets", "ether1", "By/s"),
            new Series(2, new DeviceId(7), "temperature", "cpu", "Cel"),
            new Series(3, new DeviceId(8), "if.in.octets", "ether1", "By/s"));

    @Override
    public Future<Page<Series>> list(
            Reach reach, @Nullable DeviceId device, @Nullable String metric, int after, int limit) {
        List<Series> rows = ALL.stream()
                .filter(series -> series.id() > after)
                .filter(series -> device == null || series.device().equals(device))
                .filter(series -> metric == null || series.metric().equals(metric))
                .toList();
        return Future.succeededFuture(Page.of(rows, limit, series -> String.valueOf(series.id())));
    }

    /** In the order of ids only. */
    @Override
    public Future<Page<Series>> list(Reach reach, ListQuery query) {
        long after = query.after().isEmpty() ? 0 : Long.parseLong(query.after().getFirst());
        List<PlacedRow<Series>> rows = ALL.stream()
                .filter(series -> series.id() > after)
                .filter(series ->
                        query.conditions().stream().allMatch(c -> c.values().contains(value(series, c.field()))))
                .map(series -> PlacedRow.of(query, series, key -> String.valueOf(series.id())))
                .toList();
        return Future.succeededFuture(PlacedRow.page(rows, query));
    }

    private static Object value(Series series, String field) {
        return switch (field) {
            case "device" -> series.device().value();
            case "metric" -> series.metric();
            default -> throw new AssertionError("not looked for here: " + field);
        };
    }

    @Override
    public Future<Optional<Series>> find(Reach reach, int id) {
        return Future.succeededFuture(
                ALL.stream().filter(series -> series.id() == id).findFirst());
    }

    @Override
    public Future<PointsResult> points(Reach reach, int series, Instant from, Instant to, @Nullable Duration step) {
        if (series < 1 || series > ALL.size()) {
            return Future.succeededFuture(new PointsResult.UnknownSeries());
        }
        Duration width = step == null ? Duration.ofMinutes(1) : step;
        long count = Duration.between(from, to).dividedBy(width);
        if (count > MOST_POINTS) {
            long seconds = Math.ceilDiv(Duration.between(from, to).toSeconds(), MOST_POINTS);
            return Future.succeededFuture(new PointsResult.TooMany(Duration.ofSeconds(seconds)));
        }
        List<Point> points = new ArrayList<>();
        for (Instant at = from; at.isBefore(to); at = at.plus(width)) {
            points.add(new Point(at.toEpochMilli(), 1.5, 2.5, 3.5));
        }
        List<Gap> gaps =
                List.of(new Gap(from, from.plusSeconds(60), GapReason.TIMEOUT), new Gap(to, null, GapReason.NO_ROUTE));
        return Future.succeededFuture(
                new PointsResult.Found(new SeriesPoints(ALL.get(series - 1).unit(), step, points, 0.98, gaps)));
    }

    @Override
    public Future<StorageUse> storage() {
        return Future.succeededFuture(new StorageUse(0, 0, 0, null, List.of()));
    }
}
