package id.ronda.dashboards.page;

import id.ronda.dashboards.page.PageFrame.Place;
import id.ronda.dashboards.text.PageText;
import id.ronda.kernel.http.Caller;
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

    private Future<Void> wrong(RoutingContext ctx, String what) {
        PageFrame frame = frame(ctx, text(ctx).say("wrong." + what), Place.NOWHERE, List.of());
        return send(ctx, "wrong", Map.of("frame", frame, "advice", frame.text().say("wrong." + what + ".advice")));
    }
}
