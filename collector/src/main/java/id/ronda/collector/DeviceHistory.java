package id.ronda.collector;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a device, as far as it is stored.
 *
 * @param addedAt when it was given to the collector
 * @param discoveredAt when it was last looked at as a whole; null until then
 * @param gaps the newest first
 */
public record DeviceHistory(Instant addedAt, @Nullable Instant discoveredAt, List<Silence> gaps) {

    public DeviceHistory {
        gaps = List.copyOf(gaps);
    }

    /**
     * A stretch without samples.
     *
     * @param series of how many series; 0: of the whole device
     */
    public record Silence(Gap gap, int series) {}
}
