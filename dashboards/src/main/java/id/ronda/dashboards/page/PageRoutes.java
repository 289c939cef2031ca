package id.ronda.dashboards.page;

import id.ronda.collector.Devices;
import id.ronda.collector.TimeSeries;
import id.ronda.dashboards.directory.DeviceSeries;
import id.ronda.dashboards.live.LatestSamples;
import id.ronda.dashboards.live.LiveHub;
import id.ronda.dashboards.live.LiveRoutes;
import id.ronda.dashboards.start.SituationDesk;
import id.ronda.identity.Right;
import id.ronda.kernel.http.GuardedRouter;
import id.ronda.kernel.http.RouteRule;
import id.ronda.kernel.http.Routes;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;

/** All pages with their events and their static files. */
public final class PageRoutes implements Routes {

    private final StaticFiles files = new StaticFiles();
    private final StartRoute start;
    private final DeviceListRoute list;
    private final DeviceRoutes device;
    private final PointsRoute points;
    private final LiveRoutes live;
    private final AccountRoutes account;

    public PageRoutes(
            Devices devices,
            TimeSeries series,
            LatestSamples latest,
            LiveHub hub,
            Clock clock,
            MeterRegistry meters,
            ZoneId zone,
            Optional<String> provider) {
        Reader reader = new Reader(clock, zone);
        PageAnswers answers = new PageAnswers(files, reader, meters);
        this.account = new AccountRoutes(answers, provider);
        DeviceSeries deviceSeries = new DeviceSeries(series);
        this.start = new StartRoute(new SituationDesk(devices, clock), answers);
        this.list = new DeviceListRoute(devices, series, answers);
        this.device = new DeviceRoutes(devices, deviceSeries, latest, answers);
        this.points = new PointsRoute(devices, series, answers);
        this.live = new LiveRoutes(hub, devices, deviceSeries, ctx -> new StateWording(reader.text(ctx)));
    }

    @Override
    public void mount(GuardedRouter router) {
        files.mount(router);
        router.get(ListQuery.PATH, RouteRule.needs(Right.DEVICE_READ)).handler(list::handle);
        router.get("/", RouteRule.needs(Right.DEVICE_READ)).handler(start::handle);
        device.mount(router);
        points.mount(router);
        live.mount(router);
        account.mount(router);
    }
}
