package id.ronda.kernel.outbox;

import id.ronda.kernel.database.Database;
import id.ronda.kernel.database.Lane;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread of one consumer: waits for a signal, takes what is there, waits again. */
final class ConsumerLoop {

    private static final Logger LOG = LoggerFactory.getLogger(ConsumerLoop.class);
    private static final int BATCH = 100;
    /** How soon to look again at facts that an older transaction, still running, hides. */
    private static final Duration SOON = Duration.ofMillis(20);

    private final Database database;
    private final FactConsumer consumer;
    private final FactNames names;
    private final Duration poll;
    private final Runnable housekeeping;
    private final Counter taken;
    private final Counter failed;
    private final Semaphore signals = new Semaphore(0);
    private final Runnable signal = signals::release;
    private final Thread thread;
    private volatile boolean ended;

    ConsumerLoop(Database database, FactConsumer consumer, Duration poll, Runnable housekeeping, MeterRegistry meters) {
        this.database = database;
        this.consumer = consumer;
        this.names = new FactNames(consumer.facts());
        this.poll = poll;
        this.housekeeping = housekeeping;
        this.taken = meters.counter("ronda.outbox.taken", "consumer", consumer.name());
        this.failed = meters.counter("ronda.outbox.failed", "consumer", consumer.name());
        this.thread = Thread.ofVirtual().name("outbox-" + consumer.name()).unstarted(this::loop);
    }

    Runnable signal() {
        return signal;
    }

    void start() {
        thread.start();
    }

    void end() {
        ended = true;
        signals.release();
    }

    void await(long millis) {
        try {
            if (!thread.join(Duration.ofMillis(millis))) {
                LOG.warn("the consumer {} does not end", consumer.name());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void loop() {
        Duration wait = Duration.ZERO;
        long lastKept = System.nanoTime();
        while (!ended) {
            try {
                boolean signalled = signals.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS);
                LOG.trace("{} looks, signalled: {}", consumer.name(), signalled);
                signals.drainPermits();
                boolean due = System.nanoTime() - lastKept >= poll.toNanos();
                lastKept = due ? System.nanoTime() : lastKept;
                wait = ended ? poll : round(due);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** One look; gives how long to wait for the next. A round that fails is counted and tried again. */
    private Duration round(boolean housekeepingDue) {
        try {
            drain();
            if (housekeepingDue) {
                housekeeping.run();
            }
            return hidden() ? SOON : poll;
        } catch (RuntimeException e) {
            failed.increment();
            LOG.warn("the consumer {} failed and will try again: {}", consumer.name(), e.toString(), e);
            return poll;
        }
    }

    private boolean hidden() {
        return database.run(
                Lane.EDITS,
                handle -> OutboxPosition.lock(handle, consumer.name()).hasMore(handle));
    }

    private void drain() {
        int size = BATCH;
        while (!ended) {
            try {
                int limit = size;
                if (database.run(Lane.EDITS, handle -> batch(handle, limit)) < limit) {
                    return;
                }
            } catch (RuntimeException e) {
                if (size == 1) {
                    throw e;
                }
                // One by one the facts before the one that fails take effect.
                size = 1;
            }
        }
    }

    private int batch(Handle handle, int limit) throws Exception {
        OutboxPosition position = OutboxPosition.lock(handle, consumer.name());
        List<OutboxPosition.Row> rows = position.next(handle, limit);
        for (OutboxPosition.Row row : rows) {
            Optional<Fact> fact = names.read(row.type(), row.fact());
            if (fact.isPresent()) {
                consumer.take(handle, fact.get());
            }
        }
        if (!rows.isEmpty()) {
            rows.getLast().position().save(handle, consumer.name());
            handle.afterCommit(() -> taken.increment(rows.size()));
        }
        return rows.size();
    }
}
