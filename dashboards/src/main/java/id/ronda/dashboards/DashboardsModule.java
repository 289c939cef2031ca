package id.ronda.dashboards;

import id.ronda.collector.Devices;
import id.ronda.collector.SampleFeed;
import id.ronda.collector.TimeSeries;
import id.ronda.dashboards.directory.DeviceDirectory;
import id.ronda.dashboards.live.LatestSamples;
import id.ronda.dashboards.live.LiveHub;
import id.ronda.dashboards.page.PageRoutes;
import id.ronda.kernel.ModuleLife;
import id.ronda.kernel.http.Routes;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import java.time.Clock;

/**
 * Builds the pages. They read the public faces of the other modules and own no state but what is open in browsers.
 * Closing ends the streams of events; close before the server stops, which else waits for them.
 */
public final class DashboardsModule implements ModuleLife {

    private final LiveHub hub;
    private final PageRoutes pages;

    /** Builds the pages; they can be mounted at once and know the newest values from {@link #start()} on. */
    public DashboardsModule(
            Vertx vertx,
            Devices devices,
            TimeSeries series,
            SampleFeed feed,
            Clock clock,
            MeterRegistry meters,
            DashboardsSettings settings) {
        DeviceDirectory directory = new DeviceDirectory(devices, clock);
        LatestSamples latest = new LatestSamples();
        this.hub = new LiveHub(vertx, feed, latest, directory, clock, meters);
        this.pages = new PageRoutes(devices, series, latest, hub, clock, meters, settings.zone(), settings.provider());
    }

    /** The pages, their events and their static files, for the kernel's HTTP server. */
    public Routes routes() {
        return pages;
    }

    /** Begins to listen to the feed. */
    @Override
    public void start() {
        hub.start();
    }

    @Override
    public void close() {
        hub.close();
    }
}
