package id.ronda.collector;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What the collector can be told.
 *
 * @param devicesFile CSV of devices that is watched
 * @param spoolBytes bound of the spool; empty: 1 GiB or a fifth of the free disk
 * @param rawDays days of raw samples at most
 * @param budgetBytes disk for samples and rollups; empty: 20 GiB or half of the free disk
 * @param statesEvery how often the states of devices are written
 */
public record CollectorSettings(
        Optional<Path> devicesFile,
        Optional<Long> spoolBytes,
        int rawDays,
        Optional<Long> budgetBytes,
        Duration statesEvery) {

    /** No file of devices, 14 days, all else by the disk. */
    public static final CollectorSettings DEFAULT =
            new CollectorSettings(Optional.empty(), Optional.empty(), 14, Optional.empty(), Duration.ofSeconds(2));

    /** The same with that file of devices. */
    public CollectorSettings withDevicesFile(Path file) {
        return new CollectorSettings(Optional.of(file), spoolBytes, rawDays, budgetBytes, statesEvery);
    }
}
