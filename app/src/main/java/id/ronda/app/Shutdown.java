package id.ronda.app;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops what was started, last started first, within a time in all: SIGTERM must end the process, also when a part hangs.
 * A part that fails or does not end in time is named in the log and left behind; the next one is still stopped.
 */
final class Shutdown implements AutoCloseable {

    /** What the command line promises: SIGTERM stops cleanly within 10 s. A second is kept for the JVM itself. */
    static final Duration LIMIT = Duration.ofSeconds(9);

    private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);

    private final Duration limit;
    private final Deque<Part> parts = new ArrayDeque<>();
    private final CountDownLatch done = new CountDownLatch(1);
    private boolean clean = true;
    private boolean begun;

    /** @param limit the time that all parts have together */
    Shutdown(Duration limit) {
        this.limit = limit;
    }

    private record Part(String name, AutoCloseable work) {}

    /** Will stop this part before all that were given earlier. */
    synchronized void add(String name, AutoCloseable part) {
        parts.push(new Part(name, part));
    }

    /**
     * Runs at SIGTERM and SIGINT, and then ends the process with 0 if every part was stopped and 1 if not: a stop that was asked
     * for is a thing done, where the JVM alone would say 143. A command that ends by itself closes this first, and keeps its
     * own exit status.
     */
    void onSignal() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::endProcess, "shutdown"));
    }

    private void endProcess() {
        if (isFirst()) {
            Runtime.getRuntime().halt(run() ? 0 : 1);
        }
        run();
    }

    private synchronized boolean isFirst() {
        return !begun;
    }

    /** Stops every part, as {@link #run} does. */
    @Override
    public void close() {
        run();
    }

    /** Waits until a shutdown has run to its end. */
    void await() throws InterruptedException {
        done.await();
    }

    /** Stops every part; true if all of them ended in time and without a failure. A second call only waits for the first. */
    synchronized boolean run() {
        if (!begun) {
            begun = true;
            long end = System.nanoTime() + limit.toNanos();
            for (var part : parts) {
                clean &= stopped(part, end - System.nanoTime());
            }
            done.countDown();
        }
        return clean;
    }

    private static boolean stopped(Part part, long nanos) {
        var work = new FutureTask<Void>(() -> {
            part.work().close();
            return null;
        });
        Thread.ofPlatform().daemon().name("stop-" + part.name()).start(work);
        try {
            work.get(Math.max(nanos, 0), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            LOG.error("{} did not stop in time and is left behind", part.name());
        } catch (ExecutionException e) {
            LOG.error("{} failed to stop", part.name(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.error("Interrupted while {} was stopping", part.name());
        }
        return false;
    }
}
