package id.ronda.kernel.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import id.ronda.kernel.Json;
import id.ronda.kernel.Page;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.util.List;

/** Sends answers that say yes. */
public final class Answers {

    private static final String JSON = "application/json";
    private static final String CSV = "text/csv";

    private Answers() {}

    /** Sends a value as JSON. */
    public static void json(RoutingContext ctx, int status, Object body) {
        String text;
        try {
            text = Json.mapper().writeValueAsString(body);
        } catch (JsonProcessingException e) {
            ctx.fail(e);
            return;
        }
        ctx.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, JSON)
                .end(text);
    }

    /**
     * Sends a page as JSON, or as CSV when the request prefers {@code text/csv}; there the next page is named by a
     * {@code Link} header (RFC 8288). The key that the page names as next goes out as a cursor.
     */
    public static <T> void page(RoutingContext ctx, Page<T> page, List<Column<T>> columns) {
        ctx.response().putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        String next = page.next() == null ? null : Cursor.write(ctx, page.next());
        if (!prefersCsv(ctx)) {
            json(ctx, 200, new Page<>(page.items(), next));
            return;
        }
        if (next != null) {
            ctx.response().putHeader("Link", "<" + nextUri(ctx, next) + ">; rel=\"next\"");
        }
        Witness.of(ctx).exported(ctx, new Witness.Export("csv", page.items().size(), page.next() != null));
        ctx.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, CSV + "; charset=utf-8; header=present")
                .end(CsvText.of(page.items(), columns));
    }

    private static boolean prefersCsv(RoutingContext ctx) {
        for (MIMEHeader accepted : ctx.parsedHeaders().accept()) {
            String type = accepted.component() + "/" + accepted.subComponent();
            if (accepted.weight() > 0 && (type.equals(CSV) || type.equals("text/*"))) {
                return true;
            }
            if (type.equals(JSON) || type.equals("*/*") || type.equals("application/*")) {
                return false;
            }
        }
        return false;
    }

    private static String nextUri(RoutingContext ctx, String next) {
        StringBuilder uri = new StringBuilder(ctx.normalizedPath()).append('?');
        ctx.queryParams().forEach((name, value) -> {
            if (!name.equals("after")) {
                uri.append(URLEncoder.encode(name, UTF_8))
                        .append('=')
                        .append(URLEncoder.encode(value, UTF_8))
                        .append('&');
            }
        });
        return uri.append("after=").append(URLEncoder.encode(next, UTF_8)).toString();
    }
}
