package id.ronda.kernel.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The only way to a route: with the rule of who may call it, which is asked before any handler of the route, and under {@code /api/v1}
 * with a description, to which each request is held after that.
 */
public final class GuardedRouter {

    private final Router router;
    private final String signInPath;
    private final @Nullable ApiContract contract;
    private final Handler<RoutingContext> streams;
    private final Handler<RoutingContext> posts;
    private final List<GuardedRoute> routes = new ArrayList<>();

    /** Guards a router alone, without the server's other rules. */
    public GuardedRouter(Router router, String signInPath) {
        this(router, signInPath, null, RoutingContext::next, RoutingContext::next);
    }

    /**
     * Guards a router.
     *
     * @param signInPath where a page sends who has not signed in
     * @param contract what requests are held to; null: nothing
     * @param streams is asked before an answer that never ends
     * @param posts is asked before a POST of whoever is signed in
     */
    GuardedRouter(
            Router router,
            String signInPath,
            @Nullable ApiContract contract,
            Handler<RoutingContext> streams,
            Handler<RoutingContext> posts) {
        this.router = router;
        this.signInPath = signInPath;
        this.contract = contract;
        this.streams = streams;
        this.posts = posts;
    }

    /** A route as the table of rights shows it; {@code path} is a regular expression where the route is one. */
    public record GuardedRoute(String method, String path, RouteRule rule) {}

    /** A route of one method and one path, with Vert.x's {@code :name} segments. */
    public Route route(HttpMethod method, String path, RouteRule rule) {
        return guarded(router.route(method, path), method, path, rule);
    }

    /** A route whose path is a regular expression with named groups. */
    public Route regex(HttpMethod method, String pattern, RouteRule rule) {
        return guarded(router.routeWithRegex(method, pattern), method, pattern, rule);
    }

    /** GET of a path. */
    public Route get(String path, RouteRule rule) {
        return route(HttpMethod.GET, path, rule);
    }

    /** GET of a regular expression. */
    public Route getRegex(String pattern, RouteRule rule) {
        return regex(HttpMethod.GET, pattern, rule);
    }

    /** GET of a path whose answer never ends: each session and each token may keep only so many of them open. */
    public Route stream(String path, RouteRule rule) {
        return get(path, rule).handler(streams);
    }

    /** The same of a regular expression. */
    public Route streamRegex(String pattern, RouteRule rule) {
        return getRegex(pattern, rule).handler(streams);
    }

    /** POST to a path. Where a sign-in is asked for, a request that comes twice under one key is carried out once. */
    public Route post(String path, RouteRule rule) {
        Route route = route(HttpMethod.POST, path, rule);
        return rule == RouteRule.OPEN ? route : route.handler(posts);
    }

    /** PUT to a path. */
    public Route put(String path, RouteRule rule) {
        return route(HttpMethod.PUT, path, rule);
    }

    /** PATCH of a path. */
    public Route patch(String path, RouteRule rule) {
        return route(HttpMethod.PATCH, path, rule);
    }

    /** DELETE of a path. */
    public Route delete(String path, RouteRule rule) {
        return route(HttpMethod.DELETE, path, rule);
    }

    private Route guarded(Route route, HttpMethod method, String path, RouteRule rule) {
        routes.add(new GuardedRoute(method.name(), path, rule));
        route.handler(new Guard(rule, signInPath));
        return contract != null && ApiContract.covers(path)
                ? route.handler(contract.operation(method.name(), path))
                : route;
    }

    /** All routes so far, in their order. */
    public List<GuardedRoute> routes() {
        return List.copyOf(routes);
    }
}
