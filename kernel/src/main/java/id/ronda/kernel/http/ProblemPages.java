package id.ronda.kernel.http;

import io.vertx.ext.web.RoutingContext;

/** Shows a {@link Problem} as a page to a person whose browser navigates; everybody else is answered in JSON. */
@FunctionalInterface
public interface ProblemPages {

    /**
     * Answers with a page of the problem's status. What it throws, or fails the request with, is answered in JSON.
     * {@link RouteRule#refusing} tells which rule refused a 403.
     */
    void send(RoutingContext ctx, Problem problem);
}
