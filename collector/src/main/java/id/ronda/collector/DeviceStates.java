package id.ronda.collector;

import java.util.List;

/**
 * Some devices as they are now.
 *
 * @param devices those of the asked ids that exist
 * @param counts of all devices in reach
 */
public record DeviceStates(List<Device> devices, StatusCounts counts) {

    public DeviceStates {
        devices = List.copyOf(devices);
    }
}
