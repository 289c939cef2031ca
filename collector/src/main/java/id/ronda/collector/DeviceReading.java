package id.ronda.collector;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reading and whose it is.
 *
 * @param deviceName as it is shown
 * @param since since when it has this value, as far back as this run of the program saw; null if it is not polled
 */
public record DeviceReading(
        DeviceId device,
        String deviceName,
        Reading reading,
        @Nullable Instant since) {}
