package id.ronda.dashboards.page;

import id.ronda.dashboards.page.PageFrame.Place;
import id.ronda.identity.Caller;
import id.ronda.identity.Requester;
import id.ronda.identity.Right;
import id.ronda.identity.Unit;
import id.ronda.identity.UnitId;
import id.ronda.identity.Units;
import id.ronda.kernel.http.GuardedRouter;
import id.ronda.kernel.http.RouteRule;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /unit}, the tree of offices; {@code /unit/baru} makes one, {@code /unit/{id}} edits, moves or deletes one. */
final class UnitPageRoutes {

    static final String PATH = "/unit";
    private static final List<String> FORM_SCRIPTS = List.of("js/api-form.js");

    private final Units units;
    private final PageAnswers answers;

    UnitPageRoutes(Units units, PageAnswers answers) {
        this.units = units;
        this.answers = answers;
    }

    void mount(GuardedRouter router) {
        router.get(PATH, RouteRule.needs(Right.UNIT_READ)).handler(this::tree);
        router.get(PATH + "/baru", RouteRule.needs(Right.UNIT_WRITE)).handler(this::fresh);
        router.getRegex(PATH + "/(?<unit>\\d{1,18})", RouteRule.needs(Right.UNIT_READ))
                .handler(this::one);
    }

    private void tree(RoutingContext ctx) {
        Caller reader = Requester.of(ctx);
        units.tree(reader)
                .compose(all -> answers.send(
                        ctx,
                        "units",
                        Map.of(
                                "frame",
                                frame(ctx, "units.title", List.of("js/api-form.js", "js/units.js")),
                                "page",
                                UnitTreePage.of(all, reader))))
                .onFailure(cause -> answers.unreadable(ctx, cause));
    }

    private PageFrame frame(RoutingContext ctx, String title, List<String> scripts) {
        return answers.frame(ctx, answers.text(ctx).say(title), Place.UNITS, scripts);
    }

    private void fresh(RoutingContext ctx) {
        Caller reader = Requester.of(ctx);
        units.tree(reader)
                .compose(all -> answers.send(
                        ctx,
                        "unit",
                        Map.of(
                                "frame",
                                frame(ctx, "units.new", FORM_SCRIPTS),
                                "page",
                                UnitPage.fresh(all, parent(ctx, all), reader))))
                .onFailure(cause -> answers.unreadable(ctx, cause));
    }

    /** Below which a new one was asked for. */
    private static @Nullable UnitId parent(RoutingContext ctx, List<Unit> all) {
        String asked = ctx.request().getParam("parent");
        return all.stream()
                .map(Unit::id)
                .filter(id -> id.toString().equals(asked))
                .findFirst()
                .orElse(null);
    }

    private void one(RoutingContext ctx) {
        Caller reader = Requester.of(ctx);
        UnitId id = new UnitId(Long.parseLong(ctx.pathParam("unit")));
        units.tree(reader)
                .compose(all -> all.stream()
                        .filter(unit -> unit.id().equals(id))
                        .findFirst()
                        .map(unit -> one(ctx, UnitPage.of(all, unit, reader)))
                        .orElseGet(() -> answers.missing(ctx)))
                .onFailure(cause -> answers.unreadable(ctx, cause));
    }

    private Future<Void> one(RoutingContext ctx, UnitPage page) {
        PageFrame frame = answers.frame(ctx, page.draft().name(), Place.UNITS, FORM_SCRIPTS);
        return answers.send(ctx, "unit", Map.of("frame", frame, "page", page));
    }
}
