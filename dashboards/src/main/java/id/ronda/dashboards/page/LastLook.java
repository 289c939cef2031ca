package id.ronda.dashboards.page;

import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When somebody last saw how everything is. His browser keeps it: it is of no use to anybody else and no loss when it goes. */
final class LastLook {

    private static final String COOKIE = "seen";

    private LastLook() {}

    /** Null in a browser that never looked. */
    static @Nullable Instant of(RoutingContext ctx) {
        @Nullable String seconds = Reader.cookie(ctx, COOKIE);
        return seconds == null || !seconds.matches("\\d{1,11}") ? null : Instant.ofEpochSecond(Long.parseLong(seconds));
    }

    /** He looks now. A page that fetches itself anew in the background is no look. */
    static void now(RoutingContext ctx, Instant now) {
        if (!isBackground(ctx)) {
            Reader.keep(ctx, COOKIE, String.valueOf(now.getEpochSecond()));
        }
    }

    /** Whether a script of the page asks, not a person who opens it. */
    static boolean isBackground(RoutingContext ctx) {
        return "true".equals(ctx.request().getHeader("HX-Request"));
    }
}
