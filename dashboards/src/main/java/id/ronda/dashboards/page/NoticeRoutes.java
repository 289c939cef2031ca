package id.ronda.dashboards.page;

import id.ronda.dashboards.notice.NoticeDesk;
import id.ronda.dashboards.notice.Onlooker;
import id.ronda.dashboards.page.PageFrame.Place;
import id.ronda.dashboards.text.PageText;
import id.ronda.kernel.http.Caller;
import id.ronda.kernel.http.GuardedRouter;
import id.ronda.kernel.http.RouteRule;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;

/** {@code GET /kabar}: what concerns the one who looks; the bell on every page fetches the same with its count alone. */
final class NoticeRoutes {

    private final NoticeDesk desk;
    private final PageAnswers answers;

    NoticeRoutes(NoticeDesk desk, PageAnswers answers) {
        this.desk = desk;
        this.answers = answers;
    }

    void mount(GuardedRouter router) {
        router.get("/kabar", RouteRule.SIGNED_IN).handler(this::show);
    }

    private void show(RoutingContext ctx) {
        PageText text = answers.text(ctx);
        desk.of(new Onlooker(Caller.of(ctx), LastLook.of(ctx)))
                .map(all ->
                        all.stream().map(notice -> NoticeView.of(notice, text)).toList())
                .compose(views -> LastLook.isBackground(ctx) ? bell(ctx, text, views) : page(ctx, text, views))
                .onFailure(cause -> answers.unreadable(ctx, cause));
    }

    private Future<Void> bell(RoutingContext ctx, PageText text, List<NoticeView> views) {
        return answers.send(ctx, "bell", Map.of("text", text, "notices", views));
    }

    private Future<Void> page(RoutingContext ctx, PageText text, List<NoticeView> views) {
        LastLook.now(ctx, text.now());
        PageFrame frame = answers.frame(ctx, text.say("notices.title"), Place.NOWHERE, List.of());
        return answers.send(ctx, "notices", Map.of("frame", frame, "notices", views));
    }
}
