package id.ronda.collector;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Thresholds that a device holds for one of its own readings, in the reading's unit, as they were at the last look. Null: it has none.
 *
 * @param lowCritical at or below it the device speaks of an emergency
 * @param lowWarning at or below it the device warns
 * @param highWarning at or above it the device warns
 * @param highCritical at or above it the device speaks of an emergency
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Limits(
        @Nullable Double lowCritical,
        @Nullable Double lowWarning,
        @Nullable Double highWarning,
        @Nullable Double highCritical) {

    /** Whether the device told any. */
    @JsonIgnore
    public boolean isTold() {
        return told().findAny().isPresent();
    }

    /**
     * Whether a value can lie within them: those that are told rise strictly. Devices tell 0 and 0 for limits that nobody has set.
     */
    @JsonIgnore
    public boolean isConsistent() {
        double below = Double.NEGATIVE_INFINITY;
        for (double limit : told().mapToDouble(Double::doubleValue).toArray()) {
            if (limit < below) {
                return false;
            }
            below = limit;
        }
        double low = lowWarning != null ? lowWarning : lowCritical != null ? lowCritical : Double.NEGATIVE_INFINITY;
        double high =
                highWarning != null ? highWarning : highCritical != null ? highCritical : Double.POSITIVE_INFINITY;
        return low < high;
    }

    private Stream<Double> told() {
        return Stream.of(lowCritical, lowWarning, highWarning, highCritical).<Double>mapMulti((limit, told) -> {
            if (limit != null) {
                told.accept(limit);
            }
        });
    }
}
