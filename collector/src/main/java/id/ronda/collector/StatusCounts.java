package id.ronda.collector;

import java.util.EnumMap;
import java.util.Map;

/** How many devices are in each state. */
public record StatusCounts(Map<DeviceStatus, Integer> counts) {

    /** No device. */
    public static final StatusCounts NONE = new StatusCounts(Map.of());

    /** A state that is absent has no device. */
    public StatusCounts {
        Map<DeviceStatus, Integer> all = new EnumMap<>(DeviceStatus.class);
        for (DeviceStatus status : DeviceStatus.values()) {
            all.put(status, counts.getOrDefault(status, 0));
        }
        counts = Map.copyOf(all);
    }

    /** The number of devices in that state. */
    public int of(DeviceStatus status) {
        return counts.getOrDefault(status, 0);
    }

    /** The number of all devices. */
    public int all() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** These and so many more in that state. */
    public StatusCounts plus(DeviceStatus status, int more) {
        Map<DeviceStatus, Integer> all = new EnumMap<>(counts);
        all.merge(status, more, Integer::sum);
        return new StatusCounts(all);
    }
}
