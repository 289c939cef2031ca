package id.ronda.collector.discovery;

import id.ronda.collector.DeviceIdentity;
import id.ronda.collector.DeviceInterface;
import id.ronda.collector.Reading;
import id.ronda.collector.reading.PolledObject;
import java.util.List;

/**
 * What one look at a device found: who it is, what it has, what to ask it from now on.
 *
 * @param objects everything to poll: counters and states of the interfaces, and the readings
 * @param readings the values seen during the look, one a reading object; no interface counters
 * @param complete false if a walk failed part of the way: nothing that was known before may be dropped then
 * @param notes what was left out and why, for people
 */
public record Inventory(
        DeviceIdentity identity,
        List<DeviceInterface> interfaces,
        List<PolledObject> objects,
        List<Reading> readings,
        boolean complete,
        List<String> notes) {}
