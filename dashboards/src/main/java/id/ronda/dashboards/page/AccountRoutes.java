package id.ronda.dashboards.page;

import id.ronda.dashboards.page.PageFrame.Place;
import id.ronda.kernel.http.Caller;
import id.ronda.kernel.http.GuardedRouter;
import id.ronda.kernel.http.LocalPath;
import id.ronda.kernel.http.RouteRule;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code /masuk}, the sign-in, and {@code /akun}, one's own account. Both talk to the API by script; they hold no secret. */
final class AccountRoutes {

    /** What a sign-in with the provider may leave to be said. */
    private static final Set<String> PROBLEMS = Set.of("away", "refused", "expired", "unknown", "later");

    private final PageAnswers answers;
    private final Optional<String> provider;

    AccountRoutes(PageAnswers answers, Optional<String> provider) {
        this.answers = answers;
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
        send(
                ctx,
                "account",
                "account.title",
                List.of("js/account.js", "js/second-factor.js"),
                Map.of("mustChange", Caller.of(ctx).mustVisit() != null));
    }

    private void send(
            RoutingContext ctx, String template, String title, List<String> scripts, Map<String, Object> more) {
        PageFrame frame = answers.frame(ctx, answers.text(ctx).say(title), Place.NOWHERE, scripts);
        var parameters = new java.util.HashMap<String, Object>(more);
        parameters.put("frame", frame);
        answers.send(ctx, template, parameters).onFailure(ctx::fail);
    }
}
