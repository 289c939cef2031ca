package id.ronda.collector;

import id.ronda.kernel.outbox.Fact;
import java.time.Instant;

/**
 * A device was looked at: who it is and what it has is stored.
 *
 * @param complete false if the look broke off: nothing known before was taken away
 */
public record DeviceDiscovered(DeviceId device, DeviceIdentity identity, boolean complete, Instant at)
        implements Fact {}
