package id.ronda.dashboards.page;

import id.ronda.dashboards.trail.TrailAct;
import id.ronda.dashboards.trail.TrailQuery;
import id.ronda.dashboards.trail.TrailWording;
import id.ronda.identity.AuditEntry;
import id.ronda.identity.AuditFilter;
import id.ronda.identity.AuditLog;
import id.ronda.identity.Requester;
import id.ronda.identity.Right;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What was done to one object lately: a part of its page, for those who may read the trail ({@code history.jte}).
 *
 * @param acts the newest first
 * @param path all of it
 */
record HistoryView(List<TrailAct> acts, String path) {

    private static final int LIMIT = 20;

    /**
     * Reads the history of an object.
     *
     * @param types the kinds of objects under which the trail knows it by that id; the first is the one that the link leads to
     * @return empty for who may not read it
     */
    static Future<Optional<HistoryView>> of(
            RoutingContext ctx, PageAnswers answers, AuditLog log, List<String> types, String id) {
        if (!Requester.of(ctx).can(Right.AUDIT_READ, null)) {
            return Future.succeededFuture(Optional.empty());
        }
        var parts = types.stream()
                .map(type -> log.list(AuditFilter.ofObject(type, id), LIMIT, null))
                .toList();
        return Future.all(parts)
                .map(done -> parts.stream()
                        .flatMap(part -> part.result().items().stream())
                        .sorted(Comparator.comparingLong(AuditEntry::id).reversed())
                        .limit(LIMIT)
                        .toList())
                .map(entries -> Optional.of(new HistoryView(
                        new TrailWording(answers.text(ctx)).acts(entries),
                        TrailQuery.ofObject(types.getFirst(), id).address())));
    }
}
