package id.ronda.collector;

import id.ronda.kernel.outbox.Fact;
import java.time.Instant;

/** A device was given to the collector. It has not answered yet. */
public record DeviceAdded(DeviceId device, Instant at) implements Fact {}
