package id.ronda.identity.http;

import com.fasterxml.jackson.databind.JsonNode;
import id.ronda.identity.Actor;
import id.ronda.identity.AuditAction;
import id.ronda.identity.AuditEntry;
import id.ronda.identity.AuditFilter;
import id.ronda.identity.AuditLog;
import id.ronda.identity.Requester;
import id.ronda.identity.Right;
import id.ronda.kernel.Page;
import id.ronda.kernel.Wording;
import id.ronda.kernel.http.Answers;
import id.ronda.kernel.http.Column;
import id.ronda.kernel.http.FieldError;
import id.ronda.kernel.http.GuardedRouter;
import id.ronda.kernel.http.ListPage;
import id.ronda.kernel.http.Problem;
import id.ronda.kernel.http.Problems;
import id.ronda.kernel.http.RouteRule;
import id.ronda.kernel.http.Routes;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * {@code /audit-trail}: who did what, newest first; {@code /audit-trail/{changeSet}}: what one act changed;
 * {@code /audit-trail/verification}: how far the chain over it is sealed and signed. An entry belongs to no unit, so reading takes
 * the right for everything.
 */
final class AuditRoutes implements Routes {

    private static final String TRAIL = "/api/v1/audit-trail";
    private static final RouteRule READ = RouteRule.needs(Right.AUDIT_READ);
    private static final Wording ACTION =
            new Wording("must be an action, such as changed", "harus sebuah tindakan, misalnya changed");
    private static final Wording UUID_FORM = new Wording("must be a UUID", "harus UUID");
    private static final Wording TIME =
            new Wording("must be a time, such as 2026-11-21T04:00:00Z", "harus waktu, misalnya 2026-11-21T04:00:00Z");

    private final AuditLog log;

    AuditRoutes(AuditLog log) {
        this.log = log;
    }

    /** Who acted. */
    record ActorBody(
            String kind,
            @Nullable String id,
            String name,
            @Nullable String address,
            @Nullable String session,
            @Nullable String agent) {

        static ActorBody of(Actor actor) {
            var from = actor.from();
            return new ActorBody(
                    actor.kind().code(), actor.id(), actor.name(), from.address(), from.session(), from.agent());
        }
    }

    /** An entry as it is listed. */
    record EntryBody(
            long id,
            Instant at,
            @Nullable Instant programAt,
            UUID changeSet,
            ActorBody actor,
            String databaseRole,
            String action,
            String objectType,
            @Nullable String objectId,
            @Nullable String objectLabel,
            @Nullable JsonNode before,
            @Nullable JsonNode after,
            @Nullable String note,
            @Nullable Long position) {

        static final List<Column<EntryBody>> COLUMNS = List.of(
                new Column<>("id", EntryBody::id),
                new Column<>("at", EntryBody::at),
                new Column<>("changeSet", EntryBody::changeSet),
                new Column<>("actorKind", body -> body.actor().kind()),
                new Column<>("actorId", body -> body.actor().id()),
                new Column<>("actorName", body -> body.actor().name()),
                new Column<>("address", body -> body.actor().address()),
                new Column<>("session", body -> body.actor().session()),
                new Column<>("databaseRole", EntryBody::databaseRole),
                new Column<>("action", EntryBody::action),
                new Column<>("objectType", EntryBody::objectType),
                new Column<>("objectId", EntryBody::objectId),
                new Column<>("objectLabel", EntryBody::objectLabel),
                new Column<>("before", EntryBody::before),
                new Column<>("after", EntryBody::after),
                new Column<>("note", EntryBody::note),
                new Column<>("position", EntryBody::position));

        static EntryBody of(AuditEntry entry) {
            return new EntryBody(
                    entry.id(),
                    entry.at(),
                    entry.programAt(),
                    entry.changeSet(),
                    ActorBody.of(entry.actor()),
                    entry.databaseRole(),
                    entry.action().code(),
                    entry.objectType(),
                    entry.objectId(),
                    entry.objectLabel(),
                    entry.before(),
                    entry.after(),
                    entry.note(),
                    entry.position());
        }
    }

    @Override
    public void mount(GuardedRouter router) {
        router.get(TRAIL, READ).handler(this::list);
        router.get(TRAIL + "/verification", READ).handler(this::verification);
        router.get(TRAIL + "/:changeSet", READ).handler(this::changeSet);
    }

    private static boolean refused(RoutingContext ctx) {
        boolean everywhere = Requester.of(ctx).can(Right.AUDIT_READ, null);
        if (!everywhere) {
            Problems.send(
                    ctx,
                    Problem.of(
                            403,
                            "forbidden",
                            "This is not allowed.",
                            "The trail belongs to no unit: it takes audit.read for everything."));
        }
        return !everywhere;
    }

    private void list(RoutingContext ctx) {
        List<FieldError> errors = new ArrayList<>();
        AuditFilter filter = filter(ctx.queryParams(), errors);
        if (!errors.isEmpty()) {
            Problems.send(ctx, Problem.fields(errors));
        } else if (!refused(ctx)) {
            answer(ctx, filter);
        }
    }

    private void answer(RoutingContext ctx, AuditFilter filter) {
        ListPage.wantedById(
                ctx,
                (after, limit) -> log.list(filter, limit, after == 0 ? null : after.toString())
                        .onFailure(ctx::fail)
                        .onSuccess(page -> Answers.page(
                                ctx,
                                new Page<>(
                                        page.items().stream().map(EntryBody::of).toList(), page.next()),
                                EntryBody.COLUMNS)));
    }

    private static AuditFilter filter(MultiMap query, List<FieldError> errors) {
        return new AuditFilter(
                query.get("actor"),
                query.get("objectType"),
                query.get("objectId"),
                parsed(query, "action", AuditAction::ofCode, ACTION, errors),
                parsed(query, "changeSet", UUID::fromString, UUID_FORM, errors),
                parsed(query, "from", ApiTime::parse, TIME, errors),
                parsed(query, "to", ApiTime::parse, TIME, errors));
    }

    private static <T> @Nullable T parsed(
            MultiMap query, String name, Function<String, T> parser, Wording reason, List<FieldError> errors) {
        String text = query.get(name);
        try {
            return text == null ? null : parser.apply(text);
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            errors.add(new FieldError(name, reason));
            return null;
        }
    }

    private void changeSet(RoutingContext ctx) {
        String text = ctx.pathParam("changeSet");
        try {
            UUID id = UUID.fromString(text);
            if (!refused(ctx)) {
                answer(ctx, new AuditFilter(null, null, null, null, id, null, null));
            }
        } catch (IllegalArgumentException e) {
            Problems.send(ctx, Problem.notFound("There is no change set " + text + "."));
        }
    }

    private void verification(RoutingContext ctx) {
        if (!refused(ctx)) {
            log.sealing().onFailure(ctx::fail).onSuccess(sealing -> Answers.json(ctx, 200, SealingBody.of(sealing)));
        }
    }
}
