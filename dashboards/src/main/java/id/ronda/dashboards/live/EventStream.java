package id.ronda.dashboards.live;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;

/** A response that never ends: server-sent events (WHATWG HTML, 9.2). Used on its own event loop only. */
final class EventStream {

    private static final int RECONNECT_MILLIS = 3_000;
    private static final int QUEUE_BYTES = 64 * 1024;

    private final HttpServerResponse response;

    private EventStream(HttpServerResponse response) {
        this.response = response;
    }

    /** Sends the head. The events are not compressed: a compressor would hold them back. */
    static EventStream open(HttpServerResponse response) {
        response.setChunked(true)
                .setWriteQueueMaxSize(QUEUE_BYTES)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream; charset=utf-8")
                .putHeader(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader("X-Accel-Buffering", "no")
                .write("retry: " + RECONNECT_MILLIS + "\n\n");
        return new EventStream(response);
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
        response.endHandler(nothing -> closed.run());
        response.closeHandler(nothing -> closed.run());
        response.exceptionHandler(broken -> closed.run());
    }

    void end() {
        if (!response.ended() && !response.closed()) {
            response.end();
        }
    }
}
