package id.ronda.kernel.http;

import id.ronda.kernel.repeat.KeptAnswer;
import id.ronda.kernel.repeat.RepeatedPosts;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the answer of one request before it leaves, so that a client that never hears it can ask again. What was refused is forgotten:
 * nothing was done, and the key may be used again. After a failure nobody knows, and it stays so.
 */
final class AnswerKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerKeeper.class);
    private static final String KEY = "ronda.answer.keeper";
    private static final int BUSY = 503;
    private static final List<String> HEADERS = List.of("Content-Type", "Location", "ETag");

    private final RepeatedPosts posts;
    private final String caller;
    private final String key;
    private final MeterRegistry meters;
    private boolean settled;

    private AnswerKeeper(RepeatedPosts posts, String caller, String key, MeterRegistry meters) {
        this.posts = posts;
        this.caller = caller;
        this.key = key;
        this.meters = meters;
    }

    /** Will keep the answer of this request. */
    static void begin(RoutingContext ctx, RepeatedPosts posts, String caller, String key, MeterRegistry meters) {
        AnswerKeeper keeper = new AnswerKeeper(posts, caller, key, meters);
        ctx.put(KEY, keeper);
        ctx.addHeadersEndHandler(leaving -> keeper.passed(ctx.response()));
    }

    /** Ends the response with the body, once the answer is kept where it must be. */
    static void end(RoutingContext ctx, String body) {
        Optional<AnswerKeeper> keeper = Optional.ofNullable(ctx.get(KEY));
        keeper.map(each -> each.settle(ctx.response(), body))
                .orElseGet(Future::succeededFuture)
                .onComplete(kept -> ctx.response().end(body));
    }

    private Future<Void> settle(HttpServerResponse response, String body) {
        settled = true;
        boolean done = isDone(response);
        if (done && !response.headers().contains(HttpHeaders.SET_COOKIE)) {
            return noted(posts.keep(caller, key, new KeptAnswer(response.getStatusCode(), headers(response), body)));
        }
        return withoutBody(response);
    }

    /** An answer left that was not given through {@link #end}: that it was carried out is remembered, what it said is not. */
    private void passed(HttpServerResponse response) {
        if (!settled) {
            settled = true;
            withoutBody(response);
        }
    }

    private Future<Void> withoutBody(HttpServerResponse response) {
        if (isDone(response)) {
            return noted(posts.leaveUnkept(caller, key));
        }
        boolean nothingDone = response.getStatusCode() < 500 || response.getStatusCode() == BUSY;
        return nothingDone ? noted(posts.release(caller, key)) : Future.succeededFuture();
    }

    private static boolean isDone(HttpServerResponse response) {
        return response.getStatusCode() < 400;
    }

    /** The client gets its answer all the same; when it asks again it is told that nobody knows. */
    private Future<Void> noted(Future<Void> noting) {
        return noting.onFailure(e -> {
            meters.counter("ronda.http.repeats.unnoted").increment();
            LOG.warn("what became of a request with an Idempotency-Key cannot be kept: {}", e.toString());
        });
    }

    private static Map<String, String> headers(HttpServerResponse response) {
        Map<String, String> headers = new HashMap<>();
        HEADERS.forEach(name -> {
            String value = response.headers().get(name);
            if (value != null) {
                headers.put(name, value);
            }
        });
        return headers;
    }
}
