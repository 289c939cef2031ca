package id.ronda.kernel.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

/** Tells a person who opens a page from everybody else. */
final class Navigation {

    private Navigation() {}

    /** A browser that navigates says that it takes HTML; an event stream, a script's fetch and the API do not. */
    static boolean is(RoutingContext ctx) {
        String accept = ctx.request().getHeader(HttpHeaders.ACCEPT);
        return HttpMethod.GET.equals(ctx.request().method())
                && !ctx.normalizedPath().startsWith("/api/")
                && accept != null
                && accept.contains("text/html");
    }
}
