package id.ronda.identity.http;

import id.ronda.identity.AccountId;
import id.ronda.identity.ExternalIdentities;
import id.ronda.identity.ExternalIdentity;
import id.ronda.identity.Requester;
import id.ronda.identity.Right;
import id.ronda.kernel.http.Answers;
import id.ronda.kernel.http.GuardedRouter;
import id.ronda.kernel.http.JsonBody;
import id.ronda.kernel.http.JsonFields;
import id.ronda.kernel.http.PathId;
import id.ronda.kernel.http.Problem;
import id.ronda.kernel.http.Problems;
import id.ronda.kernel.http.RouteRule;
import id.ronda.kernel.http.Routes;
import io.vertx.ext.web.RoutingContext;

/** {@code /users/{id}/external-identity}: by whom else, and as whom, the person of an account is known. */
final class ExternalIdentityRoutes implements Routes {

    private static final String PATH = "/api/v1/users/:id/external-identity";

    private final ExternalIdentities identities;

    ExternalIdentityRoutes(ExternalIdentities identities) {
        this.identities = identities;
    }

    @Override
    public void mount(GuardedRouter router) {
        router.get(PATH, RouteRule.needs(Right.USER_READ))
                .handler(ctx -> PathId.with(ctx, "account", id -> show(ctx, new AccountId(id))));
        router.put(PATH, RouteRule.needs(Right.USER_WRITE))
                .handler(ctx -> PathId.with(ctx, "account", id -> link(ctx, new AccountId(id))));
        router.delete(PATH, RouteRule.needs(Right.USER_WRITE))
                .handler(ctx -> PathId.with(ctx, "account", id -> unlink(ctx, new AccountId(id))));
    }

    private void show(RoutingContext ctx, AccountId id) {
        identities.find(id).onFailure(ctx::fail).onSuccess(found -> {
            if (found.isEmpty()) {
                Problems.send(ctx, Problem.notFound("Account " + id + " has no external identity."));
            } else {
                Answers.json(ctx, 200, found.get());
            }
        });
    }

    private void link(RoutingContext ctx, AccountId id) {
        switch (JsonFields.read(ctx, fields -> {
            String issuer = fields.text("issuer");
            String subject = fields.text("subject");
            return () -> new ExternalIdentity(issuer, subject);
        })) {
            case JsonBody.Refused<ExternalIdentity> refused -> Problems.send(ctx, refused.problem());
            case JsonBody.Read<ExternalIdentity> read ->
                identities
                        .link(Requester.of(ctx), id, read.value())
                        .onFailure(ctx::fail)
                        .onSuccess(change -> Changes.answer(ctx, change, linked -> Answers.json(ctx, 200, linked)));
        }
    }

    private void unlink(RoutingContext ctx, AccountId id) {
        identities
                .unlink(Requester.of(ctx), id)
                .onFailure(ctx::fail)
                .onSuccess(change -> Changes.answer(
                        ctx, change, done -> ctx.response().setStatusCode(204).end()));
    }
}
