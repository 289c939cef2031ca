package id.ronda.collector.store;

import java.util.BitSet;

/**
 * The slots of one device in a stretch of time, numbered from 0; pure. All times in milliseconds since 1970 UTC.
 *
 * @param from the stretch's begin
 * @param to its end, not in it
 * @param interval of the device
 * @param raster time of any slot of the device
 */
record SlotWindow(long from, long to, long interval, long raster) {

    /** How many slots there are. */
    int size() {
        return Math.max(0, number(to));
    }

    /** The number of the first slot at or after that time; negative before the stretch. */
    private int number(long time) {
        return Math.toIntExact(before(time) - before(from));
    }

    private long before(long time) {
        return Math.ceilDiv(time - raster, interval);
    }

    /** Adds the slots of a gap from {@code begin} to {@code end}, which is not in it. */
    void mark(BitSet missing, long begin, long end) {
        int first = Math.clamp(number(Math.max(begin, from)), 0, size());
        int last = Math.clamp(number(Math.clamp(end, from, to)), first, size());
        missing.set(first, last);
    }
}
