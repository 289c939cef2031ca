package id.ronda.dashboards.page;

import id.ronda.dashboards.page.PageFrame.Place;
import id.ronda.dashboards.text.PageText;
import id.ronda.dashboards.trail.TrailQuery;
import id.ronda.dashboards.trail.TrailWording;
import id.ronda.identity.AuditEntry;
import id.ronda.identity.AuditLog;
import id.ronda.identity.AuditSealing;
import id.ronda.identity.Requester;
import id.ronda.identity.Right;
import id.ronda.kernel.Page;
import id.ronda.kernel.http.GuardedRouter;
import id.ronda.kernel.http.RouteRule;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;

/** {@code GET /jejak}: the audit trail. An entry belongs to no unit, so reading takes the right for everything. */
final class TrailRoutes {

    private static final int LIMIT = 50;

    private final AuditLog log;
    private final PageAnswers answers;

    TrailRoutes(AuditLog log, PageAnswers answers) {
        this.log = log;
        this.answers = answers;
    }

    void mount(GuardedRouter router) {
        router.get(TrailQuery.PATH, RouteRule.needs(Right.AUDIT_READ)).handler(this::handle);
    }

    private void handle(RoutingContext ctx) {
        if (!Requester.of(ctx).can(Right.AUDIT_READ, null)) {
            answers.limited(ctx, "trail.limited").onFailure(ctx::fail);
            return;
        }
        TrailQuery query = TrailQuery.of(ctx.queryParams());
        Future<AuditSealing> sealing = log.sealing();
        log.list(query.filter(answers.text(ctx).zone()), LIMIT, query.after())
                .compose(entries -> sealing.map(end -> page(ctx, query, entries, end)))
                .compose(page -> answers.send(ctx, "trail", Map.of("page", page)))
                .onFailure(cause -> answers.unreadable(ctx, cause));
    }

    private TrailPage page(RoutingContext ctx, TrailQuery query, Page<AuditEntry> entries, AuditSealing end) {
        PageText text = answers.text(ctx);
        PageFrame frame = answers.frame(ctx, text.say("trail.title"), Place.TRAIL, List.of());
        return new TrailPage(
                frame,
                query,
                SealView.of(end, text),
                new TrailWording(text).acts(entries.items()),
                Requester.of(ctx).can(Right.EXPORT),
                entries.next());
    }
}
