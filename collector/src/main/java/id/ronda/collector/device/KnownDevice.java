package id.ronda.collector.device;

import id.ronda.collector.DeviceId;

/**
 * A device of the database with everything people said about it, secrets opened.
 *
 * @param revision counts the edits
 * @param fromFile whether the watched file names it
 */
record KnownDevice(DeviceId id, long revision, boolean fromFile, DeviceDraft draft) {}
