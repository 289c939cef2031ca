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
import id.ronda.kernel.Page;
import id.ronda.kernel.http.Answers;
import id.ronda.kernel.http.Column;
import id.ronda.kernel.http.GuardedRouter;
import id.ronda.kernel.http.JsonBody;
import id.ronda.kernel.http.JsonFields;
import id.ronda.kernel.http.ListPage;
import id.ronda.kernel.http.PathId;
import id.ronda.kernel.http.Precondition;
import id.ronda.kernel.http.Problem;
import id.ronda.kernel.http.Problems;
import id.ronda.kernel.http.RouteRule;
import id.ronda.kernel.http.Routes;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /users}: the accounts of people. None is deleted: it is disabled, and what was in its name is handed over. */
final class UserRoutes implements Routes {

    private static final String USERS = "/api/v1/users";
    private static final RouteRule READ = RouteRule.needs(Right.USER_READ);
    private static final RouteRule WRITE = RouteRule.needs(Right.USER_WRITE);

    private final Accounts accounts;

    UserRoutes(Accounts accounts) {
        this.accounts = accounts;
    }

    /** An account as it is listed. */
    record UserBody(
            long id,
            String name,
            String displayName,
            @Nullable String email,
            @Nullable Long unit,
            String language,
            String state,
            @Nullable Instant validFrom,
            @Nullable Instant validUntil,
            boolean secondFactor,
            boolean mustChangePassword,
            Instant createdAt,
            @Nullable Instant lastSignInAt) {

        static final List<Column<UserBody>> COLUMNS = List.of(
                new Column<>("id", UserBody::id),
                new Column<>("name", UserBody::name),
                new Column<>("displayName", UserBody::displayName),
                new Column<>("email", UserBody::email),
                new Column<>("unit", UserBody::unit),
                new Column<>("state", UserBody::state),
                new Column<>("validUntil", UserBody::validUntil),
                new Column<>("secondFactor", UserBody::secondFactor),
                new Column<>("lastSignInAt", UserBody::lastSignInAt));

        static UserBody of(Account account) {
            var draft = account.draft();
            return new UserBody(
                    account.id().value(),
                    draft.name(),
                    draft.displayName(),
                    draft.email(),
                    draft.unit() == null ? null : draft.unit().value(),
                    draft.language().tag(),
                    account.state().name().toLowerCase(java.util.Locale.ROOT),
                    draft.validFrom(),
                    draft.validUntil(),
                    account.secondFactor(),
                    account.mustChangePassword(),
                    account.createdAt(),
                    account.lastSignInAt());
        }
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
        ListPage.wantedById(
                ctx,
                (after, limit) -> accounts.list(Requester.of(ctx), after, limit)
                        .onFailure(ctx::fail)
                        .onSuccess(page -> Answers.page(
                                ctx,
                                new Page<>(
                                        page.items().stream().map(UserBody::of).toList(), page.next()),
                                UserBody.COLUMNS)));
    }

    private void show(RoutingContext ctx, AccountId id) {
        accounts.find(Requester.of(ctx), id).onFailure(ctx::fail).onSuccess(found -> {
            if (found.isEmpty()) {
                Problems.send(ctx, Problem.notFound("There is no account " + id + "."));
            } else {
                shown(ctx, 200, found.get());
            }
        });
    }

    private static void shown(RoutingContext ctx, int status, Account account) {
        Precondition.show(ctx, account.revision());
        Answers.json(ctx, status, UserBody.of(account));
    }

    private static JsonBody<AccountDraft> draft(RoutingContext ctx) {
        return JsonFields.read(ctx, fields -> {
            String name = fields.text("name");
            String displayName = fields.text("displayName");
            String email = fields.optionalText("email");
            Integer unit = fields.optionalInteger("unit", 1, Integer.MAX_VALUE);
            String language = fields.textOr("language", "id");
            Instant from = fields.optionalTime("validFrom");
            Instant until = fields.optionalTime("validUntil");
            return () -> new AccountDraft(
                    name,
                    displayName,
                    email,
                    unit == null ? null : new UnitId(unit),
                    Language.of(language),
                    from,
                    until);
        });
    }

    private void create(RoutingContext ctx) {
        switch (draft(ctx)) {
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
