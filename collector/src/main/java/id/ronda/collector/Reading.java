package id.ronda.collector;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One measured object of a device with its last value.
 *
 * @param metric lower-case dotted words, for example {@code battery.runtime}
 * @param instance which one of its kind, for example {@code cpu} or {@code phase-1}; empty where there is only one
 * @param name for people, as the device calls it
 * @param oid the object instance it was read from
 * @param value in {@code unit}; null while nothing was read
 * @param unit UCUM
 * @param state for metrics that are states, else null
 * @param time of the slot of the value; null in a probe
 * @param limits thresholds that the device itself holds for it, null if it tells none
 */
public record Reading(
        String metric,
        String instance,
        String name,
        String oid,
        @Nullable Double value,
        String unit,
        @Nullable ReadingState state,
        @Nullable Instant time,
        @Nullable Limits limits) {

    /** A reading of which the device tells no limits. */
    public Reading(
            String metric,
            String instance,
            String name,
            String oid,
            @Nullable Double value,
            String unit,
            @Nullable ReadingState state,
            @Nullable Instant time) {
        this(metric, instance, name, oid, value, unit, state, time, null);
    }
}
