package id.ronda.kernel.http;

import id.ronda.kernel.Page;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A list on its way into a file. The list's own route is asked for page after page, as if a client had asked, until it has no more or
 * the file holds {@value #MOST_ROWS} rows; each page is written before the next is asked for. Only a file that is whole is sent: what
 * fails before is answered as a problem. A request that names a {@code limit} gets that one page. Used on its event loop only.
 */
final class ListExport {

    static final int MOST_ROWS = 100_000;

    private static final Logger LOG = LoggerFactory.getLogger(ListExport.class);
    private static final String KEY = "ronda.export";
    private static final String INCOMPLETE = "Only the first " + MOST_ROWS
            + " rows are in this file; narrow the list down. / Hanya " + MOST_ROWS
            + " baris pertama ada dalam berkas ini; persempit daftarnya.";

    private final RoutingContext ctx;
    private final Representation form;
    private final Consumer<PageRequest.Wanted> route;
    private final ExportRoom room;
    private final String title;
    private final ExportFile file;
    private final boolean whole;
    private int rows;

    private ListExport(RoutingContext ctx, Representation form, Consumer<PageRequest.Wanted> route, ExportRoom room) {
        this.ctx = ctx;
        this.form = form;
        this.route = route;
        this.room = room;
        this.title = title(ctx.normalizedPath());
        this.file = new ExportFile(form, title);
        this.whole = !ctx.queryParams().contains("limit");
    }

    /** The last word of a path that is no id. */
    private static String title(String path) {
        return List.of(path.split("/", -1)).reversed().stream()
                .filter(word -> word.matches("[a-z][a-z-]{0,30}"))
                .findFirst()
                .orElse("list");
    }

    /** Begins one and asks the route for its first page; or answers 403 to whom no files are given, 503 when too many are under way. */
    static void begin(
            RoutingContext ctx, Representation form, PageRequest.Wanted wanted, Consumer<PageRequest.Wanted> route) {
        ExportRoom room = ExportRoom.of(ctx);
        if (!room.admits(ctx)) {
            return;
        }
        if (!room.enter()) {
            ctx.response().putHeader(HttpHeaders.RETRY_AFTER, "5");
            Problems.send(ctx, Problem.of(503, "busy", "Too much is asked at once; try again.", null));
            return;
        }
        ListExport export = new ListExport(ctx, form, route, room);
        ctx.put(KEY, export);
        ctx.addEndHandler(ended -> export.discard());
        route.accept(export.whole ? new PageRequest.Wanted(PageRequest.MAX_LIMIT, wanted.after()) : wanted);
    }

    /** The export that this request is; empty if it wants a page as JSON. */
    static Optional<ListExport> of(RoutingContext ctx) {
        return Optional.ofNullable(ctx.get(KEY));
    }

    /** Takes the page that the route has found, and asks for the next one or sends the file. */
    <T> void take(Page<T> page, List<Column<T>> columns) {
        room.work(() -> {
                    file.write(page.items(), columns);
                    return page.items().size();
                })
                .onFailure(ctx::fail)
                .onSuccess(written -> {
                    rows += written;
                    goOn(page.next());
                });
    }

    private void goOn(@Nullable String next) {
        if (ctx.response().closed()) {
            return;
        }
        if (whole && next != null && rows < MOST_ROWS) {
            route.accept(new PageRequest.Wanted(Math.min(PageRequest.MAX_LIMIT, MOST_ROWS - rows), next));
            return;
        }
        @Nullable String incomplete = whole && next != null ? INCOMPLETE : null;
        room.work(() -> file.finish(incomplete)).onFailure(ctx::fail).onSuccess(path -> send(path, next));
    }

    /** Where there is more it is named by a {@code Link} (RFC 8288), as on a page. */
    private void send(Path path, @Nullable String next) {
        HttpServerResponse response = ctx.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, form.contentType())
                .putHeader(
                        HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + title + "." + form.word() + "\"")
                .putHeader("Row-Count", Integer.toString(rows))
                .putHeader("Row-Limit", Integer.toString(MOST_ROWS));
        if (next != null) {
            response.putHeader("Link", "<" + Answers.nextUri(ctx, next) + ">; rel=\"next\"");
        }
        room.finished(form, rows);
        Witness.of(ctx).exported(ctx, new Witness.Export(form.word(), rows, next != null));
        response.sendFile(path.toString())
                .onFailure(e -> LOG.info("an export was not taken to its end: {}", e.toString()));
    }

    private void discard() {
        room.leave();
        room.work(() -> {
                    file.discard();
                    return true;
                })
                .onFailure(e -> LOG.warn("the file of an export is left behind: {}", e.toString()));
    }
}
