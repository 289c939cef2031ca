package id.ronda.collector;

import org.jspecify.annotations.Nullable;

/**
 * One page of a sorted list of devices.
 *
 * @param descending whether the order is turned round
 * @param from null: the first page
 * @param limit the most devices, 1 to 1000
 */
public record DeviceSearch(
        DeviceFilter filter,
        DeviceOrder order,
        boolean descending,
        @Nullable DevicePosition from,
        int limit) {

    public DeviceSearch {
        if (limit < 1 || limit > 1_000) {
            throw new IllegalArgumentException("a page has 1 to 1000 devices, not " + limit);
        }
    }
}
