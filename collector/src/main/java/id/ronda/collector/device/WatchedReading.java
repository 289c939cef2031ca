package id.ronda.collector.device;

import id.ronda.collector.DeviceId;
import id.ronda.collector.DeviceReading;
import id.ronda.collector.device.LatestValues.Latest;
import id.ronda.collector.device.NewestSamples.Newest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A reading that is looked at together with those of all other devices.
 *
 * @param series null if its samples are not stored
 */
record WatchedReading(
        DeviceId device,
        String deviceName,
        KnownReading reading,
        @Nullable Integer series) {

    DeviceReading now(NewestSamples samples) {
        Optional<Newest> newest = series == null ? Optional.empty() : samples.of(series);
        return new DeviceReading(
                device,
                deviceName,
                reading.with(newest.map(sample -> new Latest(sample.value(), sample.slot()))
                        .orElse(null)),
                newest.map(Newest::since).orElse(null));
    }
}
