package id.ronda.dashboards;

import id.ronda.dashboards.directory.ByReach;
import id.ronda.dashboards.directory.DeviceDirectory;
import id.ronda.dashboards.live.LatestSamples;
import id.ronda.dashboards.live.LiveHub;
import id.ronda.dashboards.page.PageRoutes;
import id.ronda.kernel.ModuleLife;
import id.ronda.kernel.http.ProblemPages;
import id.ronda.kernel.http.Routes;

/**
 * Builds the pages. They read the public faces of the other modules and own no state but what is open in browsers.
 * Closing ends the streams of events; close before the server stops, which else waits for them.
 */
public final class DashboardsModule implements ModuleLife {

    private final LiveHub hub;
    private final PageRoutes pages;

    /** Builds the pages; they can be mounted at once and know the newest values from {@link #start()} on. */
    public DashboardsModule(DashboardsNeeds needs, DashboardsSettings settings) {
        ByReach<DeviceDirectory> directories =
                new ByReach<>(reach -> new DeviceDirectory(needs.devices(), reach, needs.clock()));
        LatestSamples latest = new LatestSamples();
        this.hub = new LiveHub(needs.vertx(), needs.feed(), latest, directories, needs.clock(), needs.meters());
        this.pages = new PageRoutes(needs, settings, latest, hub);
    }

    /** The pages, their events and their static files, for the kernel's HTTP server. */
    public Routes routes() {
        return pages;
    }

    /** Shows problems to people as pages, for the kernel's HTTP server. */
    public ProblemPages problemPages() {
        return pages.problems();
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
