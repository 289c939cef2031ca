package id.ronda.collector.poll;

import java.time.InstantSource;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs short tasks at times of the wall clock, on one thread of its own. The clock is read again at least ten times a second, so
 * a clock that is set is followed at once: what is due runs, what is not waits.
 */
final class Timetable implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Timetable.class);
    private static final long LONGEST_NAP_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final InstantSource clock;
    private final PriorityQueue<Entry> entries = new PriorityQueue<>();
    private final Thread thread = new Thread(this::run, "ronda-timetable");
    private volatile boolean open = true;

    private record Entry(long time, Runnable task) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            return Long.compare(time, other.time);
        }
    }

    Timetable(InstantSource clock) {
        this.clock = clock;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Runs {@code task} once at {@code epochMillis}; it must not block. */
    void at(long epochMillis, Runnable task) {
        boolean first;
        synchronized (entries) {
            entries.add(new Entry(epochMillis, task));
            var head = entries.peek();
            first = head != null && head.time >= epochMillis;
        }
        if (first) {
            LockSupport.unpark(thread);
        }
    }

    private void run() {
        while (open) {
            Entry due = next();
            if (due != null) {
                runSafely(due.task);
            }
        }
    }

    /** The next due entry, or null after a nap. */
    private @org.jspecify.annotations.Nullable Entry next() {
        long wait;
        synchronized (entries) {
            var head = entries.peek();
            wait = head == null ? Long.MAX_VALUE : head.time - clock.millis();
            if (wait <= 0) {
                return entries.poll();
            }
        }
        LockSupport.parkNanos(Math.min(LONGEST_NAP_NANOS, TimeUnit.MILLISECONDS.toNanos(Math.min(wait, 1_000))));
        return null;
    }

    private static void runSafely(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            log.error("A task of the timetable failed; the others go on. Please report this.", e);
        }
    }

    @Override
    public void close() {
        open = false;
        LockSupport.unpark(thread);
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
