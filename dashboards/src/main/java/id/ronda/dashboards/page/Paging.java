package id.ronda.dashboards.page;

import io.vertx.ext.web.RoutingContext;

/** Which part of a long list a page shows. */
final class Paging {

    private Paging() {}

    /** The id behind which the list goes on; 0 for its beginning, and for what is no id. */
    static long after(RoutingContext ctx) {
        String after = ctx.request().getParam("after");
        return after != null && after.matches("\\d{1,18}") ? Long.parseLong(after) : 0;
    }
}
