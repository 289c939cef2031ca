package id.ronda.collector;

import id.ronda.kernel.Page;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The devices and what they have, as far as a reach goes: a device beyond it is as if it were not there. Futures complete on the
 * caller's Vert.x context.
 */
public interface Devices {

    /** Up to {@code limit} devices with an id above {@code after} (0: from the start), in the order of their ids. */
    Future<Page<Device>> list(Reach reach, long after, int limit);

    Future<Optional<Device>> find(Reach reach, DeviceId id);

    /** A page of those that match, sorted. The same few statements however many devices there are. */
    Future<DeviceHits> search(Reach reach, DeviceSearch search);

    /** How these devices are now, and how many there are in each state; an id that is unknown is left out. */
    Future<DeviceStates> states(Reach reach, Set<DeviceId> ids);

    /**
     * All devices in groups, and the longest outages. The same few statements however many devices there are.
     *
     * @param tagPrefix a group has the first tag that begins so
     * @param mostOutages how many are told at most
     */
    Future<Overview> overview(Reach reach, String tagPrefix, int mostOutages);

    /**
     * The readings of all devices that one wants to look at, among all states and those of the metrics. Two statements at
     * most; the values are the newest in memory.
     *
     * @param wanted is given every such reading that has a value
     */
    Future<WatchedReadings> watched(Reach reach, Set<String> metrics, Predicate<Reading> wanted);

    /** In the order of ifIndex; empty if the device has none or is unknown. */
    Future<List<DeviceInterface>> interfaces(Reach reach, DeviceId id);

    /** With their last stored values. */
    Future<List<Reading>> readings(Reach reach, DeviceId id);

    /**
     * What a few words find among devices (any part of what is written of one) and interfaces (the beginnings of words of name,
     * alias and description). Two statements however many there are.
     *
     * @param most of each kind
     */
    Future<Lookup> lookup(Reach reach, String words, int most);

    /**
     * What happened to a device; empty if it is unknown.
     *
     * @param most how many gaps are told, the newest ones
     */
    Future<Optional<DeviceHistory>> history(Reach reach, DeviceId id, int most);
}
