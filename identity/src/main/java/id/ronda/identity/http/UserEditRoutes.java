package id.ronda.identity.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.ronda.identity.Account;
import id.ronda.identity.AccountDraft;
import id.ronda.identity.AccountId;
import id.ronda.identity.Accounts;
import id.ronda.identity.Requester;
import id.ronda.kernel.Json;
import id.ronda.kernel.http.GuardedRouter;
import id.ronda.kernel.http.JsonBody;
import id.ronda.kernel.http.JsonFields;
import id.ronda.kernel.http.PathId;
import id.ronda.kernel.http.Precondition;
import id.ronda.kernel.http.Problem;
import id.ronda.kernel.http.Problems;
import id.ronda.kernel.http.Routes;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;

/** {@code PATCH /users/{id}}: an account edited by a merge patch (RFC 7396) on the state that {@code If-Match} names. */
final class UserEditRoutes implements Routes {

    private final Accounts accounts;

    UserEditRoutes(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void mount(GuardedRouter router) {
        router.patch(UserRoutes.USERS + "/:id", UserRoutes.WRITE)
                .handler(ctx -> PathId.with(
                        ctx,
                        "account",
                        id -> UserRoutes.seen(ctx, accounts, new AccountId(id), known -> edit(ctx, known))));
    }

    private void edit(RoutingContext ctx, Account known) {
        if (Precondition.optional(ctx, known.revision()) instanceof Precondition.Failed failed) {
            Problems.send(ctx, failed.problem());
            return;
        }
        switch (patched(ctx, known)) {
            case JsonBody.Refused<AccountDraft> refused -> Problems.send(ctx, refused.problem());
            case JsonBody.Read<AccountDraft> read ->
                accounts.edit(Requester.of(ctx), known.id(), known.revision(), read.value())
                        .onFailure(ctx::fail)
                        .onSuccess(
                                change -> Changes.answer(ctx, change, account -> UserRoutes.shown(ctx, 200, account)));
        }
    }

    /** What is absent in the patch stays, null takes away. */
    private static JsonBody<AccountDraft> patched(RoutingContext ctx, Account known) {
        try {
            byte[] body = ctx.body().buffer() == null
                    ? new byte[0]
                    : ctx.body().buffer().getBytes();
            if (Json.mapper().readTree(body) instanceof ObjectNode patch) {
                ObjectNode form = UserBody.form(known);
                form.setAll(patch);
                return JsonFields.read(form, UserRoutes::draft);
            }
            return new JsonBody.Refused<>(Problem.unreadable("The body must be a JSON object."));
        } catch (JsonProcessingException e) {
            return new JsonBody.Refused<>(Problem.unreadable("The body is not JSON."));
        } catch (IOException e) {
            return new JsonBody.Refused<>(Problem.unreadable("The body is not UTF-8."));
        }
    }
}
