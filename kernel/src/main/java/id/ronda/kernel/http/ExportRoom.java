package id.ronda.kernel.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;

/** Where lists become files: a few threads of its own and a few at the same time, so that exports never take the rest of the server. */
final class ExportRoom implements Handler<RoutingContext> {

    private static final String KEY = "ronda.export.room";
    private static final int THREADS = 2;
    private static final int AT_ONCE = 4;

    private final WorkerExecutor threads;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final RouteRule rule;
    private final MeterRegistry meters;

    ExportRoom(Vertx vertx, RouteRule rule, MeterRegistry meters) {
        this.rule = rule;
        this.threads = vertx.createSharedWorkerExecutor("exports", THREADS);
        this.meters = meters;
    }

    @Override
    public void handle(RoutingContext ctx) {
        ctx.put(KEY, this);
        ctx.next();
    }

    static ExportRoom of(RoutingContext ctx) {
        return Objects.requireNonNull(ctx.<ExportRoom>get(KEY), "a list is answered through the product's server");
    }

    /** Whether this caller may have files of lists; one who may not is told so. */
    boolean admits(RoutingContext ctx) {
        boolean admitted = rule.admits(Caller.of(ctx));
        if (!admitted) {
            Guard.refuse(ctx, rule);
        }
        return admitted;
    }

    /** Takes a place; false, counted, if there is none. */
    boolean enter() {
        boolean entered = places.tryAcquire();
        if (!entered) {
            meters.counter("ronda.http.exports.refused").increment();
        }
        return entered;
    }

    void leave() {
        places.release();
    }

    /** Does what touches the file. */
    <T> Future<T> work(Callable<T> work) {
        return threads.executeBlocking(work, true).map(done -> Objects.requireNonNull(done, "work gives what it made"));
    }

    void finished(Representation form, int rows) {
        meters.counter("ronda.http.exports", "format", form.word()).increment();
        meters.counter("ronda.http.exports.rows", "format", form.word()).increment(rows);
    }
}
