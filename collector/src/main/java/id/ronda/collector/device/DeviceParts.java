package id.ronda.collector.device;

import id.ronda.kernel.database.Database;
import id.ronda.kernel.outbox.Outbox;
import id.ronda.kernel.secret.SecretBox;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;

/**
 * What this package gives to the rest of the collector.
 *
 * @param registry for the poller
 * @param desk adds, edits and stores
 * @param view reads
 */
public record DeviceParts(DeviceRegistry registry, DeviceDesk desk, DeviceView view) {

    /** Builds the parts; {@link DeviceDesk#load} must be called once the tables are there. */
    public static DeviceParts of(
            Database database,
            SecretBox box,
            Outbox outbox,
            LatestValues latest,
            NewestSamples newest,
            InstantSource clock,
            MeterRegistry meters) {
        PostgresDeviceStore devices = new PostgresDeviceStore(new CredentialVault(box));
        PostgresFindingStore findings = new PostgresFindingStore();
        DeviceRegistry registry = new DeviceRegistry(meters);
        return new DeviceParts(
                registry,
                new DeviceDesk(database, devices, findings, registry, outbox, clock),
                new DeviceView(database, devices, findings, latest, newest, clock));
    }
}
