package id.ronda.collector.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.ronda.collector.DeviceId;
import id.ronda.collector.Reach;
import id.ronda.collector.device.DeviceCsv;
import id.ronda.collector.device.DeviceDesk;
import id.ronda.collector.device.DeviceDesk.Added;
import id.ronda.collector.device.DeviceDesk.Edited;
import id.ronda.collector.device.DeviceDraft;
import id.ronda.collector.device.DeviceForm;
import id.ronda.collector.device.DeviceView;
import id.ronda.collector.device.Editor;
import id.ronda.collector.device.RowResult;
import id.ronda.identity.Requester;
import id.ronda.identity.Right;
import id.ronda.kernel.Json;
import id.ronda.kernel.Page;
import id.ronda.kernel.http.Answers;
import id.ronda.kernel.http.FieldError;
import id.ronda.kernel.http.GuardedRouter;
import id.ronda.kernel.http.JsonBody;
import id.ronda.kernel.http.ListPage;
import id.ronda.kernel.http.PathId;
import id.ronda.kernel.http.Precondition;
import id.ronda.kernel.http.Problem;
import id.ronda.kernel.http.Problems;
import id.ronda.kernel.http.RouteRule;
import id.ronda.kernel.http.Routes;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code /devices}: what people say about devices, and how they are. Nothing is deleted: a device is disabled. */
final class DeviceRoutes implements Routes {

    private static final RouteRule READ = RouteRule.needs(Right.DEVICE_READ);
    private static final RouteRule WRITE = RouteRule.needs(Right.DEVICE_WRITE);
    private static final String DEVICES = "/api/v1/devices";
    private static final String WHAT = "device";
    private static final String PROBLEM = "application/problem+json";

    private final DeviceDesk desk;
    private final DeviceView view;

    DeviceRoutes(DeviceDesk desk, DeviceView view) {
        this.desk = desk;
        this.view = view;
    }

    @Override
    public void mount(GuardedRouter router) {
        router.get(DEVICES, READ).handler(this::list);
        router.post(DEVICES, WRITE).handler(this::post);
        router.get(DEVICES + "/:id", READ)
                .handler(ctx -> PathId.with(ctx, WHAT, id -> show(ctx, 200, Right.DEVICE_READ, new DeviceId(id))));
        router.patch(DEVICES + "/:id", WRITE).handler(ctx -> PathId.with(ctx, WHAT, id -> edit(ctx, new DeviceId(id))));
    }

    private void list(RoutingContext ctx) {
        ListPage.wantedById(
                ctx,
                (after, limit) -> view.stored(Reach.of(ctx, Right.DEVICE_READ), after, limit)
                        .onFailure(ctx::fail)
                        .onSuccess(page -> Answers.page(
                                ctx,
                                new Page<>(
                                        page.items().stream()
                                                .map(DeviceBody::of)
                                                .toList(),
                                        page.next()),
                                DeviceBody.COLUMNS)));
    }

    private void post(RoutingContext ctx) {
        String type = String.valueOf(ctx.request().getHeader(HttpHeaders.CONTENT_TYPE));
        if (type.toLowerCase(Locale.ROOT).startsWith("text/csv")) {
            importCsv(ctx);
        } else {
            add(ctx);
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
        ObjectNode body = Json.mapper()
                .createObjectNode()
                .put("type", problem.type())
                .put("title", problem.title())
                .put("status", problem.status())
                .put("detail", problem.detail());
        if (there != null) {
            body.put("id", there.value());
            ctx.response().putHeader(HttpHeaders.LOCATION, DEVICES + "/" + there);
        }
        ctx.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, PROBLEM)
                .end(body.toString());
    }

    private static Editor editor(RoutingContext ctx) {
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

    private void importCsv(RoutingContext ctx) {
        String text = utf8(ctx);
        if (text == null) {
            Problems.send(ctx, Problem.unreadable("The body is not UTF-8."));
            return;
        }
        switch (DeviceCsv.parse(text)) {
            case DeviceCsv.Judged.Refused refused -> Problems.send(ctx, Problem.fields(refused.errors()));
            case DeviceCsv.Judged.Accepted accepted ->
                desk.importRows(editor(ctx), accepted.rows())
                        .onFailure(ctx::fail)
                        .onSuccess(rows -> Answers.json(
                                ctx,
                                200,
                                new Imported(rows.stream().map(RowBody::of).toList())));
        }
    }

    /** The answer to a CSV text: what became of each row. */
    record Imported(List<RowBody> items) {}

    /** What became of one row. */
    record RowBody(int row, String status, @Nullable Long id, List<FieldError> errors) {
        static RowBody of(RowResult result) {
            return new RowBody(
                    result.row(),
                    result.status().code(),
                    result.id() == null ? null : result.id().value(),
                    result.errors());
        }
    }

    private static @Nullable String utf8(RoutingContext ctx) {
        byte[] body = body(ctx);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** The body as an object; null when it is none and that was answered. */
    private static @Nullable ObjectNode form(RoutingContext ctx) {
        try {
            if (Json.mapper().readTree(body(ctx)) instanceof ObjectNode form) {
                return form;
            }
            Problems.send(ctx, Problem.unreadable("The body must be a JSON object."));
        } catch (JsonProcessingException e) {
            // The position only: the message may quote the body, and the body holds secrets.
            var at = e.getLocation();
            String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
            Problems.send(ctx, Problem.unreadable("The body is not JSON" + where + "."));
        } catch (IOException e) {
            Problems.send(ctx, Problem.unreadable("The body is not UTF-8."));
        }
        return null;
    }

    private static byte[] body(RoutingContext ctx) {
        return ctx.body().buffer() == null ? new byte[0] : ctx.body().buffer().getBytes();
    }
}
