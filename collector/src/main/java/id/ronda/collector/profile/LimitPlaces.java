package id.ronda.collector.profile;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a row tells the thresholds of its own value: columns, written as in a {@link NameTemplate}'s braces and read as the value is.
 *
 * @param lowCritical null, as the others: the device has none
 */
public record LimitPlaces(
        @Nullable String lowCritical,
        @Nullable String lowWarning,
        @Nullable String highWarning,
        @Nullable String highCritical) {

    /** The places that are written. */
    public Stream<String> all() {
        return Stream.of(lowCritical, lowWarning, highWarning, highCritical).<String>mapMulti((place, written) -> {
            if (place != null) {
                written.accept(place);
            }
        });
    }
}
