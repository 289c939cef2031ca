package id.ronda.dashboards.page;

import id.ronda.collector.DeviceHits;
import id.ronda.collector.Devices;
import id.ronda.collector.Reach;
import id.ronda.collector.TimeSeries;
import id.ronda.dashboards.page.PageFrame.Place;
import id.ronda.identity.Right;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code GET /perangkat}: the list of devices. */
final class DeviceListRoute {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceListRoute.class);

    /** Says that the form of columns was sent, also with none of them ticked. */
    private static final String CHOICE = "columns";

    private static final String COLUMN = "column";

    /** The cookie that keeps them. */
    private static final String COLUMNS = "columns";

    private final Devices devices;
    private final TimeSeries series;
    private final PageAnswers answers;

    DeviceListRoute(Devices devices, TimeSeries series, PageAnswers answers) {
        this.devices = devices;
        this.series = series;
        this.answers = answers;
    }

    void handle(RoutingContext ctx) {
        ListQuery query = ListQuery.of(ctx.queryParams());
        if (ctx.queryParams().contains(CHOICE)) {
            choose(ctx, query);
            return;
        }
        Future<Optional<TimeSeries.StorageUse>> storage =
                series.storage().map(Optional::of).otherwise(DeviceListRoute::untold);
        devices.search(Reach.of(ctx, Right.DEVICE_READ), query.search())
                .compose(hits -> storage.map(use -> page(ctx, query, hits, use)))
                .compose(page -> answers.send(ctx, "devices", Map.of("page", page)))
                .onFailure(cause -> answers.unreadable(ctx, cause));
    }

    /** Keeps the columns that the reader ticked, and leads back to the same list. */
    private static void choose(RoutingContext ctx, ListQuery query) {
        Set<ListColumn> columns =
                ListColumn.chosen(String.join("-", ctx.queryParams().getAll(COLUMN)));
        Reader.keep(ctx, COLUMNS, ListColumn.codes(columns));
        ctx.response()
                .setStatusCode(303)
                .putHeader(HttpHeaders.LOCATION, query.address())
                .end();
    }

    private DeviceListPage page(
            RoutingContext ctx, ListQuery query, DeviceHits hits, Optional<TimeSeries.StorageUse> use) {
        PageFrame frame =
                answers.frame(ctx, answers.text(ctx).say("devices.title"), Place.DEVICES, List.of("js/list.js"));
        StorageView storage =
                use.map(known -> new StorageView(known, frame.text())).orElse(null);
        return DeviceListPage.of(
                frame,
                query,
                hits,
                storage,
                ViewLimit.of(Reach.of(ctx, Right.DEVICE_READ), frame.text()),
                ListColumn.chosen(Reader.cookie(ctx, COLUMNS)));
    }

    /** The list is worth showing without the disk. */
    private static Optional<TimeSeries.StorageUse> untold(Throwable cause) {
        LOG.warn("the use of the disk cannot be shown", cause);
        return Optional.empty();
    }
}
