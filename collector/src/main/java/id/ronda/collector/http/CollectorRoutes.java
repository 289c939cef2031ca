package id.ronda.collector.http;

import id.ronda.collector.SeriesList;
import id.ronda.collector.TimeSeries;
import id.ronda.collector.device.DeviceDesk;
import id.ronda.collector.device.DeviceView;
import id.ronda.kernel.http.GuardedRouter;
import id.ronda.kernel.http.Routes;
import java.time.InstantSource;

/** Everything the collector answers under {@code /api/v1}; described in {@code /api/v1/openapi.yaml}. */
public final class CollectorRoutes implements Routes {

    private final DeviceRoutes devices;
    private final FindingRoutes findings;
    private final SeriesRoutes series;

    /**
     * Prepares the routes.
     *
     * @param clock for the times of a chart that names none
     */
    public CollectorRoutes(DeviceDesk desk, DeviceView view, SeriesList list, TimeSeries series, InstantSource clock) {
        this.devices = new DeviceRoutes(desk, view);
        this.findings = new FindingRoutes(view);
        this.series = new SeriesRoutes(list, series, clock);
    }

    @Override
    public void mount(GuardedRouter router) {
        devices.mount(router);
        findings.mount(router);
        series.mount(router);
    }
}
