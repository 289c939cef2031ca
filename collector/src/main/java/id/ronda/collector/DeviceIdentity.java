package id.ronda.collector;

import org.jspecify.annotations.Nullable;

/**
 * Who a device says it is.
 *
 * @param profile the name of the profile that recognised it
 * @param uptimeSeconds sysUpTime in seconds, or a better witness where the profile names one
 */
public record DeviceIdentity(
        String profile,
        DeviceClass deviceClass,
        @Nullable String vendor,
        @Nullable String model,
        @Nullable String version,
        @Nullable String serial,
        @Nullable String sysObjectId,
        @Nullable String sysName,
        @Nullable String sysDescr,
        @Nullable Double uptimeSeconds) {}
