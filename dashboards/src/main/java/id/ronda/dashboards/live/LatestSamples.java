package id.ronda.dashboards.live;

import id.ronda.collector.SampleBatch;
import java.util.Arrays;
import java.util.Optional;

/**
 * The newest sample of each series since the start, so that a page need not ask the database for what passed through
 * memory a moment ago. Two arrays indexed by series id: 16 bytes a series.
 */
public final class LatestSamples {

    /** Series with a higher id are not remembered: the page waits for their next sample instead. Bounds the memory to 32 MB. */
    static final int HIGHEST_ID = 2_000_000;

    private long[] slots = new long[1024];
    private double[] values = new double[1024];

    /**
     * One sample.
     *
     * @param slot milliseconds since 1970 UTC
     */
    public record Sample(long slot, double value) {}

    /** Remembers what is newer than what is known. Called on the storing thread: a few microseconds for a thousand samples. */
    public synchronized void accept(SampleBatch batch) {
        for (int i = 0; i < batch.size(); i++) {
            int id = batch.series()[i];
            if (id >= 0 && id <= HIGHEST_ID) {
                grow(id);
                keep(id, batch.slots()[i], batch.values()[i]);
            }
        }
    }

    /** The newest sample of that series, or empty if none came since the start. */
    public synchronized Optional<Sample> of(int series) {
        return series >= 0 && series < slots.length && slots[series] != 0
                ? Optional.of(new Sample(slots[series], values[series]))
                : Optional.empty();
    }

    private void keep(int id, long slot, double value) {
        if (slot >= slots[id]) {
            slots[id] = slot;
            values[id] = value;
        }
    }

    private void grow(int id) {
        if (id >= slots.length) {
            int size = Math.min(Math.max(id + 1, slots.length * 2), HIGHEST_ID + 1);
            slots = Arrays.copyOf(slots, size);
            values = Arrays.copyOf(values, size);
        }
    }
}
