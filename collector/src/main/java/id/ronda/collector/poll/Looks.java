package id.ronda.collector.poll;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * When a device is looked at: at the start, after a restart, soon after its interface table changed, once a day, and again after
 * a look that failed, at growing distances.
 */
final class Looks {

    private static final long FIRST_RETRY_MILLIS = 2_000;
    private static final long LONGEST_RETRY_MILLIS = 60_000;
    /** For a device that is polled already: some walk of it may fail for ever, and each look costs it a full walk. */
    private static final long LONGEST_RETRY_WHEN_KNOWN_MILLIS = 3_600_000;

    private final Poller poller;
    private final DeviceWatch watch;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile long lastLook;
    private volatile boolean wanted;
    private long retryMillis = FIRST_RETRY_MILLIS;

    Looks(Poller poller, DeviceWatch watch) {
        this.poller = poller;
        this.watch = watch;
    }

    /** At once, unless a look is under way. */
    void now() {
        if (watch.isOpen() && running.compareAndSet(false, true)) {
            wanted = false;
            lastLook = poller.clock().millis();
            int generation = watch.generation();
            poller.look(watch, result -> done(result, generation));
        }
    }

    /** As soon as the last look is old enough. */
    void soon() {
        wanted = true;
    }

    /** Looks if something is wanted or a day has passed. */
    void dueAt(long slot) {
        long age = slot - lastLook;
        var settings = poller.settings();
        if ((wanted && age >= settings.lookAtMost().toMillis())
                || age >= settings.lookAgain().toMillis()) {
            now();
        }
    }

    private void done(PlannedDevice result, int generation) {
        running.set(false);
        if (generation != watch.generation()) {
            // The device restarted while it was looked at: what was seen may be of before.
            now();
            return;
        }
        watch.looked(result);
        if (result instanceof PlannedDevice.Known known && known.complete()) {
            retryMillis = FIRST_RETRY_MILLIS;
        } else {
            poller.timetable().at(poller.clock().millis() + retryMillis, this::now);
            long longest = watch.isPlanned() ? LONGEST_RETRY_WHEN_KNOWN_MILLIS : LONGEST_RETRY_MILLIS;
            retryMillis = Math.min(longest, retryMillis * 2);
        }
    }
}
