package id.ronda.collector;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/** The times in which this whole process stood still, as a thread that does nothing but look at the clock sees them. */
final class Pauses implements AutoCloseable {

    private static final Duration TICK = Duration.ofMillis(20);

    private final Duration longest;
    private final List<Pause> pauses = new CopyOnWriteArrayList<>();
    private final Thread watch;

    private record Pause(Instant begun, Instant ended) {}

    private Pauses(Duration longest) {
        this.longest = longest;
        this.watch = Thread.ofPlatform().daemon().name("pauses").unstarted(this::look);
    }

    /** Begins to look for pauses that are longer than this. */
    static Pauses watch(Duration longest) {
        Pauses pauses = new Pauses(longest);
        pauses.watch.start();
        return pauses;
    }

    private void look() {
        Instant before = Instant.now();
        while (!Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(TICK.toNanos());
            Instant now = Instant.now();
            if (before.plus(longest).isBefore(now)) {
                pauses.add(new Pause(before, now));
            }
            before = now;
        }
    }

    /** Whether there was one between these moments, give or take its own length. */
    boolean anyIn(Instant from, Instant to) {
        return pauses.stream()
                .anyMatch(each -> each.begun.minus(longest).isBefore(to)
                        && each.ended.plus(longest).isAfter(from));
    }

    @Override
    public void close() {
        watch.interrupt();
    }
}
