package id.ronda.dashboards.page;

import id.ronda.collector.Device;
import id.ronda.collector.DeviceHistory;
import id.ronda.collector.DeviceId;
import id.ronda.collector.DeviceInterface;
import id.ronda.collector.Devices;
import id.ronda.collector.Reach;
import id.ronda.collector.Reading;
import id.ronda.collector.Series;
import id.ronda.dashboards.chart.Chart;
import id.ronda.dashboards.chart.ChartPlan;
import id.ronda.dashboards.chart.ChartQuery;
import id.ronda.dashboards.directory.DeviceSeries;
import id.ronda.dashboards.live.LatestSamples;
import id.ronda.dashboards.page.PageFrame.Place;
import id.ronda.dashboards.text.PageText;
import id.ronda.identity.AuditLog;
import id.ronda.identity.Right;
import id.ronda.kernel.http.GuardedRouter;
import id.ronda.kernel.http.RouteRule;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code GET /devices/{id}}: one device; {@code GET /devices/{id}/chart?series=}: one more chart for its page. */
final class DeviceRoutes {

    /** The module that draws charts. */
    static final String SCRIPT = "js/device.js";

    /** More than a screen holds; the rest is in the series. */
    private static final int MOST_EVENTS = 30;

    private final Devices devices;
    private final DeviceSeries series;
    private final LatestSamples latest;
    private final AuditLog trail;
    private final PageAnswers answers;

    DeviceRoutes(Devices devices, DeviceSeries series, LatestSamples latest, AuditLog trail, PageAnswers answers) {
        this.devices = devices;
        this.series = series;
        this.latest = latest;
        this.trail = trail;
        this.answers = answers;
    }

    /** All that is read of a device for its page. */
    private record Known(
            Device device,
            List<DeviceInterface> interfaces,
            List<Reading> readings,
            List<Series> series,
            Optional<DeviceHistory> history) {}

    void mount(GuardedRouter router) {
        router.getRegex("/devices/(?<device>\\d{1,18})", RouteRule.needs(Right.DEVICE_READ))
                .handler(ctx -> known(
                        ctx,
                        known -> history(ctx, known)
                                .compose(history ->
                                        answers.send(ctx, "device", Map.of("page", page(ctx, known, history))))));
        router.getRegex("/devices/(?<device>\\d{1,18})/chart", RouteRule.needs(Right.DEVICE_READ))
                .handler(ctx -> known(ctx, known -> chart(ctx, known)));
    }

    static DeviceId id(RoutingContext ctx) {
        return new DeviceId(Long.parseLong(ctx.pathParam("device")));
    }

    private void known(RoutingContext ctx, Function<Known, Future<Void>> show) {
        devices.find(Reach.of(ctx, Right.DEVICE_READ), id(ctx))
                .compose(found ->
                        found.map(device -> read(ctx, device)).orElse(Future.succeededFuture(Optional.empty())))
                .compose(known -> known.map(show).orElseGet(() -> answers.missing(ctx)))
                .onFailure(cause -> answers.unreadable(ctx, cause));
    }

    private Future<Optional<Known>> read(RoutingContext ctx, Device device) {
        Reach reach = Reach.of(ctx, Right.DEVICE_READ);
        Future<List<DeviceInterface>> interfaces = devices.interfaces(reach, device.id());
        Future<List<Reading>> readings = devices.readings(reach, device.id());
        Future<List<Series>> all = series.of(Reach.of(ctx, Right.SERIES_READ), device.id());
        Future<Optional<DeviceHistory>> history = devices.history(reach, device.id(), MOST_EVENTS);
        return Future.all(interfaces, readings, all, history)
                .map(done -> Optional.of(
                        new Known(device, interfaces.result(), readings.result(), all.result(), history.result())));
    }

    private Future<Optional<HistoryView>> history(RoutingContext ctx, Known known) {
        return HistoryView.of(
                ctx,
                answers,
                trail,
                List.of("device", "device-credential"),
                known.device().id().toString());
    }

    private DevicePage page(RoutingContext ctx, Known known, Optional<HistoryView> history) {
        Device device = known.device();
        PageFrame frame = answers.frame(ctx, device.name(), Place.DEVICES, List.of(SCRIPT));
        PageText text = frame.text();
        SeriesIndex index = new SeriesIndex(known.series(), latest);
        return new DevicePage(
                frame,
                device,
                new StateWording(text).of(device),
                DeviceRow.make(device.identity()),
                DeviceFacts.first(device, text),
                known.history().map(each -> EventLine.of(each, text)).orElse(List.of()),
                known.interfaces().stream()
                        .map(row -> InterfaceRow.of(row, index, text))
                        .toList(),
                ReadingRow.grouped(known.readings(), index, text),
                charts(ctx, known, text),
                newest(known),
                history.orElse(null));
    }

    /** Those asked for in the address first, then those that this kind of device wants. */
    private List<ChartView> charts(RoutingContext ctx, Known known, PageText text) {
        List<ChartView> charts = new ArrayList<>();
        ctx.queryParams().getAll("chart").stream()
                .limit(6)
                .forEach(ids -> asked(ids, known).ifPresent(chart -> charts.add(view(chart, known, text))));
        ChartPlan.of(known.device().deviceClass(), known.series(), this::newestValue).stream()
                .map(chart -> view(chart, known, text))
                .filter(view ->
                        charts.stream().noneMatch(shown -> shown.points().equals(view.points())))
                .forEach(charts::add);
        return charts;
    }

    private Future<Void> chart(RoutingContext ctx, Known known) {
        PageText text = answers.text(ctx);
        return asked(ctx.request().getParam("series"), known)
                .map(chart -> Map.<String, Object>of("text", text, "chart", view(chart, known, text)))
                .map(parameters -> answers.send(ctx, "chart", parameters))
                .orElseGet(() -> answers.missing(ctx));
    }

    /** The chart of these series, if they are the device's: two of an interface make its traffic. */
    private static Optional<Chart> asked(@Nullable String ids, Known known) {
        List<Integer> wanted = ChartQuery.ids(ids);
        Optional<Chart> traffic = ChartPlan.traffic(known.series()).values().stream()
                .filter(chart -> chart.ids().equals(ids))
                .findFirst();
        List<Series> found =
                known.series().stream().filter(one -> wanted.contains(one.id())).toList();
        boolean sameUnit = found.stream().map(Series::unit).distinct().count() == 1;
        return traffic.or(() -> sameUnit ? Optional.of(Chart.of(found)) : Optional.empty());
    }

    private static ChartView view(Chart chart, Known known, PageText text) {
        return ChartView.of(known.device().id(), chart, known.interfaces(), known.readings(), text);
    }

    private double newestValue(int id) {
        return latest.of(id).map(LatestSamples.Sample::value).orElse(0.0);
    }

    private @Nullable Instant newest(Known known) {
        Stream<Instant> live = known.series().stream()
                .flatMap(one -> latest.of(one.id()).stream())
                .map(sample -> Instant.ofEpochMilli(sample.slot()));
        Stream<Instant> stored = known.readings().stream().map(Reading::time).filter(Objects::nonNull);
        return Stream.concat(live, stored).max(Comparator.naturalOrder()).orElse(null);
    }
}
