package id.ronda.dashboards.start;

import id.ronda.collector.DeviceStatus;
import id.ronda.collector.Outage;
import id.ronda.collector.StatusCounts;
import org.jspecify.annotations.Nullable;

/**
 * How one of the services is.
 *
 * @param worst its longest outage, null if there is none among those that were told
 */
public record ServiceTile(
        PublicService service,
        StatusCounts counts,
        @Nullable Outage worst) {

    /** The state that the tile wears: the most urgent of its devices. */
    public DeviceStatus status() {
        return OfficeCell.worst(counts);
    }
}
