package id.ronda.dashboards.start;

import id.ronda.collector.DeviceStatus;
import id.ronda.collector.StatusCounts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The devices of one place. */
public record OfficeCell(@Nullable String unit, String location, StatusCounts counts) {

    private static final List<DeviceStatus> URGENCY =
            List.of(DeviceStatus.DOWN, DeviceStatus.UNKNOWN, DeviceStatus.DISCOVERING, DeviceStatus.UP);

    /** The most urgent state among them. */
    public DeviceStatus status() {
        return worst(counts);
    }

    static DeviceStatus worst(StatusCounts counts) {
        return URGENCY.stream()
                .filter(status -> counts.of(status) > 0)
                .findFirst()
                .orElse(DeviceStatus.UNKNOWN);
    }
}
