package id.ronda.collector.live;

import id.ronda.collector.DeviceId;
import id.ronda.collector.SampleBatch;
import id.ronda.collector.device.LatestValues;
import id.ronda.collector.device.NewestSamples;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The newest sample of each series, as the feed tells them: after their commit, so that nothing shown here can be lost by a
 * fall of the process. Three arrays by series id.
 */
public final class LatestSamples implements LatestValues, NewestSamples, Consumer<SampleBatch> {

    private static final int FIRST_SIZE = 4_096;

    private final Map<DeviceId, Known> known = new ConcurrentHashMap<>();
    private Arrays newest = new Arrays(new long[FIRST_SIZE], new double[FIRST_SIZE], new long[FIRST_SIZE]);

    /** Slot 0: none yet; {@code since}: the slot from which on the value is the same. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Arrays(long[] slots, double[] values, long[] since) {
        Arrays grownFor(int series) {
            int size = Math.max(series + 1, slots.length * 2);
            return new Arrays(
                    java.util.Arrays.copyOf(slots, size),
                    java.util.Arrays.copyOf(values, size),
                    java.util.Arrays.copyOf(since, size));
        }
    }

    /** The series of a device by their ids; {@code all}: it has no other. */
    private record Known(Map<SeriesKey, Integer> series, boolean all) {
        static final Known NOTHING = new Known(Map.of(), false);
    }

    /**
     * From now on the device has these series.
     *
     * @param all false if it may have others too, as after a look that broke off
     */
    public void know(DeviceId device, Map<SeriesKey, Integer> series, boolean all) {
        known.put(device, new Known(Map.copyOf(series), all));
    }

    /** The series of a device, empty if it was never looked at in this run. */
    public Map<SeriesKey, Integer> known(DeviceId device) {
        return known.getOrDefault(device, Known.NOTHING).series();
    }

    @Override
    public synchronized void accept(SampleBatch batch) {
        var now = newest;
        for (int i = 0; i < batch.size(); i++) {
            int series = batch.series()[i];
            if (series >= now.slots.length) {
                now = now.grownFor(series);
            }
            if (batch.slots()[i] >= now.slots[series]) {
                if (now.slots[series] == 0 || now.values[series] != batch.values()[i]) {
                    now.since[series] = batch.slots()[i];
                }
                now.values[series] = batch.values()[i];
                now.slots[series] = batch.slots()[i];
            }
        }
        newest = now;
    }

    @Override
    public synchronized Optional<Newest> of(int series) {
        return isSeen(series)
                ? Optional.of(new Newest(
                        newest.values[series],
                        Instant.ofEpochMilli(newest.slots[series]),
                        Instant.ofEpochMilli(newest.since[series])))
                : Optional.empty();
    }

    @Override
    public Future<Map<SeriesKey, Latest>> of(DeviceId device) {
        return Future.succeededFuture(now(device));
    }

    @Override
    public synchronized boolean hasAll(DeviceId device) {
        Known its = known.getOrDefault(device, Known.NOTHING);
        return its.all() && its.series().values().stream().allMatch(this::isSeen);
    }

    private boolean isSeen(int series) {
        return series < newest.slots.length && newest.slots[series] > 0;
    }

    private synchronized Map<SeriesKey, Latest> now(DeviceId device) {
        var latest = new HashMap<SeriesKey, Latest>();
        known.getOrDefault(device, Known.NOTHING).series().forEach((key, series) -> {
            if (isSeen(series)) {
                latest.put(key, new Latest(newest.values[series], Instant.ofEpochMilli(newest.slots[series])));
            }
        });
        return latest;
    }
}
