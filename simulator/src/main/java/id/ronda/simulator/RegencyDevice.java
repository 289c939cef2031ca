package id.ronda.simulator;

import org.jspecify.annotations.Nullable;

/**
 * A device of the virtual regency as it would be registered.
 *
 * @param name its name
 * @param office the office whose it is
 * @param location the office or room it stands in
 * @param address its IPv4 address
 * @param port its port
 * @param community its community for SNMPv2c
 * @param deviceClass what it is, by its code: router, switch, ups, genset, camera, …
 * @param parent the name of the device behind which it is reached, or null for the first one
 */
public record RegencyDevice(
        String name,
        String office,
        String location,
        String address,
        int port,
        String community,
        String deviceClass,
        @Nullable String parent) {}
