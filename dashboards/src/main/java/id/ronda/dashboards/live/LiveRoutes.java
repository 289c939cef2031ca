package id.ronda.dashboards.live;

import id.ronda.collector.DeviceId;
import id.ronda.collector.Devices;
import id.ronda.collector.Series;
import id.ronda.dashboards.directory.DeviceSeries;
import id.ronda.identity.Requester;
import id.ronda.identity.Right;
import id.ronda.kernel.http.GuardedRouter;
import id.ronda.kernel.http.RouteRule;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code /live/devices?ids=1,2}: {@code states} of these devices and the counts of all that the reader sees; {@code /live/devices/{id}}: also the
 * {@code samples} of that device; {@code reload} when samples were lost; {@code beat} at least every ten seconds.
 */
public final class LiveRoutes {

    private static final Pattern IDS = Pattern.compile("\\d{1,18}(,\\d{1,18}){0,199}");

    private final LiveHub hub;
    private final Devices devices;
    private final DeviceSeries series;
    private final Function<RoutingContext, DeviceState.Wording> wording;

    /**
     * Live routes.
     *
     * @param wording says states in the language of the one who asks
     */
    public LiveRoutes(
            LiveHub hub, Devices devices, DeviceSeries series, Function<RoutingContext, DeviceState.Wording> wording) {
        this.hub = hub;
        this.devices = devices;
        this.series = series;
        this.wording = wording;
    }

    /** Adds the routes. */
    public void mount(GuardedRouter router) {
        router.stream("/live/devices", RouteRule.needs(Right.DEVICE_READ)).handler(this::states);
        router.streamRegex("/live/devices/(?<device>\\d{1,18})", RouteRule.needs(Right.DEVICE_READ))
                .handler(this::device);
    }

    private void states(RoutingContext ctx) {
        stream(ctx, ids(ctx.request().getParam("ids")), new BitSet());
    }

    private void device(RoutingContext ctx) {
        DeviceId id = new DeviceId(Long.parseLong(ctx.pathParam("device")));
        LiveSight sight = LiveSight.of(Requester.of(ctx));
        devices.find(sight.devices(), id)
                .compose(found -> found.isEmpty() ? Future.succeededFuture(null) : series.of(sight.samples(), id))
                .onSuccess(all -> streamDevice(ctx, id, all))
                .onFailure(ctx::fail);
    }

    private void streamDevice(RoutingContext ctx, DeviceId id, @Nullable List<Series> all) {
        if (all == null) {
            ctx.fail(404);
            return;
        }
        BitSet wanted = new BitSet();
        all.forEach(one -> wanted.set(one.id()));
        stream(ctx, Set.of(id), wanted);
    }

    private void stream(RoutingContext ctx, Set<DeviceId> ids, BitSet wanted) {
        if (ctx.response().closed()) {
            return;
        }
        if (!hub.hasRoom()) {
            ctx.response().putHeader(HttpHeaders.RETRY_AFTER, "30");
            ctx.fail(503);
            return;
        }
        LiveSight sight = LiveSight.of(Requester.of(ctx));
        hub.join(
                new LiveClient(EventStream.open(ctx), sight, ids, wording.apply(ctx), wanted),
                () -> Requester.again(ctx).map(LiveSight::of));
    }

    private static Set<DeviceId> ids(@Nullable String text) {
        return text != null && IDS.matcher(text).matches()
                ? Stream.of(text.split(","))
                        .map(id -> new DeviceId(Long.parseLong(id)))
                        .collect(Collectors.toSet())
                : Set.of();
    }
}
