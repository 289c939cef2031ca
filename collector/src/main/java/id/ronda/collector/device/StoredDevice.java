package id.ronda.collector.device;

import id.ronda.collector.Device;

/**
 * A device as the API shows it.
 *
 * @param enabled whether it is asked
 * @param revision counts the edits; the ETag
 */
public record StoredDevice(Device device, boolean enabled, long revision) {}
