package id.ronda.identity.http;

import id.ronda.identity.Account;
import id.ronda.identity.AccountDraft;
import id.ronda.identity.AccountId;
import id.ronda.identity.Accounts;
import id.ronda.identity.Change;
import id.ronda.identity.Language;
import id.ronda.identity.OneTimePassword;
import id.ronda.identity.Requester;
import id.ronda.identity.Right;
import id.ronda.identity.UnitId;
import id.ronda.kernel.http.Answers;
import id.ronda.kernel.http.GuardedRouter;
import id.ronda.kernel.http.JsonBody;
import id.ronda.kernel.http.JsonFields;
import id.ronda.kernel.http.PathId;
import id.ronda.kernel.http.Precondition;
import id.ronda.kernel.http.Problem;
import id.ronda.kernel.http.Problems;
import id.ronda.kernel.http.RouteRule;
import id.ronda.kernel.http.Routes;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;

/** {@code /users}: the accounts of people. None is deleted: it is disabled, and what was in its name is handed over. */
final class UserRoutes implements Routes {

    static final String USERS = "/api/v1/users";
    static final RouteRule READ = RouteRule.needs(Right.USER_READ);
    static final RouteRule WRITE = RouteRule.needs(Right.USER_WRITE);

    private final Accounts accounts;

    UserRoutes(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void mount(GuardedRouter router) {
        router.get(USERS, READ).handler(this::list);
        router.post(USERS, WRITE).handler(this::create);
        router.get(USERS + "/:id", READ)
                .handler(ctx -> PathId.with(ctx, "account", id -> show(ctx, new AccountId(id))));
        router.post(USERS + "/:id/reset-password", WRITE)
                .handler(ctx -> PathId.with(ctx, "account", id -> resetPassword(ctx, new AccountId(id))));
        router.post(USERS + "/:id/enable", WRITE)
                .handler(ctx -> PathId.with(ctx, "account", id -> enable(ctx, new AccountId(id))));
    }

    private void list(RoutingContext ctx) {
        Accounts.LIST.with(
                ctx,
                query -> accounts.list(Requester.of(ctx), query)
                        .onFailure(ctx::fail)
                        .onSuccess(page -> Answers.page(ctx, page.map(UserBody::of), UserBody.COLUMNS)));
    }

    private void show(RoutingContext ctx, AccountId id) {
        seen(ctx, accounts, id, account -> shown(ctx, 200, account));
    }

    /** Goes on with an account that the caller may see; others are told as none at all. */
    static void seen(RoutingContext ctx, Accounts accounts, AccountId id, Consumer<Account> next) {
        accounts.find(Requester.of(ctx), id)
                .onFailure(ctx::fail)
                .onSuccess(found -> found.ifPresentOrElse(
                        next, () -> Problems.send(ctx, Problem.notFound("There is no account " + id + "."))));
    }

    static void shown(RoutingContext ctx, int status, Account account) {
        Precondition.show(ctx, account.revision());
        Answers.json(ctx, status, UserBody.of(account));
    }

    static JsonFields.Builder<AccountDraft> draft(JsonFields fields) {
        String name = fields.text("name");
        String displayName = fields.text("displayName");
        String email = fields.optionalText("email");
        Integer unit = fields.optionalInteger("unit", 1, Integer.MAX_VALUE);
        String language = fields.textOr("language", "id");
        Instant from = fields.optionalTime("validFrom");
        Instant until = fields.optionalTime("validUntil");
        return () -> new AccountDraft(
                name, displayName, email, unit == null ? null : new UnitId(unit), Language.of(language), from, until);
    }

    private void create(RoutingContext ctx) {
        switch (JsonFields.read(ctx, UserRoutes::draft)) {
            case JsonBody.Refused<AccountDraft> refused -> Problems.send(ctx, refused.problem());
            case JsonBody.Read<AccountDraft> read ->
                accounts.create(Requester.of(ctx), read.value())
                        .onFailure(ctx::fail)
                        .onSuccess(change -> withPassword(ctx, 201, change));
        }
    }

    private void resetPassword(RoutingContext ctx, AccountId id) {
        accounts.resetPassword(Requester.of(ctx), id)
                .onFailure(ctx::fail)
                .onSuccess(change -> withPassword(ctx, 200, change));
    }

    private static void withPassword(RoutingContext ctx, int status, Change<OneTimePassword> change) {
        Changes.answer(ctx, change, made -> {
            ctx.response()
                    .putHeader(
                            HttpHeaders.LOCATION, USERS + "/" + made.account().id());
            Answers.json(
                    ctx,
                    status,
                    Map.of(
                            "user",
                            UserBody.of(made.account()),
                            "password",
                            made.password().reveal()));
        });
    }

    private void enable(RoutingContext ctx, AccountId id) {
        accounts.enable(Requester.of(ctx), id)
                .onFailure(ctx::fail)
                .onSuccess(change -> Changes.answer(ctx, change, account -> shown(ctx, 200, account)));
    }
}
