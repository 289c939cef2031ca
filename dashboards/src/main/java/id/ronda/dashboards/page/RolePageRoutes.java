package id.ronda.dashboards.page;

import id.ronda.dashboards.page.PageFrame.Place;
import id.ronda.identity.Caller;
import id.ronda.identity.Requester;
import id.ronda.identity.Right;
import id.ronda.identity.Role;
import id.ronda.identity.RoleId;
import id.ronda.identity.Roles;
import id.ronda.kernel.http.GuardedRouter;
import id.ronda.kernel.http.RouteRule;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /peran}, the roles with their rights as a matrix; {@code /peran/baru} makes one of one's own, by a copy if asked;
 * {@code /peran/{id}} shows one with who has it, and edits one's own.
 */
final class RolePageRoutes {

    static final String PATH = "/peran";
    private static final int HOLDERS = 100;
    private static final List<String> SCRIPTS = List.of("js/api-form.js");

    private final Roles roles;
    private final PageAnswers answers;

    RolePageRoutes(Roles roles, PageAnswers answers) {
        this.roles = roles;
        this.answers = answers;
    }

    void mount(GuardedRouter router) {
        router.get(PATH, RouteRule.needs(Right.USER_READ)).handler(this::list);
        router.get(PATH + "/baru", RouteRule.needs(Right.ROLE_WRITE)).handler(this::fresh);
        router.getRegex(PATH + "/(?<role>\\d{1,18})", RouteRule.needs(Right.USER_READ))
                .handler(this::one);
    }

    private void list(RoutingContext ctx) {
        Caller reader = Requester.of(ctx);
        Future<List<Role>> all = roles.list();
        Future<Map<RoleId, Integer>> counts = roles.holderCounts(reader);
        Future.all(all, counts)
                .compose(read -> answers.send(
                        ctx,
                        "roles",
                        Map.of(
                                "frame",
                                frame(ctx, answers.text(ctx).say("roles.title")),
                                "page",
                                new RolesPage(all.result(), counts.result(), reader.can(Right.ROLE_WRITE)))))
                .onFailure(cause -> answers.unreadable(ctx, cause));
    }

    private PageFrame frame(RoutingContext ctx, String title) {
        return answers.frame(ctx, title, Place.ROLES, SCRIPTS);
    }

    private void fresh(RoutingContext ctx) {
        Caller reader = Requester.of(ctx);
        roles.list()
                .compose(all -> send(ctx, RolePage.fresh(copied(ctx, all), reader)))
                .onFailure(cause -> answers.unreadable(ctx, cause));
    }

    /** The role that a new one is to be a copy of. */
    private static Optional<Role> copied(RoutingContext ctx, List<Role> all) {
        String asked = ctx.request().getParam("dari");
        return all.stream().filter(role -> role.id().toString().equals(asked)).findFirst();
    }

    private Future<Void> send(RoutingContext ctx, RolePage page) {
        var text = answers.text(ctx);
        String title = page.role() == null
                ? text.say("roles.new")
                : Labels.say(text, page.draft().name());
        return answers.send(ctx, "role", Map.of("frame", frame(ctx, title), "page", page));
    }

    private void one(RoutingContext ctx) {
        RoleId id = new RoleId(Long.parseLong(ctx.pathParam("role")));
        roles.find(id)
                .compose(found -> found.map(role -> one(ctx, role)).orElseGet(() -> answers.missing(ctx)))
                .onFailure(cause -> answers.unreadable(ctx, cause));
    }

    private Future<Void> one(RoutingContext ctx, Role role) {
        Caller reader = Requester.of(ctx);
        return roles.holders(reader, role.id(), Paging.after(ctx), HOLDERS)
                .compose(holders -> send(ctx, RolePage.of(role, holders, reader)));
    }
}
