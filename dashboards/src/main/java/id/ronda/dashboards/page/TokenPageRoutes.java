package id.ronda.dashboards.page;

import id.ronda.dashboards.page.PageFrame.Place;
import id.ronda.identity.Caller;
import id.ronda.identity.Requester;
import id.ronda.identity.Right;
import id.ronda.identity.Tokens;
import id.ronda.kernel.http.GuardedRouter;
import id.ronda.kernel.http.RouteRule;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;

/** {@code /token}: one's own tokens and those that one keeps for services; makes and revokes them. */
final class TokenPageRoutes {

    static final String PATH = "/token";
    private static final int SHOWN = 100;

    private final Tokens tokens;
    private final PageAnswers answers;

    TokenPageRoutes(Tokens tokens, PageAnswers answers) {
        this.tokens = tokens;
        this.answers = answers;
    }

    void mount(GuardedRouter router) {
        router.get(PATH, RouteRule.needs(Right.TOKEN_OWN)).handler(this::list);
    }

    private void list(RoutingContext ctx) {
        Caller reader = Requester.of(ctx);
        tokens.list(reader, Paging.after(ctx), SHOWN)
                .compose(page ->
                        answers.send(ctx, "tokens", Map.of("frame", frame(ctx), "page", TokensPage.of(page, reader))))
                .onFailure(cause -> answers.unreadable(ctx, cause));
    }

    private PageFrame frame(RoutingContext ctx) {
        return answers.frame(
                ctx, answers.text(ctx).say("tokens.title"), Place.TOKENS, List.of("js/api-form.js", "js/tokens.js"));
    }
}
