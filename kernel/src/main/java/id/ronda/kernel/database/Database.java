package id.ronda.kernel.database;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The product's database as one role: every piece of {@link Work} is one transaction on one of two pools.
 *
 * <p>Threads: {@link #run} blocks its caller and is meant for virtual or worker threads; {@link #call} may be used from
 * anywhere, the event loop above all. Work must not run other work of the same lane inside itself: it would wait for a
 * connection while holding one.
 */
public final class Database implements AutoCloseable {

    private final Map<Lane, LanePool> pools = new EnumMap<>(Lane.class);

    private Database(DatabaseLogin login, Map<Lane, LaneBounds> bounds, MeterRegistry meters) {
        bounds.forEach((lane, bound) -> pools.put(lane, new LanePool(lane, login, bound, meters)));
    }

    /**
     * Opens both pools. The database need not be there yet: until it is, work fails with {@link DatabaseAway}.
     *
     * @param login as whom all work is done
     * @param bounds the bounds of each lane, both given
     */
    public static Database open(DatabaseLogin login, Map<Lane, LaneBounds> bounds, MeterRegistry meters) {
        for (Lane lane : Lane.values()) {
            if (!bounds.containsKey(lane)) {
                throw new IllegalArgumentException("no bounds for the lane " + lane);
            }
        }
        return new Database(login, bounds, meters);
    }

    /**
     * Does the work in one transaction and waits for it.
     *
     * @throws DatabaseBusy when the lane's queue is full
     * @throws DatabaseAway when there is no connection
     * @throws WorkFailed around a checked exception of the work; unchecked ones pass as they are
     * @throws IllegalStateException on an event-loop thread
     */
    public <T> T run(Lane lane, Work<T> work) {
        if (Context.isOnEventLoopThread()) {
            throw new IllegalStateException("the event loop must not wait for the database: use Database.call");
        }
        LanePool pool = pool(lane);
        pool.gate().admit();
        return pool.admitted(work);
    }

    /**
     * Does the work in one transaction on a virtual thread. The future completes on the caller's Vert.x context when it
     * has one; its failures are those {@link #run} throws. A full queue is told at once.
     */
    public <T> Future<T> call(Lane lane, Work<T> work) {
        LanePool pool = pool(lane);
        try {
            pool.gate().admit();
        } catch (DatabaseBusy busy) {
            return Future.failedFuture(busy);
        }
        Promise<T> promise = Promise.promise();
        @Nullable Context caller = Vertx.currentContext();
        Thread.ofVirtual().name("database-" + lane.tag()).start(() -> settle(caller, promise, pool, work));
        return promise.future();
    }

    /** Catches errors too: an uncaught one would leave the caller waiting for ever. */
    private static <T> void settle(@Nullable Context caller, Promise<T> promise, LanePool pool, Work<T> work) {
        Runnable completion;
        try {
            T result = pool.admitted(work);
            completion = () -> promise.complete(result);
        } catch (Throwable failure) {
            completion = () -> promise.fail(failure);
        }
        if (caller == null) {
            completion.run();
        } else {
            Runnable onCaller = completion;
            caller.runOnContext(ignored -> onCaller.run());
        }
    }

    /** Bytes that the database takes on its disk. */
    public long bytes() {
        return run(
                Lane.EDITS,
                handle -> handle.createQuery("select pg_database_size(current_database())")
                        .mapTo(Long.class)
                        .one());
    }

    /** Whether the database answers now. Blocks for as long as a connection takes. */
    public boolean answers() {
        return run(
                Lane.EDITS,
                handle -> handle.createQuery("select true").mapTo(Boolean.class).one());
    }

    private LanePool pool(Lane lane) {
        LanePool pool = pools.get(lane);
        if (pool == null) {
            throw new IllegalArgumentException("no pool for the lane " + lane);
        }
        return pool;
    }

    /** Closes both pools; work still running loses its connection. */
    @Override
    public void close() {
        pools.values().forEach(LanePool::close);
    }
}
