package id.ronda.collector;

import java.util.List;

/**
 * Readings of all devices that somebody should look at.
 *
 * @param readings those that were wanted, by device
 * @param known how many were looked at because they have a value
 * @param watched how many there are to look at
 */
public record WatchedReadings(List<DeviceReading> readings, int known, int watched) {

    public WatchedReadings {
        readings = List.copyOf(readings);
    }
}
