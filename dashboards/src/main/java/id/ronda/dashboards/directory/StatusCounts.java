package id.ronda.dashboards.directory;

import id.ronda.collector.Device;
import id.ronda.collector.DeviceStatus;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How many devices are in each state. */
public record StatusCounts(Map<DeviceStatus, Integer> counts) {

    public StatusCounts {
        counts = Map.copyOf(counts);
    }

    /** The counts of these devices. */
    public static StatusCounts of(List<Device> devices) {
        Map<DeviceStatus, Integer> counts = new EnumMap<>(DeviceStatus.class);
        devices.forEach(device -> counts.merge(device.status(), 1, Integer::sum));
        return new StatusCounts(counts);
    }

    /** The number of devices in that state. */
    public int of(DeviceStatus status) {
        return counts.getOrDefault(status, 0);
    }

    /** The number of all devices. */
    public int all() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
