package id.ronda.collector.spool;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The durable, bounded queue between the answers and the database.
 *
 * <p>{@link #append} may be called from any thread and never blocks. One thread of the spool writes; what was appended
 * is on the disk within a second. Sealed segments are taken by one reader, oldest first, and deleted when it
 * acknowledges them; each is a batch with a name, so that storing one twice can be seen.
 *
 * <p>Nothing is lost in silence: what does not fit is counted in {@code ronda_samples_lost_total} and goes through the
 * spool as a gap; a disk that fails is counted in {@code ronda_spool_failures_total}.
 */
public final class SampleSpool implements AutoCloseable {

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(1);

    private final UUID id;
    private final SpoolRecovery recovery;
    private final HandOver handOver;
    private final SealedQueue queue;
    private final SpoolBound bound;
    private final SpoolFolder folder;
    private final SpoolMeters meters;
    private final SpoolWriter writer;
    private final Thread thread;

    private SampleSpool(SpoolSettings settings, SpoolFolder folder, SpoolMeters meters, LongSupplier nanos)
            throws IOException {
        this.folder = folder;
        this.meters = meters;
        id = folder.id();
        var files = folder.segments();
        long next = files.isEmpty() ? 1 : SpoolFolder.number(files.getLast()) + 1;
        // The next number is on the disk before anything with a lower one is deleted: numbers are never used again.
        SegmentWriter open = folder.begin(next);
        recovery = SpoolRecovery.of(folder, files);
        recovery.cuts().forEach(meters::cut);
        queue = new SealedQueue();
        recovery.sealed().forEach(queue::add);
        handOver = new HandOver(settings.handOverBytes());
        bound = new SpoolBound(folder, queue, settings.maxBytes(), meters);
        bound.restoreReserve();
        writer = new SpoolWriter(folder, open, handOver, queue, bound, new SealRule(settings), meters, nanos);
        meters.gaugeBytes(this, SampleSpool::bytes);
        thread = Thread.ofPlatform().name("sample-spool").daemon().unstarted(writer);
    }

    /**
     * Opens the spool of that folder, making it when it is new, and starts its thread.
     *
     * @throws IOException when the folder cannot be read or written, or holds what is not of this spool
     */
    public static SampleSpool open(SpoolSettings settings, Supplier<UUID> newId, MeterRegistry registry)
            throws IOException {
        return open(settings, newId, registry, SpoolFolder::openForWriting);
    }

    static SampleSpool open(
            SpoolSettings settings, Supplier<UUID> newId, MeterRegistry registry, SpoolFolder.Opener opener)
            throws IOException {
        SpoolFolder folder = SpoolFolder.open(settings.directory(), newId, opener);
        SampleSpool spool =
                new SampleSpool(settings, folder, new SpoolMeters(registry, System::nanoTime), System::nanoTime);
        spool.thread.start();
        return spool;
    }

    /** The spool's id: with a segment's number the name of a batch. */
    public UUID id() {
        return id;
    }

    /** What was found when the spool was opened. */
    public SpoolRecovery recovery() {
        return recovery;
    }

    /** Gives a record to the spool; false when memory was full and it became a loss, counted and told as a gap. */
    public boolean append(SpoolRecord spoolRecord) {
        return handOver.offer(spoolRecord);
    }

    /** The oldest sealed segment, waiting for one if there is none; the same again until it is acknowledged. */
    public Optional<Segment> take(Duration patience) throws InterruptedException {
        return take(patience, segment -> true);
    }

    /**
     * The oldest segment that may be stored now, or, while none may, the oldest of all: what must wait holds up nobody
     * behind it.
     */
    public Optional<Segment> take(Duration patience, Predicate<Segment> storable) throws InterruptedException {
        return queue.head(patience, storable);
    }

    /** The segment is stored: its file goes. */
    public void acknowledge(Segment stored) throws IOException {
        queue.remove(stored);
        folder.delete(stored.path());
    }

    /** The segment can never be stored: its samples become a loss, which is told in its place. */
    public void refuse(Segment segment, Throwable reason) throws IOException {
        meters.refused(segment, reason);
        bound.refuse(segment);
    }

    /** The segment cannot be read, however often it is tried: its file is kept aside, what is known of it becomes losses. */
    public void setAside(Segment segment, Throwable reason) throws IOException {
        meters.setAside(segment, bound.setAside(segment), reason);
    }

    /** Counts samples that were sealed but could not be read back. */
    public void reportUnreadable(Segment segment, long samples) {
        if (samples > 0) {
            meters.unreadable(segment, samples);
        }
    }

    /** All segments with a lower number are stored and gone. */
    public long firstUnacknowledged() {
        return queue.firstNumber(writer.openNumber());
    }

    /** Slot of the oldest sample that is not acknowledged, {@link Long#MAX_VALUE} if all are. */
    public long oldestUnacknowledgedSlot() {
        long open = writer.openOldestSlot();
        return Math.min(open, queue.oldestSlot());
    }

    /** Bytes of all its segments. */
    public long bytes() {
        return queue.bytes() + writer.openBytes();
    }

    /** Sealed segments that wait to be stored. */
    public int waiting() {
        return queue.size();
    }

    /** Seals what was appended so far; complete when it can be taken. */
    public CompletableFuture<Void> flush() {
        return writer.flush();
    }

    /** Seals what was appended and ends the thread. */
    @Override
    public void close() {
        writer.stop();
        try {
            if (!thread.join(STOP_PATIENCE)) {
                meters.slowToClose(STOP_PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
