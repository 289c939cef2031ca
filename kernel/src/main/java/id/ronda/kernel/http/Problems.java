package id.ronda.kernel.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.ronda.kernel.Json;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/** Sends {@link Problem}s as {@code application/problem+json}. */
public final class Problems {

    static final String MEDIA_TYPE = "application/problem+json";

    private Problems() {}

    /** Answers the request with the problem, a person who opens a page with a page. When an answer has already begun it is broken off instead. */
    public static void send(RoutingContext ctx, Problem problem) {
        send(ctx, problem, Map.of());
    }

    /**
     * The same with more than every problem tells.
     *
     * @param members by their names (RFC 9457 section 3.2)
     */
    public static void send(RoutingContext ctx, Problem problem, Map<String, ?> members) {
        HttpServerResponse response = ctx.response();
        if (response.ended()) {
            return;
        }
        if (response.headWritten()) {
            response.reset();
            return;
        }
        // Once only: if the page cannot be made, that problem is told in JSON.
        ProblemPages pages = Navigation.is(ctx) ? ctx.remove(Seams.PAGES) : null;
        if (pages != null) {
            pages.send(ctx, problem);
            return;
        }
        response.setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        AnswerKeeper.end(ctx, json(problem, members));
    }

    static String json(Problem problem) {
        return json(problem, Map.of());
    }

    private static String json(Problem problem, Map<String, ?> members) {
        ObjectNode json = Json.mapper().createObjectNode();
        json.put("type", problem.type()).put("title", problem.title()).put("status", problem.status());
        if (problem.detail() != null) {
            json.put("detail", problem.detail());
        }
        if (!problem.errors().isEmpty()) {
            json.set("errors", Json.mapper().valueToTree(problem.errors()));
        }
        members.forEach((name, value) -> json.set(name, Json.mapper().valueToTree(value)));
        try {
            return Json.mapper().writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of strings is always JSON", e);
        }
    }
}
