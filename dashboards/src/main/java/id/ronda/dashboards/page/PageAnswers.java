package id.ronda.dashboards.page;

import id.ronda.dashboards.page.PageFrame.Place;
import id.ronda.dashboards.text.Language;
import id.ronda.dashboards.text.PageText;
import id.ronda.identity.Right;
import id.ronda.kernel.http.Caller;
import id.ronda.kernel.http.Problem;
import id.ronda.kernel.http.RouteRule;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends pages, among them those that say what went wrong. */
final class PageAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(PageAnswers.class);
    private static final String SECONDS_UNTIL_BACK = "5";

    private final Templates templates = new Templates();
    private final StaticFiles files;
    private final Reader reader;
    private final Counter failed;

    PageAnswers(StaticFiles files, Reader reader, MeterRegistry meters) {
        this.files = files;
        this.reader = reader;
        this.failed = Counter.builder("ronda.pages.failed")
                .description("Pages that could not be shown because their data could not be read")
                .register(meters);
    }

    /** What is around a page. */
    PageFrame frame(RoutingContext ctx, String title, Place here, List<String> scripts) {
        return new PageFrame(
                reader.text(ctx), Reader.theme(ctx), files, title, Reader.path(ctx), here, Caller.of(ctx), scripts);
    }

    /** The reader's language and clock. */
    PageText text(RoutingContext ctx) {
        return reader.text(ctx);
    }

    /** A page or a part of one; never kept by the browser, since it shows a moment. */
    Future<Void> send(RoutingContext ctx, String template, Map<String, Object> parameters) {
        Buffer page = templates.render(template, parameters);
        reader.remember(ctx);
        return ctx.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.VARY, "Cookie")
                .end(page);
    }

    /** There is no such thing. */
    Future<Void> missing(RoutingContext ctx) {
        ctx.response().setStatusCode(404);
        return wrong(ctx, "missing");
    }

    /** The data cannot be read now: what to do stands on the page, the cause in the log. */
    void unreadable(RoutingContext ctx, Throwable cause) {
        if (ctx.response().closed() || ctx.response().ended()) {
            return;
        }
        failed.increment();
        LOG.warn("{} cannot be shown", ctx.request().path(), cause);
        ctx.response().setStatusCode(503).putHeader(HttpHeaders.RETRY_AFTER, SECONDS_UNTIL_BACK);
        wrong(ctx, "unreadable");
    }

    /** The caller may see something of the kind, but not this: why stands on the page. */
    Future<Void> limited(RoutingContext ctx, String advice) {
        ctx.response().setStatusCode(403);
        return wrong(ctx, "forbidden", text(ctx).say(advice));
    }

    /** A problem that the server found, as a page of its status. */
    void problem(RoutingContext ctx, Problem problem) {
        ctx.response().setStatusCode(problem.status());
        Future<Void> sent = switch (problem.status()) {
            case 403 -> wrong(ctx, "forbidden", needed(ctx));
            case 404 -> wrong(ctx, "missing");
            case 503 -> wrong(ctx, "unreadable");
            default -> wrong(ctx, "broken", text(ctx).say("wrong.broken.advice", problem.status()));
        };
        sent.onFailure(ctx::fail);
    }

    /** Which right is missing, in the reader's words. */
    private String needed(RoutingContext ctx) {
        PageText text = text(ctx);
        String code = RouteRule.refusing(ctx).map(RouteRule::text).orElse("");
        return Right.of(code)
                .map(right -> text.language() == Language.ENGLISH
                        ? right.label().en()
                        : right.label().id())
                .map(name -> text.say("wrong.forbidden.needs", name))
                .orElseGet(() -> text.say("wrong.forbidden.advice"));
    }

    private Future<Void> wrong(RoutingContext ctx, String what) {
        return wrong(ctx, what, text(ctx).say("wrong." + what + ".advice"));
    }

    private Future<Void> wrong(RoutingContext ctx, String what, String advice) {
        PageFrame frame = frame(ctx, text(ctx).say("wrong." + what), Place.NOWHERE, List.of());
        return send(ctx, "wrong", Map.of("frame", frame, "advice", advice));
    }
}
