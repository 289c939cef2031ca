package id.ronda.identity.http;

import id.ronda.identity.Change;
import id.ronda.identity.Requester;
import id.ronda.identity.Right;
import id.ronda.identity.Role;
import id.ronda.identity.RoleDraft;
import id.ronda.identity.RoleHolder;
import id.ronda.identity.RoleId;
import id.ronda.identity.Roles;
import id.ronda.kernel.Page;
import id.ronda.kernel.http.Answers;
import id.ronda.kernel.http.Column;
import id.ronda.kernel.http.GuardedRouter;
import id.ronda.kernel.http.JsonBody;
import id.ronda.kernel.http.JsonFields;
import id.ronda.kernel.http.ListPage;
import id.ronda.kernel.http.PathId;
import id.ronda.kernel.http.Precondition;
import id.ronda.kernel.http.Problems;
import id.ronda.kernel.http.RouteRule;
import id.ronda.kernel.http.Routes;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /roles}: presets, which nobody edits, and an office's own; and who has them. */
final class RoleRoutes implements Routes {

    private static final String ROLES = "/api/v1/roles";
    private static final String WHAT = "role";
    private static final RouteRule READ = RouteRule.needs(Right.USER_READ);
    private static final RouteRule WRITE = RouteRule.needs(Right.ROLE_WRITE);

    private final Roles roles;

    RoleRoutes(Roles roles) {
        this.roles = roles;
    }

    /** Somebody who has the role. */
    record HolderBody(
            long grant,
            long account,
            String name,
            String displayName,
            @Nullable Long unit,
            @Nullable String unitName) {

        static final List<Column<HolderBody>> COLUMNS = List.of(
                new Column<>("grant", HolderBody::grant),
                new Column<>("account", HolderBody::account),
                new Column<>("name", HolderBody::name),
                new Column<>("displayName", HolderBody::displayName),
                new Column<>("unit", HolderBody::unit),
                new Column<>("unitName", HolderBody::unitName));

        static HolderBody of(RoleHolder holder) {
            var grant = holder.grant();
            return new HolderBody(
                    grant.id().value(),
                    grant.account().value(),
                    holder.name(),
                    holder.displayName(),
                    grant.unit() == null ? null : grant.unit().value(),
                    holder.unitName());
        }
    }

    @Override
    public void mount(GuardedRouter router) {
        router.get(ROLES, READ).handler(this::list);
        router.post(ROLES, WRITE).handler(this::create);
        router.get(ROLES + "/:id", READ).handler(ctx -> PathId.with(ctx, WHAT, id -> show(ctx, new RoleId(id))));
        router.patch(ROLES + "/:id", WRITE).handler(ctx -> PathId.with(ctx, WHAT, id -> edit(ctx, new RoleId(id))));
        router.delete(ROLES + "/:id", WRITE).handler(ctx -> PathId.with(ctx, WHAT, id -> delete(ctx, new RoleId(id))));
        router.get(ROLES + "/:id/users", READ)
                .handler(ctx -> PathId.with(ctx, WHAT, id -> holders(ctx, new RoleId(id))));
    }

    private void list(RoutingContext ctx) {
        ListPage.wanted(
                ctx,
                wanted -> roles.list()
                        .onFailure(ctx::fail)
                        .onSuccess(all -> ListPage.answer(
                                ctx,
                                all.stream().map(RoleBody::of).toList(),
                                wanted,
                                ListPage.Order.byNumber(RoleBody::id),
                                RoleBody.COLUMNS)));
    }

    private void show(RoutingContext ctx, RoleId id) {
        roles.find(id)
                .onFailure(ctx::fail)
                .onSuccess(found -> found.ifPresentOrElse(role -> shown(ctx, 200, role), () -> missing(ctx, id)));
    }

    private static void missing(RoutingContext ctx, RoleId id) {
        Problems.send(ctx, PathId.notFound(WHAT, id.toString()));
    }

    private static void shown(RoutingContext ctx, int status, Role role) {
        Precondition.show(ctx, role.revision());
        Answers.json(ctx, status, RoleBody.of(role));
    }

    private void create(RoutingContext ctx) {
        switch (JsonFields.read(ctx, RoleBody::draft)) {
            case JsonBody.Refused<RoleDraft> refused -> Problems.send(ctx, refused.problem());
            case JsonBody.Read<RoleDraft> read ->
                roles.create(Requester.of(ctx), read.value())
                        .onFailure(ctx::fail)
                        .onSuccess(change -> Changes.answer(ctx, change, role -> made(ctx, role)));
        }
    }

    private static void made(RoutingContext ctx, Role role) {
        ctx.response().putHeader(HttpHeaders.LOCATION, ROLES + "/" + role.id());
        shown(ctx, 201, role);
    }

    private void edit(RoutingContext ctx, RoleId id) {
        roles.find(id).onFailure(ctx::fail).onSuccess(found -> edit(ctx, id, found));
    }

    private void edit(RoutingContext ctx, RoleId id, Optional<Role> found) {
        if (found.isEmpty()) {
            missing(ctx, id);
            return;
        }
        Role known = found.get();
        if (Precondition.optional(ctx, known.revision()) instanceof Precondition.Failed failed) {
            Problems.send(ctx, failed.problem());
            return;
        }
        switch (MergePatch.read(ctx, RoleBody.Form.of(known.draft()), RoleBody::draft)) {
            case JsonBody.Refused<RoleDraft> refused -> Problems.send(ctx, refused.problem());
            case JsonBody.Read<RoleDraft> read ->
                roles.edit(Requester.of(ctx), id, known.revision(), read.value())
                        .onFailure(ctx::fail)
                        .onSuccess(change -> Changes.answer(ctx, change, role -> shown(ctx, 200, role)));
        }
    }

    private void delete(RoutingContext ctx, RoleId id) {
        roles.delete(Requester.of(ctx), id).onFailure(ctx::fail).onSuccess(change -> gone(ctx, change));
    }

    private static void gone(RoutingContext ctx, Change<RoleId> change) {
        Changes.answer(ctx, change, id -> Changes.nothingMore(ctx));
    }

    private void holders(RoutingContext ctx, RoleId id) {
        ListPage.wantedById(
                ctx,
                (after, limit) -> roles.holders(Requester.of(ctx), id, after, limit)
                        .onFailure(ctx::fail)
                        .onSuccess(page -> Answers.page(
                                ctx,
                                new Page<>(
                                        page.items().stream()
                                                .map(HolderBody::of)
                                                .toList(),
                                        page.next()),
                                HolderBody.COLUMNS)));
    }
}
