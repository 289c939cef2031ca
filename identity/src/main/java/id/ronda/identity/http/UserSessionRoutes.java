package id.ronda.identity.http;

import id.ronda.identity.AccountId;
import id.ronda.identity.Accounts;
import id.ronda.identity.Requester;
import id.ronda.identity.Sessions;
import id.ronda.kernel.http.Answers;
import id.ronda.kernel.http.GuardedRouter;
import id.ronda.kernel.http.PathId;
import id.ronda.kernel.http.Routes;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/** {@code /users/{id}/sessions}: where somebody is signed in, and the end of all of it. */
final class UserSessionRoutes implements Routes {

    private static final String SESSIONS = UserRoutes.USERS + "/:id/sessions";

    private final Accounts accounts;
    private final Sessions sessions;

    UserSessionRoutes(Accounts accounts, Sessions sessions) {
        this.accounts = accounts;
        this.sessions = sessions;
    }

    @Override
    public void mount(GuardedRouter router) {
        router.get(SESSIONS, UserRoutes.READ)
                .handler(ctx -> PathId.with(ctx, "account", id -> list(ctx, new AccountId(id))));
        router.delete(SESSIONS, UserRoutes.WRITE)
                .handler(ctx -> PathId.with(ctx, "account", id -> end(ctx, new AccountId(id))));
    }

    private void list(RoutingContext ctx, AccountId id) {
        UserRoutes.seen(
                ctx,
                accounts,
                id,
                account -> sessions.of(id)
                        .onFailure(ctx::fail)
                        .onSuccess(all -> Answers.json(
                                ctx,
                                200,
                                Map.of(
                                        "items",
                                        all.stream()
                                                .map(MeRoutes.SessionBody::of)
                                                .toList()))));
    }

    private void end(RoutingContext ctx, AccountId id) {
        sessions.revokeAll(Requester.of(ctx), id)
                .onFailure(ctx::fail)
                .onSuccess(change -> Changes.answer(
                        ctx, change, ended -> ctx.response().setStatusCode(204).end()));
    }
}
