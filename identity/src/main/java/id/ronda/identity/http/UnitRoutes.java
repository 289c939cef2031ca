package id.ronda.identity.http;

import id.ronda.identity.Requester;
import id.ronda.identity.Right;
import id.ronda.identity.Unit;
import id.ronda.identity.UnitDraft;
import id.ronda.identity.UnitId;
import id.ronda.identity.UnitImport;
import id.ronda.identity.Units;
import id.ronda.kernel.http.Answers;
import id.ronda.kernel.http.FieldError;
import id.ronda.kernel.http.GuardedRouter;
import id.ronda.kernel.http.JsonBody;
import id.ronda.kernel.http.JsonFields;
import id.ronda.kernel.http.PathId;
import id.ronda.kernel.http.Precondition;
import id.ronda.kernel.http.Problem;
import id.ronda.kernel.http.Problems;
import id.ronda.kernel.http.RouteRule;
import id.ronda.kernel.http.Routes;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /units}: the tree of offices, as far as the caller sees it. */
final class UnitRoutes implements Routes {

    private static final String UNITS = "/api/v1/units";
    private static final String WHAT = "unit";
    private static final String CSV = "text/csv";
    private static final RouteRule READ = RouteRule.needs(Right.UNIT_READ);
    private static final RouteRule WRITE = RouteRule.needs(Right.UNIT_WRITE);

    private final Units units;

    UnitRoutes(Units units) {
        this.units = units;
    }

    /** What became of a row of CSV. */
    record RowBody(int row, String status, @Nullable Long id, List<FieldError> errors) {

        static RowBody of(UnitImport.Row row) {
            return new RowBody(
                    row.row(),
                    row.fate().code(),
                    row.unit() == null ? null : row.unit().value(),
                    row.reasons().stream().map(Changes::field).toList());
        }
    }

    @Override
    public void mount(GuardedRouter router) {
        router.get(UNITS, READ).handler(this::list);
        router.post(UNITS, WRITE).handler(this::post);
        router.get(UNITS + "/:id", READ).handler(ctx -> PathId.with(ctx, WHAT, id -> show(ctx, new UnitId(id))));
        router.patch(UNITS + "/:id", WRITE).handler(ctx -> PathId.with(ctx, WHAT, id -> edit(ctx, new UnitId(id))));
        router.delete(UNITS + "/:id", WRITE).handler(ctx -> PathId.with(ctx, WHAT, id -> delete(ctx, new UnitId(id))));
    }

    private void list(RoutingContext ctx) {
        Units.LIST.with(
                ctx,
                query -> units.list(Requester.of(ctx), query)
                        .onFailure(ctx::fail)
                        .onSuccess(page -> Answers.page(ctx, page.map(UnitBody::of), UnitBody.COLUMNS)));
    }

    private void show(RoutingContext ctx, UnitId id) {
        units.find(Requester.of(ctx), id)
                .onFailure(ctx::fail)
                .onSuccess(found -> found.ifPresentOrElse(unit -> shown(ctx, 200, unit), () -> missing(ctx, id)));
    }

    private static void missing(RoutingContext ctx, UnitId id) {
        Problems.send(ctx, PathId.notFound(WHAT, id.toString()));
    }

    private static void shown(RoutingContext ctx, int status, Unit unit) {
        Precondition.show(ctx, unit.revision());
        Answers.json(ctx, status, UnitBody.of(unit));
    }

    private void post(RoutingContext ctx) {
        String type = String.valueOf(ctx.request().getHeader(HttpHeaders.CONTENT_TYPE));
        if (type.toLowerCase(Locale.ROOT).startsWith(CSV)) {
            importCsv(ctx);
        } else {
            create(ctx);
        }
    }

    private void create(RoutingContext ctx) {
        switch (JsonFields.read(ctx, UnitBody::draft)) {
            case JsonBody.Refused<UnitDraft> refused -> Problems.send(ctx, refused.problem());
            case JsonBody.Read<UnitDraft> read ->
                units.create(Requester.of(ctx), read.value())
                        .onFailure(ctx::fail)
                        .onSuccess(change -> Changes.answer(ctx, change, unit -> made(ctx, unit)));
        }
    }

    private static void made(RoutingContext ctx, Unit unit) {
        ctx.response().putHeader(HttpHeaders.LOCATION, UNITS + "/" + unit.id());
        shown(ctx, 201, unit);
    }

    private void importCsv(RoutingContext ctx) {
        Utf8Body.read(ctx)
                .ifPresentOrElse(
                        text -> units.importCsv(Requester.of(ctx), text)
                                .onFailure(ctx::fail)
                                .onSuccess(done -> imported(ctx, done)),
                        () -> Problems.send(ctx, Problem.unreadable("The body is not UTF-8.")));
    }

    private static void imported(RoutingContext ctx, UnitImport done) {
        switch (done) {
            case UnitImport.Done rows ->
                Answers.json(
                        ctx,
                        200,
                        Map.of("items", rows.rows().stream().map(RowBody::of).toList()));
            case UnitImport.Refused refused ->
                Problems.send(
                        ctx,
                        Problem.fields(
                                refused.reasons().stream().map(Changes::field).toList()));
        }
    }

    private void edit(RoutingContext ctx, UnitId id) {
        units.find(Requester.of(ctx), id).onFailure(ctx::fail).onSuccess(found -> edit(ctx, id, found));
    }

    private void edit(RoutingContext ctx, UnitId id, Optional<Unit> found) {
        if (found.isEmpty()) {
            missing(ctx, id);
            return;
        }
        Unit known = found.get();
        if (Precondition.optional(ctx, known.revision()) instanceof Precondition.Failed failed) {
            Problems.send(ctx, failed.problem());
            return;
        }
        switch (MergePatch.read(ctx, UnitBody.Form.of(known.draft()), UnitBody::draft)) {
            case JsonBody.Refused<UnitDraft> refused -> Problems.send(ctx, refused.problem());
            case JsonBody.Read<UnitDraft> read ->
                units.edit(Requester.of(ctx), id, known.revision(), read.value())
                        .onFailure(ctx::fail)
                        .onSuccess(change -> Changes.answer(ctx, change, unit -> shown(ctx, 200, unit)));
        }
    }

    private void delete(RoutingContext ctx, UnitId id) {
        units.delete(Requester.of(ctx), id)
                .onFailure(ctx::fail)
                .onSuccess(change -> Changes.answer(ctx, change, gone -> Changes.nothingMore(ctx)));
    }
}
