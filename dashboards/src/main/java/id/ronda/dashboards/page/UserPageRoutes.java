package id.ronda.dashboards.page;

import id.ronda.dashboards.DashboardsPeople;
import id.ronda.dashboards.page.PageFrame.Place;
import id.ronda.dashboards.text.PageText;
import id.ronda.identity.Account;
import id.ronda.identity.AccountFilter;
import id.ronda.identity.AccountId;
import id.ronda.identity.AccountState;
import id.ronda.identity.Belonging;
import id.ronda.identity.Caller;
import id.ronda.identity.Requester;
import id.ronda.identity.Right;
import id.ronda.identity.Role;
import id.ronda.identity.RoleGrant;
import id.ronda.identity.Session;
import id.ronda.identity.Unit;
import id.ronda.identity.UnitId;
import id.ronda.kernel.Page;
import id.ronda.kernel.http.GuardedRouter;
import id.ronda.kernel.http.RouteRule;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code GET /pengguna} and {@code GET /pengguna/{id}}: accounts. What is edited there goes through the API. */
final class UserPageRoutes {

    private static final int LIMIT = 100;
    private static final int MOST_CHOICES = 1_000;

    private final DashboardsPeople people;
    private final PageAnswers answers;

    UserPageRoutes(DashboardsPeople people, PageAnswers answers) {
        this.people = people;
        this.answers = answers;
    }

    void mount(GuardedRouter router) {
        router.get(UsersQuery.PATH, RouteRule.needs(Right.USER_READ)).handler(this::list);
        router.getRegex(UsersQuery.PATH + "/(?<account>\\d{1,18})", RouteRule.needs(Right.USER_READ))
                .handler(this::one);
    }

    private void list(RoutingContext ctx) {
        UsersQuery query = UsersQuery.of(ctx.queryParams());
        Future<List<Unit>> units = units(ctx);
        people.accounts()
                .list(Requester.of(ctx), query.filter(), query.after(), LIMIT)
                .compose(accounts -> units.map(all -> page(ctx, query, accounts, all)))
                .compose(page -> answers.send(ctx, "users", Map.of("page", page)))
                .onFailure(cause -> answers.unreadable(ctx, cause));
    }

    private UsersPage page(RoutingContext ctx, UsersQuery query, Page<Account> accounts, List<Unit> units) {
        PageText text = answers.text(ctx);
        return new UsersPage(
                answers.frame(ctx, text.say("users.title"), Place.USERS, List.of("js/users.js")),
                query,
                accounts.items().stream()
                        .map(account -> row(account, units, text))
                        .toList(),
                units,
                Requester.of(ctx).can(Right.USER_WRITE),
                accounts.next());
    }

    private Future<List<Unit>> units(RoutingContext ctx) {
        return people.units().list(Requester.of(ctx), 0, MOST_CHOICES).map(Page::items);
    }

    private static UserRow row(Account account, List<Unit> units, PageText text) {
        return new UserRow(account, name(account.draft().unit(), units), text);
    }

    private static String name(@Nullable UnitId id, List<Unit> units) {
        return units.stream()
                .filter(unit -> unit.id().equals(id))
                .findFirst()
                .map(unit -> unit.draft().name())
                .orElse(id == null ? "" : "#" + id);
    }

    /** All that is read of an account for its page. */
    private record Known(
            List<Unit> units,
            List<Role> roles,
            List<RoleGrant> grants,
            List<Session> sessions,
            List<Belonging> belongings,
            List<Account> people,
            Optional<HistoryView> history) {}

    private void one(RoutingContext ctx) {
        AccountId id = new AccountId(Long.parseLong(ctx.pathParam("account")));
        people.accounts()
                .find(Requester.of(ctx), id)
                .compose(found -> found.map(account -> read(ctx, id)
                                .compose(known -> answers.send(ctx, "user", Map.of("page", page(ctx, account, known)))))
                        .orElseGet(() -> answers.missing(ctx)))
                .onFailure(cause -> answers.unreadable(ctx, cause));
    }

    private Future<Known> read(RoutingContext ctx, AccountId id) {
        Future<List<Unit>> units = units(ctx);
        Future<List<Role>> roles = people.roles().list();
        Future<List<RoleGrant>> grants = people.roles().of(id);
        Future<List<Session>> sessions = people.sessions().of(id);
        Future<List<Belonging>> belongings =
                people.accounts().belongings(Requester.of(ctx), id).map(found -> found.orElse(List.of()));
        Future<Page<Account>> others =
                people.accounts().list(Requester.of(ctx), AccountFilter.ALL.in(AccountState.ACTIVE), 0, MOST_CHOICES);
        Future<Optional<HistoryView>> history = HistoryView.of(
                ctx, answers, people.trail(), List.of("account", "sign-in", "second-factor"), id.toString());
        return Future.all(List.of(units, roles, grants, sessions, belongings, others, history))
                .map(done -> new Known(
                        units.result(),
                        roles.result(),
                        grants.result(),
                        sessions.result(),
                        belongings.result(),
                        others.result().items().stream()
                                .filter(account -> !account.id().equals(id))
                                .toList(),
                        history.result()));
    }

    private UserPage page(RoutingContext ctx, Account account, Known known) {
        PageText text = answers.text(ctx);
        Caller caller = Requester.of(ctx);
        return new UserPage(
                answers.frame(ctx, account.draft().displayName(), Place.USERS, List.of("js/user.js")),
                row(account, known.units(), text),
                known.units(),
                known.roles(),
                known.grants(),
                known.sessions(),
                known.belongings(),
                known.people(),
                caller.can(Right.USER_WRITE, account.draft().unit()),
                caller.can(Right.ROLE_WRITE),
                known.history().orElse(null));
    }
}
