package id.ronda.collector.store;

import id.ronda.collector.GapReason;
import id.ronda.collector.spool.SpoolRecord;
import id.ronda.collector.spool.SpoolRecord.GapClosed;
import id.ronda.collector.spool.SpoolRecord.GapOpened;
import id.ronda.collector.spool.Unstored;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Where the last run ended: what the schedule must know so that no slot is polled twice and no hole is without a reason. */
public final class Resumption {

    private final Map<Long, Long> lastSlots;
    private final Map<Key, GapOpened> openGaps;
    private final Map<Long, List<GapOpened>> openOfDevice;
    private final long newest;

    private record Key(long device, int series) {}

    private Resumption(Map<Long, Long> lastSlots, Map<Key, GapOpened> openGaps) {
        this.lastSlots = lastSlots;
        this.openGaps = openGaps;
        openOfDevice = openGaps.values().stream().collect(Collectors.groupingBy(GapOpened::device));
        newest = lastSlots.values().stream().mapToLong(Long::longValue).max().orElse(Long.MIN_VALUE);
    }

    static Resumption read(Handle handle, Unstored unstored) {
        Map<Long, Long> lastSlots = new HashMap<>(unstored.lastSlots());
        handle.createQuery("select device_id, last_slot from collector.device_progress")
                .map((row, context) ->
                        lastSlots.merge(row.getLong(1), row.getTimestamp(2).getTime(), Math::max))
                .list();
        Map<Key, GapOpened> open = new HashMap<>();
        handle.createQuery(
                        "select device_id, coalesce(series_id, 0), from_time, reason from collector.gap where to_time is null")
                .map((row, context) -> new GapOpened(
                        row.getLong(1),
                        row.getInt(2),
                        row.getTimestamp(3).getTime(),
                        GapReason.ofCode(row.getString(4)).orElse(GapReason.TIMEOUT)))
                .forEach(gap -> open.put(new Key(gap.device(), gap.series()), gap));
        return of(lastSlots, List.copyOf(open.values()), unstored.marks());
    }

    /** Pure: what the database says, and behind it what the spool still holds. */
    static Resumption of(Map<Long, Long> lastSlots, List<GapOpened> stored, List<SpoolRecord> unstored) {
        Map<Key, GapOpened> open = new HashMap<>();
        stored.forEach(gap -> open.put(new Key(gap.device(), gap.series()), gap));
        for (SpoolRecord mark : unstored) {
            if (mark instanceof GapOpened gap) {
                open.put(new Key(gap.device(), gap.series()), gap);
            } else if (mark instanceof GapClosed gap) {
                open.remove(new Key(gap.device(), gap.series()));
            }
        }
        return new Resumption(Map.copyOf(lastSlots), Map.copyOf(open));
    }

    /** The newest slot of the device that has a sample, in milliseconds; empty if it has none. */
    public OptionalLong lastSlot(long device) {
        Long slot = lastSlots.get(device);
        return slot == null ? OptionalLong.empty() : OptionalLong.of(slot);
    }

    /** Time of the newest sample of all, {@link Instant#MIN} if there is none: the clock must have passed it. */
    public Instant newest() {
        return newest == Long.MIN_VALUE ? Instant.MIN : Instant.ofEpochMilli(newest);
    }

    /** Gaps of the device and of its series that were open when the last run ended, and are until the poller closes them. */
    public List<GapOpened> openGaps(long device) {
        return openOfDevice.getOrDefault(device, List.of());
    }

    /**
     * The last slot of the device that the collector was there for: that of its newest sample, or, while it was silent, the last one
     * before the collector's last sign of life. Empty if the device was never polled.
     */
    public OptionalLong lastAttended(long device, Duration interval) {
        GapOpened silent = openGaps.get(new Key(device, 0));
        return silent == null ? lastSlot(device) : OptionalLong.of(aligned(silent.slot(), interval));
    }

    /** The newest slot of the device, in the raster of the given one, up to the last sign of life. */
    private long aligned(long slot, Duration interval) {
        long passed = Math.max(0, newest - slot);
        return slot + passed / interval.toMillis() * interval.toMillis();
    }
}
