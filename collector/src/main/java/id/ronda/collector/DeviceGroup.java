package id.ronda.collector;

import org.jspecify.annotations.Nullable;

/**
 * So many devices that are alike.
 *
 * @param tag the first of their tags that begins as was asked, null if none does
 */
public record DeviceGroup(
        @Nullable String tag,
        DeviceClass deviceClass,
        @Nullable String unit,
        @Nullable String location,
        DeviceStatus status,
        int devices) {}
