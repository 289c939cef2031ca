package id.ronda.dashboards.page;

import id.ronda.dashboards.page.PageFrame.Place;
import id.ronda.identity.Caller.Person;
import id.ronda.identity.Credential;
import id.ronda.identity.Requester;
import id.ronda.identity.Session;
import id.ronda.identity.Sessions;
import id.ronda.kernel.http.Caller;
import id.ronda.kernel.http.GuardedRouter;
import id.ronda.kernel.http.LocalPath;
import id.ronda.kernel.http.RouteRule;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code /masuk}, the sign-in, and {@code /akun}, one's own account with its sessions. Neither holds a secret. */
final class AccountRoutes {

    /** What a sign-in with the provider may leave to be said. */
    private static final Set<String> PROBLEMS = Set.of("away", "refused", "expired", "unknown", "later");

    private final PageAnswers answers;
    private final Sessions sessions;
    private final Optional<String> provider;

    AccountRoutes(PageAnswers answers, Sessions sessions, Optional<String> provider) {
        this.answers = answers;
        this.sessions = sessions;
        this.provider = provider;
    }

    void mount(GuardedRouter router) {
        router.get("/masuk", RouteRule.OPEN).handler(this::signIn);
        router.get("/akun", RouteRule.SIGNED_IN).handler(this::account);
    }

    private void signIn(RoutingContext ctx) {
        String to = LocalPath.of(ctx.request().getParam("to"));
        if (Caller.of(ctx).isKnown()) {
            ctx.response()
                    .setStatusCode(303)
                    .putHeader(HttpHeaders.LOCATION, to)
                    .end();
            return;
        }
        send(
                ctx,
                "sign-in",
                "signin.title",
                List.of("js/sign-in.js"),
                Map.of(
                        "to",
                        to,
                        "provider",
                        provider.orElse(""),
                        "problem",
                        problem(ctx),
                        "code",
                        "code".equals(ctx.request().getParam("step"))));
    }

    /** A sentence of ours: the address names it, and says nothing itself. */
    private String problem(RoutingContext ctx) {
        String key = String.valueOf(ctx.request().getParam("problem"));
        return PROBLEMS.contains(key) ? answers.text(ctx).say("signin.problem." + key, provider.orElse("SSO")) : "";
    }

    private void account(RoutingContext ctx) {
        sessions(ctx)
                .onFailure(cause -> answers.unreadable(ctx, cause))
                .onSuccess(open -> send(
                        ctx,
                        "account",
                        "account.title",
                        List.of("js/account.js", "js/second-factor.js"),
                        Map.of("mustChange", Caller.of(ctx).mustVisit() != null, "sessions", open)));
    }

    /**
     * A session in which somebody is signed in as the reader.
     *
     * @param own whether the page is read in it
     */
    public record OpenSession(Session session, boolean own) {}

    private Future<List<OpenSession>> sessions(RoutingContext ctx) {
        return Requester.of(ctx) instanceof Person person
                ? sessions.of(person.account())
                        .map(all -> all.stream()
                                .map(each ->
                                        new OpenSession(each, person.by().equals(new Credential.OfSession(each.id()))))
                                .toList())
                : Future.succeededFuture(List.of());
    }

    private void send(
            RoutingContext ctx, String template, String title, List<String> scripts, Map<String, Object> more) {
        PageFrame frame = answers.frame(ctx, answers.text(ctx).say(title), Place.NOWHERE, scripts);
        var parameters = new java.util.HashMap<String, Object>(more);
        parameters.put("frame", frame);
        answers.send(ctx, template, parameters).onFailure(ctx::fail);
    }
}
