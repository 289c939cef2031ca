package id.ronda.collector.spool;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The one thread that writes: takes records from the hand-over, appends, forces and seals. */
final class SpoolWriter implements Runnable {

    private static final long PAUSE_NANOS = 10_000_000;
    private static final int ROUND = 4096;

    private final SpoolFolder folder;
    private final HandOver handOver;
    private final SealedQueue queue;
    private final SpoolBound bound;
    private final SealRule rule;
    private final SpoolMeters meters;
    private final LongSupplier nanos;
    private final AtomicReference<@Nullable CompletableFuture<Void>> flushAsked = new AtomicReference<>();
    private SegmentWriter open;
    private long openedAt;
    private long unforcedSince;
    private volatile boolean stopping;
    private volatile long openBytes;
    private volatile long openNumber;
    private volatile long openOldestSlot = Long.MAX_VALUE;

    SpoolWriter(
            SpoolFolder folder,
            SegmentWriter open,
            HandOver handOver,
            SealedQueue queue,
            SpoolBound bound,
            SealRule rule,
            SpoolMeters meters,
            LongSupplier nanos) {
        this.folder = folder;
        this.open = open;
        this.handOver = handOver;
        this.queue = queue;
        this.bound = bound;
        this.rule = rule;
        this.meters = meters;
        this.nanos = nanos;
        this.openNumber = open.number();
    }

    @Override
    public void run() {
        while (!stopping) {
            boolean worked = round();
            publish();
            if (!worked) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
        finish();
    }

    /** Ends the thread after it has written and sealed what was handed over; it waits for no disk that fails. */
    void stop() {
        stopping = true;
    }

    /** Completes when all that was appended before the call is sealed. */
    CompletableFuture<Void> flush() {
        CompletableFuture<Void> asked = new CompletableFuture<>();
        CompletableFuture<Void> present = flushAsked.compareAndExchange(null, asked);
        return present == null ? asked : present.thenCompose(done -> flush());
    }

    private boolean round() {
        CompletableFuture<Void> flush = flushAsked.get();
        boolean worked = takeOver();
        if (flush != null && handOver.isEmpty() && (open.isEmpty() || seal())) {
            flushAsked.set(null);
            flush.complete(null);
        }
        return step() && worked;
    }

    /** Appends what was handed over, up to a bound, and behind it the losses; false when there was nothing or it failed. */
    private boolean takeOver() {
        if (open.isFooted() && !seal()) {
            return false;
        }
        int taken = 0;
        boolean wellWritten = true;
        SpoolRecord next;
        while (wellWritten && taken < ROUND && (next = handOver.poll()) != null) {
            wellWritten = write(next, false);
            taken++;
        }
        LossLedger losses = handOver.takeLosses();
        meters.overflowed(losses.samples());
        for (SpoolRecord loss : losses.records()) {
            wellWritten &= write(loss, true);
        }
        return taken > 0 && wellWritten;
    }

    private boolean write(SpoolRecord spoolRecord, boolean isLoss) {
        if (open.isFooted() || !append(spoolRecord, isLoss)) {
            handOver.lose(spoolRecord);
            return false;
        }
        return open.bytes() < rule.segmentBytes() || seal();
    }

    private boolean append(SpoolRecord spoolRecord, boolean isLoss) {
        long after = open.bytes() + Frames.OVERHEAD_BYTES + RecordCodec.payloadBytes(spoolRecord);
        try {
            if (!bound.makeRoom(after, isLoss)) {
                return false;
            }
            appendOrDrop(spoolRecord);
        } catch (IOException e) {
            meters.failed(e);
            return false;
        }
        return true;
    }

    /** When the disk is full before the bound is reached, old samples make room for new ones too. */
    private void appendOrDrop(SpoolRecord spoolRecord) throws IOException {
        boolean first = open.isEmpty();
        boolean clean = !open.isDirty();
        try {
            open.append(spoolRecord);
        } catch (IOException e) {
            if (!meters.failed(e) || !bound.dropOldest()) {
                throw e;
            }
            open.append(spoolRecord);
        }
        long now = nanos.getAsLong();
        openedAt = first ? now : openedAt;
        unforcedSince = clean || first ? now : unforcedSince;
    }

    /** Forces or seals when it is time; false when that failed. */
    private boolean step() {
        if (open.isEmpty()) {
            return true;
        }
        long now = nanos.getAsLong();
        long unforced = open.isDirty() ? now - unforcedSince : 0;
        return switch (rule.decide(open.bytes(), now - openedAt, unforced, queue.size())) {
            case NOTHING -> true;
            case FORCE -> force();
            case SEAL -> seal();
        };
    }

    private boolean force() {
        try {
            open.force();
            meters.succeeded();
            return true;
        } catch (IOException e) {
            return freeDisk(e);
        }
    }

    /** Seals the open segment and begins the next; on failure all is as before, and it is tried again. */
    private boolean seal() {
        try {
            SegmentWriter next = folder.begin(open.number() + 1);
            try {
                queue.add(open.seal());
            } catch (IOException e) {
                next.close();
                folder.delete(next.path());
                throw e;
            }
            open = next;
            publish();
            meters.succeeded();
            return true;
        } catch (IOException e) {
            return freeDisk(e);
        }
    }

    private boolean freeDisk(IOException failure) {
        try {
            if (meters.failed(failure)) {
                bound.dropOldest();
            }
        } catch (IOException e) {
            meters.failed(e);
        }
        return false;
    }

    private void publish() {
        openBytes = open.bytes();
        openNumber = open.number();
        openOldestSlot = open.oldestSlot();
    }

    private void finish() {
        boolean going = true;
        while (going && !handOver.isEmpty()) {
            going = takeOver() || handOver.isEmpty();
        }
        if (!open.isEmpty()) {
            seal();
        }
        try {
            open.close();
        } catch (IOException e) {
            meters.failed(e);
        }
        publish();
        countWhatIsLeft();
        CompletableFuture<Void> flush = flushAsked.getAndSet(null);
        if (flush != null) {
            flush.complete(null);
        }
    }

    /** When the disk failed to the end, what memory still holds is lost: counted at least. */
    private void countWhatIsLeft() {
        SpoolRecord left;
        while ((left = handOver.poll()) != null) {
            handOver.lose(left);
        }
        meters.overflowed(handOver.takeLosses().samples());
    }

    long openBytes() {
        return openBytes;
    }

    long openNumber() {
        return openNumber;
    }

    /** Slot of the oldest sample in the open segment, {@link Long#MAX_VALUE} if it has none. */
    long openOldestSlot() {
        return openOldestSlot;
    }
}
