package id.ronda.dashboards.page;

import id.ronda.dashboards.page.PageFrame.Place;
import id.ronda.dashboards.start.Situation;
import id.ronda.dashboards.start.SituationDesk;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;

/** {@code GET /}: what the duty room sees first. */
final class StartRoute {

    private final SituationDesk desk;
    private final PageAnswers answers;

    StartRoute(SituationDesk desk, PageAnswers answers) {
        this.desk = desk;
        this.answers = answers;
    }

    void handle(RoutingContext ctx) {
        desk.now()
                .compose(situation -> answers.send(ctx, "start", Map.of("page", page(ctx, situation))))
                .onFailure(cause -> answers.unreadable(ctx, cause));
    }

    private StartPage page(RoutingContext ctx, Situation situation) {
        LastLook.now(ctx, situation.at());
        PageFrame frame = answers.frame(ctx, answers.text(ctx).say("start.title"), Place.START, List.of());
        return new StartPage(frame, situation);
    }
}
