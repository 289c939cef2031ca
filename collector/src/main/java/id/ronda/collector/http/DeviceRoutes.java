package id.ronda.collector.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.ronda.collector.DeviceId;
import id.ronda.collector.Reach;
import id.ronda.collector.device.DeviceDesk;
import id.ronda.collector.device.DeviceDesk.Added;
import id.ronda.collector.device.DeviceDesk.Edited;
import id.ronda.collector.device.DeviceDraft;
import id.ronda.collector.device.DeviceForm;
import id.ronda.collector.device.DeviceList;
import id.ronda.collector.device.DeviceView;
import id.ronda.collector.device.Editor;
import id.ronda.identity.Requester;
import id.ronda.identity.Right;
import id.ronda.kernel.http.Answers;
import id.ronda.kernel.http.BodyRows;
import id.ronda.kernel.http.GuardedRouter;
import id.ronda.kernel.http.JsonBody;
import id.ronda.kernel.http.JsonTree;
import id.ronda.kernel.http.PathId;
import id.ronda.kernel.http.Precondition;
import id.ronda.kernel.http.Problem;
import id.ronda.kernel.http.Problems;
import id.ronda.kernel.http.RouteRule;
import id.ronda.kernel.http.Routes;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /devices}: what people say about devices, and how they are. Nothing is deleted: a device is disabled. */
final class DeviceRoutes implements Routes {

    private static final RouteRule READ = RouteRule.needs(Right.DEVICE_READ);
    private static final RouteRule WRITE = RouteRule.needs(Right.DEVICE_WRITE);
    private static final String DEVICES = "/api/v1/devices";
    private static final String WHAT = "device";

    private final DeviceDesk desk;
    private final DeviceView view;
    private final DeviceBulk bulk;

    DeviceRoutes(DeviceDesk desk, DeviceView view) {
        this.desk = desk;
        this.view = view;
        this.bulk = new DeviceBulk(desk);
    }

    @Override
    public void mount(GuardedRouter router) {
        router.get(DEVICES, READ).handler(this::list);
        router.post(DEVICES, WRITE).handler(this::post);
        router.patch(DEVICES, WRITE).handler(bulk::edit);
        router.get(DEVICES + "/:id", READ)
                .handler(ctx -> PathId.with(ctx, WHAT, id -> show(ctx, 200, Right.DEVICE_READ, new DeviceId(id))));
        router.patch(DEVICES + "/:id", WRITE).handler(ctx -> PathId.with(ctx, WHAT, id -> edit(ctx, new DeviceId(id))));
    }

    private void list(RoutingContext ctx) {
        DeviceList.GRAMMAR.with(
                ctx,
                query -> view.stored(Reach.of(ctx, Right.DEVICE_READ), query)
                        .onFailure(ctx::fail)
                        .onSuccess(page -> Answers.page(ctx, page.map(DeviceBody::of), DeviceBody.COLUMNS)));
    }

    private void post(RoutingContext ctx) {
        String type = String.valueOf(ctx.request().getHeader(HttpHeaders.CONTENT_TYPE));
        if (type.toLowerCase(Locale.ROOT).startsWith("text/csv")) {
            bulk.importCsv(ctx);
        } else {
            BodyRows.of(ctx).ifPresentOrElse(rows -> bulk.add(ctx, rows), () -> add(ctx));
        }
    }

    private void add(RoutingContext ctx) {
        ObjectNode form = form(ctx);
        if (form == null) {
            return;
        }
        switch (DeviceForm.parse(form)) {
            case JsonBody.Refused<DeviceDraft> refused -> Problems.send(ctx, refused.problem());
            case JsonBody.Read<DeviceDraft> read ->
                desk.add(editor(ctx), read.value()).onFailure(ctx::fail).onSuccess(added -> answer(ctx, added));
        }
    }

    private void answer(RoutingContext ctx, Added added) {
        switch (added) {
            case Added.New device -> {
                ctx.response().putHeader(HttpHeaders.LOCATION, DEVICES + "/" + device.id());
                show(ctx, 201, Right.DEVICE_WRITE, device.id());
            }
            case Added.Before device -> conflict(ctx, device.id());
            case Added.Refused refused -> Problems.send(ctx, refused.problem());
        }
    }

    /** 409 with the id of the device that is there, if the caller may know which it is. */
    private static void conflict(RoutingContext ctx, @Nullable DeviceId there) {
        String which = there == null ? "Another device" : "Device " + there;
        Problem problem = Problem.conflict(which + " has this address, port, version and credential.");
        if (there == null) {
            Problems.send(ctx, problem);
            return;
        }
        ctx.response().putHeader(HttpHeaders.LOCATION, DEVICES + "/" + there);
        Problems.send(ctx, problem, Map.of("id", there.value()));
    }

    static Editor editor(RoutingContext ctx) {
        return Editor.of(Requester.of(ctx), Requester.actor(ctx));
    }

    /** @param right under which it is shown: who has just written a device is told what came of it */
    private void show(RoutingContext ctx, int status, Right right, DeviceId id) {
        view.stored(Reach.of(ctx, right), id)
                .onFailure(ctx::fail)
                .onSuccess(found -> found.ifPresentOrElse(
                        stored -> {
                            Precondition.show(ctx, stored.revision());
                            Answers.json(ctx, status, DeviceBody.of(stored));
                        },
                        () -> Problems.send(ctx, PathId.notFound(WHAT, id.toString()))));
    }

    private void edit(RoutingContext ctx, DeviceId id) {
        ObjectNode patch = form(ctx);
        if (patch != null) {
            desk.edit(editor(ctx), id, patch, revision -> Precondition.optional(ctx, revision))
                    .onFailure(ctx::fail)
                    .onSuccess(edited -> answer(ctx, id, edited));
        }
    }

    private void answer(RoutingContext ctx, DeviceId id, Edited edited) {
        switch (edited) {
            case Edited.Done done -> show(ctx, 200, Right.DEVICE_WRITE, done.id());
            case Edited.Unknown unknown -> Problems.send(ctx, PathId.notFound(WHAT, id.toString()));
            case Edited.SameAs same -> conflict(ctx, same.other());
            case Edited.Refused refused -> Problems.send(ctx, refused.problem());
        }
    }

    /** The body as an object; null when it is none and that was answered. */
    private static @Nullable ObjectNode form(RoutingContext ctx) {
        return switch (JsonTree.of(ctx)) {
            case JsonTree.Read(ObjectNode form) -> form;
            case JsonTree.Read other -> {
                Problems.send(ctx, Problem.unreadable("The body must be a JSON object."));
                yield null;
            }
            case JsonTree.Refused refused -> {
                Problems.send(ctx, refused.problem());
                yield null;
            }
        };
    }
}
