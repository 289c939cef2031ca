package id.ronda.identity.http;

import id.ronda.identity.Account;
import id.ronda.identity.AccountId;
import id.ronda.identity.Accounts;
import id.ronda.identity.GrantId;
import id.ronda.identity.Requester;
import id.ronda.identity.Right;
import id.ronda.identity.RoleGrant;
import id.ronda.identity.RoleId;
import id.ronda.identity.Roles;
import id.ronda.identity.UnitId;
import id.ronda.kernel.http.Answers;
import id.ronda.kernel.http.Column;
import id.ronda.kernel.http.GuardedRouter;
import id.ronda.kernel.http.JsonBody;
import id.ronda.kernel.http.JsonFields;
import id.ronda.kernel.http.ListPage;
import id.ronda.kernel.http.PageRequest;
import id.ronda.kernel.http.PathId;
import id.ronda.kernel.http.Problems;
import id.ronda.kernel.http.RouteRule;
import id.ronda.kernel.http.Routes;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /users/{id}/roles}: which roles a person has, for everything or for one unit with all below it. */
final class GrantRoutes implements Routes {

    private static final String USERS = "/api/v1/users/";
    private static final String OF_USER = USERS + ":id/roles";
    private static final String ACCOUNT = "account";

    private final Roles roles;
    private final Accounts accounts;

    GrantRoutes(Roles roles, Accounts accounts) {
        this.roles = roles;
        this.accounts = accounts;
    }

    /**
     * A role that the person has.
     *
     * @param id of the grant, not of the role
     */
    record GrantBody(long id, long role, @Nullable Long unit) {

        static final List<Column<GrantBody>> COLUMNS = List.of(
                new Column<>("id", GrantBody::id),
                new Column<>("role", GrantBody::role),
                new Column<>("unit", GrantBody::unit));

        static GrantBody of(RoleGrant grant) {
            return new GrantBody(
                    grant.id().value(),
                    grant.role().value(),
                    grant.unit() == null ? null : grant.unit().value());
        }
    }

    private record Form(RoleId role, @Nullable UnitId unit) {}

    @Override
    public void mount(GuardedRouter router) {
        router.get(OF_USER, RouteRule.needs(Right.USER_READ))
                .handler(ctx -> PathId.with(ctx, ACCOUNT, id -> list(ctx, new AccountId(id))));
        router.post(OF_USER, RouteRule.needs(Right.ROLE_WRITE))
                .handler(ctx -> PathId.with(ctx, ACCOUNT, id -> give(ctx, new AccountId(id))));
        router.delete(OF_USER + "/:grant", RouteRule.needs(Right.ROLE_WRITE))
                .handler(ctx -> PathId.with(
                        ctx,
                        ACCOUNT,
                        id -> PathId.named(
                                ctx, "grant", "grant", grant -> take(ctx, new AccountId(id), new GrantId(grant)))));
    }

    private void list(RoutingContext ctx, AccountId id) {
        ListPage.wanted(
                ctx,
                wanted -> accounts.find(Requester.of(ctx), id)
                        .onFailure(ctx::fail)
                        .onSuccess(found -> list(ctx, id, found, wanted)));
    }

    private void list(RoutingContext ctx, AccountId id, Optional<Account> found, PageRequest.Wanted wanted) {
        if (found.isEmpty()) {
            Problems.send(ctx, PathId.notFound(ACCOUNT, id.toString()));
            return;
        }
        roles.of(id)
                .onFailure(ctx::fail)
                .onSuccess(all -> ListPage.answer(
                        ctx,
                        all.stream().map(GrantBody::of).toList(),
                        wanted,
                        ListPage.Order.byNumber(GrantBody::id),
                        GrantBody.COLUMNS));
    }

    private void give(RoutingContext ctx, AccountId id) {
        switch (JsonFields.read(ctx, GrantRoutes::form)) {
            case JsonBody.Refused<Form> refused -> Problems.send(ctx, refused.problem());
            case JsonBody.Read<Form> read ->
                roles.give(
                                Requester.of(ctx),
                                id,
                                read.value().role(),
                                read.value().unit())
                        .onFailure(ctx::fail)
                        .onSuccess(change -> Changes.answer(ctx, change, grant -> given(ctx, grant)));
        }
    }

    private static JsonFields.Builder<Form> form(JsonFields fields) {
        int role = fields.integer("role", 1, Integer.MAX_VALUE);
        Integer unit = fields.optionalInteger("unit", 1, Integer.MAX_VALUE);
        return () -> new Form(new RoleId(role), unit == null ? null : new UnitId(unit));
    }

    private static void given(RoutingContext ctx, RoleGrant grant) {
        ctx.response().putHeader(HttpHeaders.LOCATION, USERS + grant.account() + "/roles/" + grant.id());
        Answers.json(ctx, 201, GrantBody.of(grant));
    }

    private void take(RoutingContext ctx, AccountId id, GrantId grant) {
        roles.take(Requester.of(ctx), id, grant)
                .onFailure(ctx::fail)
                .onSuccess(change -> Changes.answer(ctx, change, gone -> Changes.nothingMore(ctx)));
    }
}
