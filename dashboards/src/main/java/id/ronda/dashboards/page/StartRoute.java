package id.ronda.dashboards.page;

import id.ronda.collector.Reach;
import id.ronda.dashboards.directory.ByReach;
import id.ronda.dashboards.page.PageFrame.Place;
import id.ronda.dashboards.start.Situation;
import id.ronda.dashboards.start.SituationDesk;
import id.ronda.identity.Right;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;

/** {@code GET /}: what the duty room sees first. */
final class StartRoute {

    private final ByReach<SituationDesk> desks;
    private final PageAnswers answers;

    StartRoute(ByReach<SituationDesk> desks, PageAnswers answers) {
        this.desks = desks;
        this.answers = answers;
    }

    void handle(RoutingContext ctx) {
        Reach reach = Reach.of(ctx, Right.DEVICE_READ);
        desks.of(reach)
                .now()
                .compose(situation -> answers.send(ctx, "start", Map.of("page", page(ctx, reach, situation))))
                .onFailure(cause -> answers.unreadable(ctx, cause));
    }

    private StartPage page(RoutingContext ctx, Reach reach, Situation situation) {
        LastLook.now(ctx, situation.at());
        PageFrame frame = answers.frame(ctx, answers.text(ctx).say("start.title"), Place.START, List.of());
        return new StartPage(frame, situation, ViewLimit.of(reach, frame.text()));
    }
}
