package id.ronda.simulator.agent;

import id.ronda.simulator.Fault;
import id.ronda.simulator.Faults;
import id.ronda.simulator.Moment;
import id.ronda.simulator.ObjectTree;
import id.ronda.simulator.ServedLog;
import id.ronda.simulator.SimulatedDevice;
import org.jspecify.annotations.Nullable;

/** A device while it is served: since when it runs, and what it serves just now. Only the server's thread uses it. */
final class Session {
    private final SimulatedDevice device;
    private final ServedLog.@Nullable Pages pages;
    private long bootNanos;
    private int boots;
    private @Nullable ObjectTree shuffled;

    Session(SimulatedDevice device, ServedLog.@Nullable Pages pages, long startNanos) {
        this.device = device;
        this.pages = pages;
        this.bootNanos = startNanos - device.uptime().toNanos();
        this.boots = device.faults().reboots();
    }

    SimulatedDevice device() {
        return device;
    }

    ServedLog.@Nullable Pages pages() {
        return pages;
    }

    Faults.State faults() {
        return device.faults().state();
    }

    int boots() {
        return boots;
    }

    long bootNanos() {
        return bootNanos;
    }

    /** The moment a request came; a reboot that was asked for since the last one happens now. */
    Moment moment(long nanos, long epochMillis) {
        int reboots = device.faults().reboots();
        if (reboots != boots) {
            boots = reboots;
            bootNanos = nanos;
        }
        return new Moment(nanos - bootNanos, epochMillis, boots);
    }

    ObjectTree tree(Faults.State faults) {
        if (!faults.has(Fault.INDEX_SHUFFLE)) {
            return device.tree();
        }
        ObjectTree tree = shuffled;
        if (tree == null) {
            tree = InterfaceShuffle.of(device.tree());
            shuffled = tree;
        }
        return tree;
    }
}
