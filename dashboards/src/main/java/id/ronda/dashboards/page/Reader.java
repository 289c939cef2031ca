package id.ronda.dashboards.page;

import id.ronda.dashboards.text.Language;
import id.ronda.dashboards.text.PageText;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who asks for a page, as far as it matters here: the language. */
final class Reader {

    private static final String LANG = "lang";
    private static final Duration YEAR = Duration.ofDays(365);

    private final Clock clock;
    private final ZoneId zone;

    Reader(Clock clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    /** How to speak to the one who asks. */
    PageText text(RoutingContext ctx) {
        HttpServerRequest request = ctx.request();
        @Nullable Cookie cookie = request.getCookie(LANG);
        Language language = Language.chosen(request.getParam(LANG), cookie == null ? null : cookie.getValue());
        return new PageText(language, zone, clock.instant());
    }

    /** Keeps a language that was chosen in the address. */
    void remember(RoutingContext ctx) {
        Language.ofCode(ctx.request().getParam(LANG))
                .ifPresent(language -> ctx.response()
                        .addCookie(Cookie.cookie(LANG, language.code())
                                .setPath("/")
                                .setMaxAge(YEAR.toSeconds())
                                .setHttpOnly(true)
                                .setSameSite(CookieSameSite.LAX)));
    }

    /** The page's address without the language. */
    static String path(RoutingContext ctx) {
        String query = ctx.queryParams().entries().stream()
                .filter(parameter -> !parameter.getKey().equals(LANG))
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
        String path = ctx.normalizedPath();
        return query.isEmpty() ? path : path + "?" + query;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
