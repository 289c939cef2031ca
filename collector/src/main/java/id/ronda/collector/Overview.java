package id.ronda.collector;

import java.util.List;

/**
 * How all devices in reach are, in groups.
 *
 * @param outages those that do not answer, the longest first, no more than were asked for
 */
public record Overview(List<DeviceGroup> groups, List<Outage> outages) {

    public Overview {
        groups = List.copyOf(groups);
        outages = List.copyOf(outages);
    }
}
