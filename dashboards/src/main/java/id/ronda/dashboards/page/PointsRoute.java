package id.ronda.dashboards.page;

import id.ronda.collector.Device;
import id.ronda.collector.Devices;
import id.ronda.collector.Reach;
import id.ronda.collector.Series;
import id.ronda.collector.TimeSeries;
import id.ronda.dashboards.chart.ChartJson;
import id.ronda.dashboards.chart.ChartQuery;
import id.ronda.dashboards.chart.ChartQuery.Parsed;
import id.ronda.dashboards.chart.ChartReader;
import id.ronda.dashboards.text.PageText;
import id.ronda.identity.Right;
import id.ronda.kernel.Wording;
import id.ronda.kernel.http.FieldError;
import id.ronda.kernel.http.GuardedRouter;
import id.ronda.kernel.http.Problem;
import id.ronda.kernel.http.Problems;
import id.ronda.kernel.http.RouteRule;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;

/** {@code GET /devices/{id}/points?series=1,2&from=…&to=…&points=…}: the points of a chart, in columns. */
final class PointsRoute {

    private final Devices devices;
    private final TimeSeries series;
    private final ChartReader reader;
    private final PageAnswers answers;

    PointsRoute(Devices devices, TimeSeries series, PageAnswers answers) {
        this.devices = devices;
        this.series = series;
        this.reader = new ChartReader(series);
        this.answers = answers;
    }

    void mount(GuardedRouter router) {
        router.getRegex("/devices/(?<device>\\d{1,18})/points", RouteRule.needs(Right.SERIES_READ))
                .handler(this::handle);
    }

    private void handle(RoutingContext ctx) {
        MultiMap query = ctx.queryParams();
        switch (ChartQuery.parse(query.get("series"), query.get("from"), query.get("to"), query.get("points"))) {
            case Parsed.Refused(String field, Wording reasons) ->
                Problems.send(ctx, Problem.fields(List.of(new FieldError(field, reasons))));
            case Parsed.Asked(ChartQuery asked) -> read(ctx, asked);
        }
    }

    private void read(RoutingContext ctx, ChartQuery query) {
        Reach reach = Reach.of(ctx, Right.SERIES_READ);
        devices.find(reach, DeviceRoutes.id(ctx))
                .compose(device -> belong(reach, device, query))
                .onSuccess(device -> device.ifPresentOrElse(
                        known -> send(ctx, reach, query, known),
                        () -> Problems.send(ctx, Problem.notFound("the device has no such series"))))
                .onFailure(ctx::fail);
    }

    private void send(RoutingContext ctx, Reach reach, ChartQuery query, Device device) {
        PageText text = answers.text(ctx);
        StateWording wording = new StateWording(text);
        reader.read(reach, query, device.interval())
                .map(data ->
                        ChartJson.of(data, gap -> wording.failure(gap.reason().code())))
                .onSuccess(json -> send(ctx, json))
                .onFailure(ctx::fail);
    }

    private static void send(RoutingContext ctx, JsonObject json) {
        ctx.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(json.toBuffer());
    }

    /** The device if all of the series are its own, else empty. */
    private Future<Optional<Device>> belong(Reach reach, Optional<Device> device, ChartQuery query) {
        if (device.isEmpty()) {
            return Future.succeededFuture(device);
        }
        List<Future<Optional<Series>>> found =
                query.series().stream().map(id -> series.find(reach, id)).toList();
        return Future.all(found)
                .map(all -> all.<Optional<Series>>list().stream()
                                .allMatch(one -> one.isPresent()
                                        && one.get()
                                                .device()
                                                .equals(device.get().id()))
                        ? device
                        : Optional.empty());
    }
}
