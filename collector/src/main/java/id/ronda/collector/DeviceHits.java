package id.ronda.collector;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link DeviceSearch} found.
 *
 * @param devices of the page, in its order
 * @param counts of all devices that match the filter but for its state
 * @param classes that any device in reach has, in their order
 * @param units that any device in reach has, by name; the first {@link #MOST_UNITS}
 * @param previous null on the first page
 * @param next null on the last page
 */
public record DeviceHits(
        List<Device> devices,
        StatusCounts counts,
        List<DeviceClass> classes,
        List<String> units,
        @Nullable DevicePosition previous,
        @Nullable DevicePosition next) {

    /** More than a regency has offices. */
    public static final int MOST_UNITS = 300;

    public DeviceHits {
        devices = List.copyOf(devices);
        classes = List.copyOf(classes);
        units = List.copyOf(units);
    }
}
