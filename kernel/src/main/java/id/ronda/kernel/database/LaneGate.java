package id.ronda.kernel.database;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The bounded, first-come-first-served queue before one pool. It stands before the pool because the pool's own waiting
 * is neither bounded in number nor able to tell "all connections are in use" from "the database is away".
 */
final class LaneGate {

    private final Lane lane;
    private final LaneBounds bounds;
    private final Semaphore turns;
    private final AtomicInteger admitted = new AtomicInteger();
    private final Counter busy;

    LaneGate(Lane lane, LaneBounds bounds, MeterRegistry meters) {
        this.lane = lane;
        this.bounds = bounds;
        this.turns = new Semaphore(bounds.connections(), true);
        this.busy = meters.counter("ronda.database.busy", "lane", lane.tag());
        meters.gauge("ronda.database.admitted", Tags.of("lane", lane.tag()), admitted);
    }

    /** Takes a place in the queue or refuses at once; every admitted caller must {@link #leave()}. */
    void admit() {
        if (admitted.incrementAndGet() > bounds.connections() + bounds.queue()) {
            admitted.decrementAndGet();
            throw refused("its queue of " + bounds.queue() + " is full");
        }
    }

    void leave() {
        admitted.decrementAndGet();
    }

    /** Waits for the turn of an admitted caller; afterwards a connection of the pool is free for it. */
    void awaitTurn() {
        try {
            if (!turns.tryAcquire(bounds.turnTimeout().toMillis(), TimeUnit.MILLISECONDS)) {
                throw refused("no turn within " + bounds.turnTimeout());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused("interrupted while waiting");
        }
    }

    void endTurn() {
        turns.release();
    }

    private DatabaseBusy refused(String reason) {
        busy.increment();
        return new DatabaseBusy(lane, reason);
    }
}
