package id.ronda.collector.spool;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the spool below its bound by turning its oldest samples into records of their loss.
 *
 * <p>The losses take the place of what they stand for, so that they reach the database in the right order, before what
 * came later. Losses that lie side by side merge, so that they stay small in an outage of any length.
 */
final class SpoolBound {

    private final SpoolFolder folder;
    private final SealedQueue queue;
    private final long maxBytes;
    private final SpoolMeters meters;

    SpoolBound(SpoolFolder folder, SealedQueue queue, long maxBytes, SpoolMeters meters) {
        this.folder = folder;
        this.queue = queue;
        this.maxBytes = maxBytes;
        this.meters = meters;
    }

    /** Makes room for that many bytes beside the sealed segments; false when nothing is left to drop. */
    boolean makeRoom(long openBytes, boolean forLosses) throws IOException {
        long bound = forLosses ? maxBytes : maxBytes - reserveBytes();
        while (queue.bytes() + openBytes > bound) {
            if (!dropOldest()) {
                return false;
            }
        }
        return true;
    }

    private long reserveBytes() {
        return Math.min(SpoolSettings.RESERVE_BYTES, maxBytes / 16);
    }

    /** Turns the oldest segment that may be dropped into losses; false when there is none. */
    boolean dropOldest() throws IOException {
        List<Segment> victims = queue.claim();
        if (victims.isEmpty()) {
            return false;
        }
        try {
            meters.overflowed(turnIntoLosses(victims));
            return true;
        } finally {
            queue.release();
        }
    }

    /** Turns the head, which the database refuses, into losses; its batch was certainly not stored. */
    void refuse(Segment head) throws IOException {
        if (head.holdsLosses()) {
            folder.delete(head.path());
            queue.remove(head);
        } else {
            turnIntoLosses(List.of(head));
        }
    }

    /** Moves a segment that cannot be read out of the way; what can still be told of it becomes losses in its place. */
    Path setAside(Segment unreadable) throws IOException {
        LossLedger ledger = new LossLedger();
        try {
            SegmentScan.of(unreadable.path(), ledger);
        } catch (IOException | IllegalArgumentException | BufferUnderflowException e) {
            // What was read before the failure is in the ledger; the failure itself is told by the caller.
            meters.failedToRead(unreadable, e);
        }
        Path aside = folder.setAside(unreadable.path());
        Optional<Segment> losses = ledger.isEmpty()
                ? Optional.empty()
                : Optional.of(writeWithReserve(unreadable.coversFrom(), unreadable.number(), ledger.records()));
        queue.replace(List.of(unreadable), losses);
        restoreReserve();
        return aside;
    }

    /** Gives the number of samples that were lost by it. */
    private long turnIntoLosses(List<Segment> victims) throws IOException {
        LossLedger ledger = new LossLedger();
        for (Segment victim : victims) {
            SegmentScan scan = SegmentScan.of(victim.path(), ledger);
            if (scan.missingSamples(victim.samples()) > 0) {
                meters.unreadable(victim, scan.missingSamples(victim.samples()));
            }
        }
        long from = victims.getFirst().coversFrom();
        long number = victims.getLast().number();
        Segment losses = writeWithReserve(from, number, ledger.records());
        queue.replace(victims, Optional.of(losses));
        for (Segment victim : victims) {
            folder.delete(victim.path());
        }
        restoreReserve();
        return ledger.samples();
    }

    private Segment writeWithReserve(long from, long number, List<SpoolRecord> records) throws IOException {
        try {
            return folder.writeLosses(from, number, records);
        } catch (IOException e) {
            meters.failed(e);
            folder.giveUpReserve();
            return folder.writeLosses(from, number, records);
        }
    }

    void restoreReserve() {
        try {
            folder.reserve((int) reserveBytes());
        } catch (IOException e) {
            meters.failed(e);
        }
    }
}
