package id.ronda.dashboards.page;

import id.ronda.collector.Device;
import id.ronda.collector.Devices;
import id.ronda.collector.Reach;
import id.ronda.dashboards.page.PageFrame.Place;
import id.ronda.identity.Right;
import id.ronda.kernel.http.GuardedRouter;
import id.ronda.kernel.http.RouteRule;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;

/**
 * {@code /perangkat/tambah}, new devices one by one or many from a CSV text, and {@code /devices/{id}/ubah}, what is said of one.
 * Both talk to the API by script: what it takes and refuses is judged in one place.
 */
final class DeviceFormRoutes {

    private static final RouteRule WRITE = RouteRule.needs(Right.DEVICE_WRITE);

    private final Devices devices;
    private final PageAnswers answers;

    DeviceFormRoutes(Devices devices, PageAnswers answers) {
        this.devices = devices;
        this.answers = answers;
    }

    void mount(GuardedRouter router) {
        router.get("/perangkat/tambah", WRITE).handler(this::add);
        router.getRegex("/devices/(?<device>\\d{1,18})/ubah", WRITE).handler(this::edit);
    }

    private void add(RoutingContext ctx) {
        PageFrame frame = frame(ctx, answers.text(ctx).say("devices.add"), "js/device-add.js");
        answers.send(ctx, "device-add", Map.of("frame", frame)).onFailure(ctx::fail);
    }

    private void edit(RoutingContext ctx) {
        devices.find(Reach.of(ctx, Right.DEVICE_WRITE), DeviceRoutes.id(ctx))
                .compose(found -> found.map(device -> form(ctx, device)).orElseGet(() -> answers.missing(ctx)))
                .onFailure(cause -> answers.unreadable(ctx, cause));
    }

    private Future<Void> form(RoutingContext ctx, Device device) {
        PageFrame frame = frame(ctx, answers.text(ctx).say("edit.title", device.name()), "js/device-edit.js");
        return answers.send(ctx, "device-edit", Map.of("frame", frame, "device", device));
    }

    private PageFrame frame(RoutingContext ctx, String title, String script) {
        return answers.frame(ctx, title, Place.DEVICES, List.of(script));
    }
}
