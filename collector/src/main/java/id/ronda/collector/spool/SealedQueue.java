package id.ronda.collector.spool;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * The sealed segments, oldest first. The head and the one given out last belong to the store: they may have been
 * committed without our knowing, so they are never dropped; what must make room is taken from behind the head.
 */
final class SealedQueue {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Segment> segments = new ArrayList<>();
    private List<Segment> claimed = List.of();
    private Optional<Segment> given = Optional.empty();
    private long bytes;

    void add(Segment segment) {
        locked(() -> {
            segments.add(segment);
            bytes += segment.bytes();
        });
    }

    /**
     * The oldest segment that may be stored as soon as there is one, or the oldest of all when none may; it stays in
     * the queue.
     */
    Optional<Segment> head(Duration patience, Predicate<Segment> storable) throws InterruptedException {
        long nanos = patience.toNanos();
        lock.lockInterruptibly();
        try {
            Optional<Segment> next = next(storable);
            while (next.isEmpty() && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
                next = next(storable);
            }
            given = next;
            return next;
        } finally {
            lock.unlock();
        }
    }

    private Optional<Segment> next(Predicate<Segment> storable) {
        List<Segment> free = segments.stream().filter(s -> !claimed.contains(s)).toList();
        // Nobody passes a head that is being turned into losses: its gaps belong before theirs.
        boolean headFree = !segments.isEmpty() && segments.getFirst().equals(free.isEmpty() ? null : free.getFirst());
        return headFree
                ? free.stream()
                        .filter(storable)
                        .findFirst()
                        .or(() -> free.stream().findFirst())
                : Optional.empty();
    }

    /** @throws IllegalStateException when the segment is not in the queue */
    void remove(Segment stored) {
        replace(List.of(stored), Optional.empty());
    }

    /**
     * The segments that become one segment of losses next: the oldest behind the head, and with it the losses that are
     * there already. Empty when nothing can make room. Until {@link #replace} or {@link #release} nobody gets them.
     */
    List<Segment> claim() {
        lock.lock();
        try {
            claimed = List.of();
            for (int at = 1; at < segments.size() && claimed.isEmpty(); at++) {
                claimed = claimable(at);
            }
            return claimed;
        } finally {
            lock.unlock();
        }
    }

    /** Losses grow by what stands behind them: alone they make no room. */
    private List<Segment> claimable(int at) {
        int end = at + (segments.get(at).holdsLosses() ? 2 : 1);
        List<Segment> run = end <= segments.size() ? List.copyOf(segments.subList(at, end)) : List.of();
        return given.filter(run::contains).isPresent() ? List.of() : run;
    }

    void release() {
        locked(() -> claimed = List.of());
    }

    /** Puts the segment of losses, or nothing, in the place of those. */
    void replace(List<Segment> old, Optional<Segment> losses) {
        locked(() -> {
            int at = segments.indexOf(old.getFirst());
            if (at < 0) {
                throw new IllegalStateException("segment " + old.getFirst().number() + " is not in the queue");
            }
            segments.subList(at, at + old.size()).clear();
            losses.ifPresent(l -> segments.add(at, l));
            bytes = segments.stream().mapToLong(Segment::bytes).sum();
            // What the other thread has claimed stays claimed.
            claimed = claimed.equals(old) ? List.of() : claimed;
        });
    }

    int size() {
        lock.lock();
        try {
            return segments.size();
        } finally {
            lock.unlock();
        }
    }

    long bytes() {
        lock.lock();
        try {
            return bytes;
        } finally {
            lock.unlock();
        }
    }

    /** The number of the oldest segment, or the given one if there is none. */
    long firstNumber(long otherwise) {
        lock.lock();
        try {
            return segments.isEmpty() ? otherwise : segments.getFirst().coversFrom();
        } finally {
            lock.unlock();
        }
    }

    /** Slot of the oldest sample in all of them, {@link Long#MAX_VALUE} if there is none. */
    long oldestSlot() {
        lock.lock();
        try {
            return segments.stream().mapToLong(Segment::oldestSlot).min().orElse(Long.MAX_VALUE);
        } finally {
            lock.unlock();
        }
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
