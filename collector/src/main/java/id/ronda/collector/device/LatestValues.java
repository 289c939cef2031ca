package id.ronda.collector.device;

import id.ronda.collector.DeviceId;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The newest sample of each series of a device. */
@FunctionalInterface
public interface LatestValues {

    /**
     * The newest samples; a series without one is absent.
     *
     * @return completes on the caller's Vert.x context
     */
    Future<Map<SeriesKey, Latest>> of(DeviceId device);

    /** Whether {@link #of} gives a value of every series that the device has, so that nobody else need be asked. */
    default boolean hasAll(DeviceId device) {
        return false;
    }

    /** These, and only where these have not all, the others': memory before the database. */
    default LatestValues or(LatestValues others) {
        return device -> hasAll(device)
                ? of(device)
                : of(device)
                        .compose(first -> others.of(device).map(second -> {
                            Map<SeriesKey, Latest> both = new HashMap<>(second);
                            both.putAll(first);
                            return both;
                        }));
    }

    /** Nothing was ever measured. */
    static LatestValues none() {
        return device -> Future.succeededFuture(Map.of());
    }

    /** Which series of the device. */
    record SeriesKey(String metric, String instance) {}

    /**
     * A sample.
     *
     * @param value in the unit of its series
     * @param slot the time it stands for
     */
    record Latest(double value, Instant slot) {}
}
