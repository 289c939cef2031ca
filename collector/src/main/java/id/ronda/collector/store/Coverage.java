package id.ronda.collector.store;

import org.jspecify.annotations.Nullable;

/**
 * Stored slots ÷ expected slots; pure. All times in milliseconds since 1970 UTC.
 *
 * <p>Expected are the device's slots from the series' begin on, gaps included, the future excluded. A slot is expected
 * as soon as a later one or itself was stored, or its answer has had {@link #PATIENCE_MILLIS} to arrive. The first slot
 * of a rate is not expected: a rate needs two answers.
 *
 * @param interval of the device
 * @param since begin of the series
 * @param lastSlot the device's newest stored slot, null if there is none; it gives the raster of the slots too
 * @param isRate whether the samples are rates
 */
record Coverage(long interval, long since, @Nullable Long lastSlot, boolean isRate) {

    static final long PATIENCE_MILLIS = 30_000;

    /** 0 to 1; 1 where nothing is expected. */
    double of(long stored, long from, long to, long now) {
        long expected = expected(from, to, now);
        return expected == 0 ? 1 : Math.min(1, stored / (double) expected);
    }

    long expected(long from, long to, long now) {
        long settled = now - Math.min(interval, PATIENCE_MILLIS);
        long known = lastSlot == null ? settled : Math.max(settled, lastSlot + 1);
        long end = Math.min(to, known);
        long begin = Math.max(from, firstExpected());
        return Math.max(0, slotsBefore(end) - slotsBefore(begin));
    }

    private long firstExpected() {
        if (!isRate) {
            return since;
        }
        long raster = raster();
        long firstSlot = Math.ceilDiv(since - raster, interval) * interval + raster;
        return firstSlot + interval;
    }

    private long raster() {
        return lastSlot == null ? 0 : Math.floorMod(lastSlot, interval);
    }

    /** How many slots since 1970 lie before the time. */
    private long slotsBefore(long time) {
        return Math.ceilDiv(time - raster(), interval);
    }
}
