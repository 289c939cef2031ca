package id.ronda.collector;

import id.ronda.kernel.outbox.Fact;
import java.time.Instant;

/**
 * Somebody changed what is said about a device: its address, credential, interval, name, place, or whether it is asked.
 *
 * @param revision of the device after the change
 */
public record DeviceChanged(DeviceId device, long revision, boolean enabled, Instant at) implements Fact {}
