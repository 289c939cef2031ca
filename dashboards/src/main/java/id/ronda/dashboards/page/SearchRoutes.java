package id.ronda.dashboards.page;

import id.ronda.dashboards.page.PageFrame.Place;
import id.ronda.dashboards.search.Hit;
import id.ronda.dashboards.search.Question;
import id.ronda.dashboards.search.SearchSource;
import id.ronda.dashboards.text.PageText;
import id.ronda.kernel.http.Caller;
import id.ronda.kernel.http.GuardedRouter;
import id.ronda.kernel.http.RouteRule;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** {@code GET /cari?q=}: the search over everything, as a page, and without what is around it for the box that Ctrl-K opens. */
final class SearchRoutes {

    private final List<SearchSource> sources;
    private final PageAnswers answers;

    SearchRoutes(List<SearchSource> sources, PageAnswers answers) {
        this.sources = List.copyOf(sources);
        this.answers = answers;
    }

    void mount(GuardedRouter router) {
        router.get("/cari", RouteRule.SIGNED_IN).handler(this::search);
    }

    private void search(RoutingContext ctx) {
        PageText text = answers.text(ctx);
        Question question = new Question(
                Caller.of(ctx),
                text.language(),
                Objects.requireNonNullElse(ctx.request().getParam("q"), ""));
        find(question)
                .map(hits -> hits.stream().map(hit -> HitView.of(hit, text)).toList())
                .compose(hits -> LastLook.isBackground(ctx)
                        ? answers.send(ctx, "hits", Map.of("text", text, "words", question.words(), "hits", hits))
                        : page(ctx, question.words(), hits))
                .onFailure(cause -> answers.unreadable(ctx, cause));
    }

    private Future<List<Hit>> find(Question question) {
        List<Future<List<Hit>>> asked =
                sources.stream().map(source -> source.find(question)).toList();
        return Future.all(asked)
                .map(all -> all.<List<Hit>>list().stream().flatMap(List::stream).toList());
    }

    private Future<Void> page(RoutingContext ctx, String words, List<HitView> hits) {
        PageFrame frame = answers.frame(ctx, answers.text(ctx).say("search.title"), Place.NOWHERE, List.of());
        return answers.send(ctx, "search", Map.of("frame", frame, "words", words, "hits", hits));
    }
}
