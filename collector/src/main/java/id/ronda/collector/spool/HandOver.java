package id.ronda.collector.spool;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Takes records from any thread to the writing one without blocking. It is bounded by bytes; what does not fit goes
 * into a ledger of losses, so that the reader of the series sees a gap where the samples are missing.
 */
final class HandOver {

    private final ConcurrentLinkedQueue<SpoolRecord> queue = new ConcurrentLinkedQueue<>();
    private final AtomicLong bytes = new AtomicLong();
    private final long bound;
    private final Object ledgerLock = new Object();
    private LossLedger ledger = new LossLedger();
    private volatile boolean losing;

    HandOver(long bound) {
        this.bound = bound;
    }

    /** Gives the record to the writing thread; false when it was full and the record became a loss. */
    boolean offer(SpoolRecord spoolRecord) {
        // Marks keep their order among themselves: once one is in the ledger, those behind it follow it there.
        boolean follow = losing && !(spoolRecord instanceof SpoolRecord.SampleGroup);
        int size = RecordCodec.payloadBytes(spoolRecord);
        if (!follow && bytes.addAndGet(size) <= bound) {
            queue.add(spoolRecord);
            return true;
        }
        if (!follow) {
            bytes.addAndGet(-size);
        }
        synchronized (ledgerLock) {
            losing = true;
            ledger.add(spoolRecord);
        }
        return follow;
    }

    @Nullable
    SpoolRecord poll() {
        SpoolRecord next = queue.poll();
        if (next != null) {
            bytes.addAndGet(-RecordCodec.payloadBytes(next));
        }
        return next;
    }

    boolean isEmpty() {
        return queue.isEmpty() && !losing;
    }

    /** Enters records that could not be written among the losses. */
    void lose(SpoolRecord spoolRecord) {
        synchronized (ledgerLock) {
            losing = true;
            ledger.add(spoolRecord);
        }
    }

    /** Takes the losses since the last call; they go into the spool behind all that was given before. */
    LossLedger takeLosses() {
        synchronized (ledgerLock) {
            LossLedger taken = ledger;
            ledger = new LossLedger();
            losing = false;
            return taken;
        }
    }
}
