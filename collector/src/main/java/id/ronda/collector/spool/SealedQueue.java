package id.ronda.collector.spool;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The sealed segments, oldest first. The head belongs to the store: it may have been committed without our knowing, so
 * it is never dropped; what must make room is taken from behind it.
 */
final class SealedQueue {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Segment> segments = new ArrayList<>();
    private List<Segment> claimed = List.of();
    private long bytes;

    void add(Segment segment) {
        locked(() -> {
            segments.add(segment);
            bytes += segment.bytes();
        });
    }

    /** The oldest segment as soon as there is one; it stays in the queue. */
    Optional<Segment> head(Duration patience) throws InterruptedException {
        long nanos = patience.toNanos();
        lock.lockInterruptibly();
        try {
            while (segments.isEmpty() || claimed.contains(segments.getFirst())) {
                if (nanos <= 0) {
                    return Optional.empty();
                }
                nanos = changed.awaitNanos(nanos);
            }
            return Optional.of(segments.getFirst());
        } finally {
            lock.unlock();
        }
    }

    /** @throws IllegalStateException when the segment is not the oldest */
    void removeHead(Segment head) {
        replace(List.of(head), Optional.empty());
    }

    /**
     * The segments that become one segment of losses next: the oldest behind the head, and with it the losses that are
     * there already. Empty when nothing can make room. Until {@link #replace} or {@link #release} nobody gets them.
     */
    List<Segment> claim() {
        lock.lock();
        try {
            int count = segments.size() > 1 && segments.get(1).holdsLosses() ? 2 : 1;
            claimed = segments.size() > count ? List.copyOf(segments.subList(1, 1 + count)) : List.of();
            return claimed;
        } finally {
            lock.unlock();
        }
    }

    void release() {
        locked(() -> claimed = List.of());
    }

    /** Puts the segment of losses, or nothing, in the place of those. */
    void replace(List<Segment> old, Optional<Segment> losses) {
        locked(() -> {
            int at = segments.indexOf(old.getFirst());
            if (at < 0 || at > 1) {
                throw new IllegalStateException("segment " + old.getFirst().number() + " is not at the head");
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
