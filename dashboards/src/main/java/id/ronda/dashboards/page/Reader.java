package id.ronda.dashboards.page;

import id.ronda.dashboards.text.Language;
import id.ronda.dashboards.text.PageText;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who asks for a page, as far as it matters here: the language, and whether it is light or dark. */
final class Reader {

    private static final String LANG = "lang";
    private static final String THEME = "theme";
    private static final Set<String> CHOICES = Set.of(LANG, THEME);
    private static final Duration YEAR = Duration.ofDays(365);

    private final Clock clock;
    private final ZoneId zone;

    Reader(Clock clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    /** How to speak to the one who asks. */
    PageText text(RoutingContext ctx) {
        Language language = Language.chosen(ctx.request().getParam(LANG), cookie(ctx, LANG));
        return new PageText(language, zone, clock.instant());
    }

    /** Whether the reader wants it light or dark. */
    static Theme theme(RoutingContext ctx) {
        return Theme.chosen(ctx.request().getParam(THEME), cookie(ctx, THEME));
    }

    /** Keeps what was chosen in the address. */
    void remember(RoutingContext ctx) {
        Language.ofCode(ctx.request().getParam(LANG)).ifPresent(language -> keep(ctx, LANG, language.code()));
        Theme.ofCode(ctx.request().getParam(THEME)).ifPresent(theme -> keep(ctx, THEME, theme.code()));
    }

    /** A cookie of the request, null if it has none of that name. */
    static @Nullable String cookie(RoutingContext ctx, String name) {
        @Nullable Cookie cookie = ctx.request().getCookie(name);
        return cookie == null ? null : cookie.getValue();
    }

    /** Keeps a choice in the browser for a year. */
    static void keep(RoutingContext ctx, String name, String value) {
        ctx.response()
                .addCookie(Cookie.cookie(name, value)
                        .setPath("/")
                        .setMaxAge(YEAR.toSeconds())
                        .setHttpOnly(true)
                        .setSameSite(CookieSameSite.LAX));
    }

    /** The page's address without the choices of language and theme. */
    static String path(RoutingContext ctx) {
        String query = ctx.queryParams().entries().stream()
                .filter(parameter -> !CHOICES.contains(parameter.getKey()))
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
        String path = ctx.normalizedPath();
        return query.isEmpty() ? path : path + "?" + query;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
