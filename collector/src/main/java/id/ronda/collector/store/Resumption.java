package id.ronda.collector.store;

import id.ronda.collector.GapReason;
import id.ronda.collector.spool.SpoolRecord;
import id.ronda.collector.spool.SpoolRecord.GapClosed;
import id.ronda.collector.spool.SpoolRecord.GapOpened;
import id.ronda.collector.spool.Unstored;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;

/** Where the last run ended: what the schedule must know so that no slot is polled twice and no hole is without a reason. */
public final class Resumption {

    private final Map<Long, Long> lastSlots;
    private final Map<Key, GapOpened> openGaps;
    private final long newest;

    private record Key(long device, int series) {}

    private Resumption(Map<Long, Long> lastSlots, Map<Key, GapOpened> openGaps) {
        this.lastSlots = lastSlots;
        this.openGaps = openGaps;
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

    /** Gaps of single series that were open when the last run ended, and are until the poller closes them. */
    public List<GapOpened> openSeriesGaps(long device) {
        List<GapOpened> gaps = new ArrayList<>();
        openGaps.forEach((key, gap) -> {
            if (key.device == device && key.series != 0) {
                gaps.add(gap);
            }
        });
        return gaps;
    }

    /**
     * What to append before the device's first slot: the gap {@code collector-stopped} from the first slot that was
     * missed. A gap of the device that was open when the last run ended becomes this one where the collector's last
     * sign of life lies.
     *
     * @param firstSlot the first slot that will be polled now, in milliseconds
     * @return two records, or none when no slot was missed or the device was never polled
     */
    public List<SpoolRecord> stopGap(long device, Duration interval, long firstSlot) {
        GapOpened open = openGaps.get(new Key(device, 0));
        OptionalLong last = open == null ? lastSlot(device) : OptionalLong.of(aligned(open.slot(), interval));
        if (last.isEmpty()) {
            return List.of();
        }
        long missed = last.getAsLong() + interval.toMillis();
        if (missed >= firstSlot) {
            return open == null ? List.of() : List.of(new GapClosed(device, 0, firstSlot));
        }
        return List.of(
                new GapOpened(device, 0, missed, GapReason.COLLECTOR_STOPPED), new GapClosed(device, 0, firstSlot));
    }

    /** The newest slot of the device, in the raster of the given one, up to the last sign of life. */
    private long aligned(long slot, Duration interval) {
        long passed = Math.max(0, newest - slot);
        return slot + passed / interval.toMillis() * interval.toMillis();
    }
}
