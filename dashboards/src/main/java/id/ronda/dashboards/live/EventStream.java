package id.ronda.dashboards.live;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** A response that never ends: server-sent events (WHATWG HTML, 9.2). Used on its own event loop only. */
final class EventStream {

    private static final int RECONNECT_MILLIS = 3_000;
    private static final int QUEUE_BYTES = 64 * 1024;

    private final RoutingContext ctx;
    private final HttpServerResponse response;

    private EventStream(RoutingContext ctx) {
        this.ctx = ctx;
        this.response = ctx.response();
    }

    /** Sends the head. The events are not compressed: a compressor would hold them back. */
    static EventStream open(RoutingContext ctx) {
        ctx.response()
                .setChunked(true)
                .setWriteQueueMaxSize(QUEUE_BYTES)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream; charset=utf-8")
                .putHeader(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader("X-Accel-Buffering", "no")
                .write("retry: " + RECONNECT_MILLIS + "\n\n");
        return new EventStream(ctx);
    }

    /** One event; JSON has no line breaks, so it is one line of data. */
    void send(String event, JsonObject data) {
        if (!response.ended() && !response.closed()) {
            response.write("event: " + event + "\ndata: " + data.encode() + "\n\n");
        }
    }

    /** Whether the reader is slower than what is written to it. */
    boolean full() {
        return response.writeQueueFull();
    }

    /** Calls when it is over, whoever ended it: a connection that is kept does not close with the stream. May call twice. */
    void onClose(Runnable closed) {
        // Others wait for the end of the same answer: a handler on the response itself would be the only one.
        ctx.addEndHandler(ended -> closed.run());
    }

    void end() {
        if (!response.ended() && !response.closed()) {
            response.end();
        }
    }
}
