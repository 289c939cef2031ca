package id.ronda.kernel.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Closes connections on which no request has come in for a while, also those that send one letter of its head now and then to look
 * alive. Everything about one connection happens on its event loop.
 */
final class IdleConnections implements Handler<RoutingContext> {

    private final Vertx vertx;
    private final long millis;
    private final MeterRegistry meters;
    private final Map<HttpConnection, Use> uses = new ConcurrentHashMap<>();

    /** One connection: how many of its requests are being answered, and the timer while there is none. */
    private static final class Use {
        private int requests;
        private long timer;
    }

    IdleConnections(Vertx vertx, Duration patience, MeterRegistry meters) {
        this.vertx = vertx;
        this.millis = patience.toMillis();
        this.meters = meters;
    }

    /** Watches a connection from its beginning. */
    void opened(HttpConnection connection) {
        Use use = new Use();
        uses.put(connection, use);
        wait(connection, use);
        connection.closeHandler(closed -> {
            uses.remove(connection);
            vertx.cancelTimer(use.timer);
        });
    }

    private void wait(HttpConnection connection, Use use) {
        use.timer = vertx.setTimer(millis, late -> {
            meters.counter("ronda.http.slow", "part", "head").increment();
            connection.close();
        });
    }

    @Override
    public void handle(RoutingContext ctx) {
        HttpConnection connection = ctx.request().connection();
        Use use = uses.get(connection);
        if (use != null) {
            use.requests++;
            vertx.cancelTimer(use.timer);
            ctx.addEndHandler(ended -> answered(connection, use));
        }
        ctx.next();
    }

    private void answered(HttpConnection connection, Use use) {
        use.requests--;
        if (use.requests == 0 && uses.containsKey(connection)) {
            wait(connection, use);
        }
    }
}
