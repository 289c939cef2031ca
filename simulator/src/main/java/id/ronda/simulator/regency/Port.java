package id.ronda.simulator.regency;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * An interface of a device of the regency.
 *
 * @param index its ifIndex
 * @param name its ifName and ifDescr
 * @param alias what somebody wrote on it
 * @param type its ifType: 6 for Ethernet, 135 for a VLAN, 209 for a bridge, 24 for a loopback
 * @param megabits its speed
 * @param up whether it is up, in a world
 * @param changedAt when that changed, in milliseconds of the epoch, 0 for never
 * @param in what flows into the device
 * @param out what flows out of it
 */
record Port(
        int index,
        String name,
        String alias,
        int type,
        int megabits,
        Predicate<World> up,
        ToDoubleFunction<World> changedAt,
        List<Meter> in,
        List<Meter> out) {
    /** An Ethernet port that is always up. */
    static Port ethernet(int index, String name, String alias, int megabits, List<Meter> in, List<Meter> out) {
        return new Port(index, name, alias, 6, megabits, world -> true, world -> 0, in, out);
    }

    /** An Ethernet port with nothing in it. */
    static Port unused(int index, String name, int megabits) {
        return new Port(index, name, "", 6, megabits, world -> false, world -> 0, List.of(), List.of());
    }
}
