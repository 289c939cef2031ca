package id.ronda.collector;

import java.time.Instant;

/**
 * A device that does not answer.
 *
 * @param since the first slot without an answer, else the last answer, else when the device was registered
 */
public record Outage(Device device, Instant since) {}
