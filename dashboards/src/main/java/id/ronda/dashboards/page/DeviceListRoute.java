package id.ronda.dashboards.page;

import id.ronda.collector.TimeSeries;
import id.ronda.dashboards.directory.DeviceDirectory;
import id.ronda.dashboards.directory.DeviceDirectory.Snapshot;
import id.ronda.dashboards.directory.DeviceFilter;
import id.ronda.dashboards.page.PageFrame.Place;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code GET /}: all devices. */
final class DeviceListRoute {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceListRoute.class);

    private final DeviceDirectory directory;
    private final TimeSeries series;
    private final PageAnswers answers;

    DeviceListRoute(DeviceDirectory directory, TimeSeries series, PageAnswers answers) {
        this.directory = directory;
        this.series = series;
        this.answers = answers;
    }

    void handle(RoutingContext ctx) {
        Future<Optional<TimeSeries.StorageUse>> storage =
                series.storage().map(Optional::of).otherwise(DeviceListRoute::untold);
        directory
                .all()
                .compose(all -> storage.map(use -> page(ctx, all, use)))
                .compose(page -> answers.send(ctx, "devices", Map.of("page", page)))
                .onFailure(cause -> answers.unreadable(ctx, cause));
    }

    private DeviceListPage page(RoutingContext ctx, Snapshot all, Optional<TimeSeries.StorageUse> use) {
        MultiMap query = ctx.queryParams();
        DeviceFilter filter = DeviceFilter.of(query.get("q"), query.get("status"), query.get("class"));
        PageFrame frame =
                answers.frame(ctx, answers.text(ctx).say("devices.title"), Place.DEVICES, List.of("js/list.js"));
        StorageView storage =
                use.map(known -> new StorageView(known, frame.text())).orElse(null);
        return DeviceListPage.of(frame, filter, query.get("after"), all, storage);
    }

    /** The list is worth showing without the disk. */
    private static Optional<TimeSeries.StorageUse> untold(Throwable cause) {
        LOG.warn("the use of the disk cannot be shown", cause);
        return Optional.empty();
    }
}
