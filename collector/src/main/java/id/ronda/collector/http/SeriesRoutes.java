package id.ronda.collector.http;

import id.ronda.collector.Reach;
import id.ronda.collector.Series;
import id.ronda.collector.SeriesList;
import id.ronda.collector.TimeSeries;
import id.ronda.collector.TimeSeries.PointsResult;
import id.ronda.collector.device.PollInterval;
import id.ronda.identity.Right;
import id.ronda.kernel.http.Answers;
import id.ronda.kernel.http.Column;
import id.ronda.kernel.http.FieldError;
import id.ronda.kernel.http.GuardedRouter;
import id.ronda.kernel.http.PathId;
import id.ronda.kernel.http.Problem;
import id.ronda.kernel.http.Problems;
import id.ronda.kernel.http.RouteRule;
import id.ronda.kernel.http.Routes;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** {@code /series} and their samples. */
final class SeriesRoutes implements Routes {

    private static final String SERIES = "/api/v1/series";

    private final SeriesList list;
    private final TimeSeries series;
    private final InstantSource clock;

    SeriesRoutes(SeriesList list, TimeSeries series, InstantSource clock) {
        this.list = list;
        this.series = series;
        this.clock = clock;
    }

    /** A series as the API writes it. */
    record SeriesBody(int id, long deviceId, String metric, String instance, String unit) {

        static final List<Column<SeriesBody>> COLUMNS = List.of(
                new Column<>("id", SeriesBody::id),
                new Column<>("deviceId", SeriesBody::deviceId),
                new Column<>("metric", SeriesBody::metric),
                new Column<>("instance", SeriesBody::instance),
                new Column<>("unit", SeriesBody::unit));

        static SeriesBody of(Series series) {
            return new SeriesBody(
                    series.id(), series.device().value(), series.metric(), series.instance(), series.unit());
        }
    }

    @Override
    public void mount(GuardedRouter router) {
        router.get(SERIES, RouteRule.needs(Right.SERIES_READ)).handler(this::list);
        router.get(SERIES + "/:id/samples", RouteRule.needs(Right.SERIES_READ))
                .handler(ctx -> PathId.with(ctx, "series", id -> samples(ctx, id)));
    }

    private void list(RoutingContext ctx) {
        SeriesList.GRAMMAR.with(
                ctx,
                query -> list.list(reach(ctx), query)
                        .onFailure(ctx::fail)
                        .onSuccess(page -> Answers.page(ctx, page.map(SeriesBody::of), SeriesBody.COLUMNS)));
    }

    private static Reach reach(RoutingContext ctx) {
        return Reach.of(ctx, Right.SERIES_READ);
    }

    private void samples(RoutingContext ctx, long id) {
        switch (SamplesRequest.parse(ctx.queryParams(), clock.instant())) {
            case SamplesRequest.Refused refused -> Problems.send(ctx, Problem.fields(refused.errors()));
            case SamplesRequest.Wanted wanted ->
                series.points(
                                reach(ctx),
                                (int) Math.min(id, Integer.MAX_VALUE),
                                wanted.from(),
                                wanted.to(),
                                wanted.step())
                        .onFailure(ctx::fail)
                        .onSuccess(result -> answer(ctx, id, result));
        }
    }

    private static void answer(RoutingContext ctx, long id, PointsResult result) {
        switch (result) {
            case PointsResult.UnknownSeries unknown ->
                Problems.send(ctx, PathId.notFound("series", String.valueOf(id)));
            case PointsResult.TooMany many -> Problems.send(ctx, tooMany(many.smallestStep()));
            case PointsResult.Found found ->
                ctx.response()
                        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                        .end(SamplesJson.write(found.points()));
        }
    }

    private static Problem tooMany(Duration smallest) {
        return Problem.fields(List.of(new FieldError(
                "step",
                "would give more than " + TimeSeries.MOST_POINTS + " points; the smallest step that fits is "
                        + PollInterval.text(smallest),
                "akan memberi lebih dari " + TimeSeries.MOST_POINTS + " titik; langkah terkecil yang muat adalah "
                        + PollInterval.text(smallest))));
    }
}
