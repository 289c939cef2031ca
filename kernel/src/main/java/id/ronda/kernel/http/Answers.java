package id.ronda.kernel.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import id.ronda.kernel.Json;
import id.ronda.kernel.Page;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.util.List;

/** Sends answers that say yes. */
public final class Answers {

    private static final String JSON = "application/json";

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
        ctx.response().setStatusCode(status).putHeader(HttpHeaders.CONTENT_TYPE, JSON);
        AnswerKeeper.end(ctx, text);
    }

    /** Says that it is done, and nothing else: 204. */
    public static void done(RoutingContext ctx) {
        ctx.response().setStatusCode(204);
        AnswerKeeper.end(ctx, "");
    }

    /**
     * Sends a page as JSON, or gives it to the file that the request wants of the list. The key that the page names as next goes out
     * as a cursor.
     */
    public static <T> void page(RoutingContext ctx, Page<T> page, List<Column<T>> columns) {
        ctx.response().putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        ListExport.of(ctx).ifPresentOrElse(export -> export.take(page, columns), () -> json(ctx, page));
    }

    private static void json(RoutingContext ctx, Page<?> page) {
        json(ctx, 200, page.next() == null ? page : new Page<>(page.items(), Cursor.write(ctx, page.next())));
    }

    /**
     * The address of the page behind, without a host.
     *
     * @param key of the last item that was given
     */
    static String nextUri(RoutingContext ctx, String key) {
        StringBuilder uri = new StringBuilder(ctx.normalizedPath()).append('?');
        ctx.queryParams().forEach((name, value) -> {
            if (!name.equals("after")) {
                uri.append(URLEncoder.encode(name, UTF_8))
                        .append('=')
                        .append(URLEncoder.encode(value, UTF_8))
                        .append('&');
            }
        });
        return uri.append("after=")
                .append(URLEncoder.encode(Cursor.write(ctx, key), UTF_8))
                .toString();
    }
}
