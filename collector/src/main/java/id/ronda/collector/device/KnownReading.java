package id.ronda.collector.device;

import id.ronda.collector.Limits;
import id.ronda.collector.Reading;
import id.ronda.collector.ReadingState;
import id.ronda.collector.device.LatestValues.Latest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object that is read, without the value that is the newest sample of its series.
 *
 * @param states what its numbers mean, if it is a state; empty if it is not
 * @param limits as the device told them at the last look
 * @param last what the last look saw, if it has no series
 */
record KnownReading(
        String metric,
        String instance,
        String name,
        String oid,
        String unit,
        Map<Integer, ReadingState> states,
        @Nullable Limits limits,
        @Nullable Latest last) {

    KnownReading {
        states = Map.copyOf(states);
    }

    Reading with(@Nullable Latest sample) {
        Latest latest = last == null ? sample : last;
        return latest == null
                ? new Reading(metric, instance, name, oid, null, unit, null, null, limits)
                : new Reading(
                        metric,
                        instance,
                        name,
                        oid,
                        latest.value(),
                        unit,
                        state(latest.value()),
                        latest.slot(),
                        limits);
    }

    private @Nullable ReadingState state(double value) {
        return states.isEmpty() ? null : states.getOrDefault((int) value, ReadingState.UNKNOWN);
    }
}
