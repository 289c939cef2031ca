package id.ronda.collector.poll;

import id.ronda.collector.spool.SpoolRecord.GapOpened;
import java.util.List;

/**
 * Where the last run left a device.
 *
 * @param lastSlot the last slot that the collector was there for, milliseconds since 1970 UTC; 0 if the device is new
 * @param open gaps that were open then
 */
public record Resume(long lastSlot, List<GapOpened> open) {

    /** A device that was never polled. */
    public static final Resume NEW = new Resume(0, List.of());

    public Resume {
        open = List.copyOf(open);
    }
}
