package id.ronda.simulator;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** What is wrong with a device just now. Any thread may switch it; the next request meets it. */
public final class Faults {
    private volatile State state = State.HEALTHY;
    private volatile int reboots;

    /**
     * What is wrong, as of one moment.
     *
     * @param active faults that are on
     * @param loss share of the answers that are lost, 0 to 1
     * @param delay how long every answer waits
     * @param spread each answer waits up to this much longer, by chance, so that answers overtake each other
     */
    public record State(Set<Fault> active, double loss, Duration delay, Duration spread) {
        /** Nothing is wrong. */
        public static final State HEALTHY = new State(Set.of(), 0, Duration.ZERO, Duration.ZERO);

        /** Whether this fault is on. */
        public boolean has(Fault fault) {
            return active.contains(fault);
        }
    }

    /** What is wrong now. */
    public State state() {
        return state;
    }

    /** Switches faults on. */
    public synchronized Faults on(Fault... faults) {
        return active(true, faults);
    }

    /** Switches faults off. */
    public synchronized Faults off(Fault... faults) {
        return active(false, faults);
    }

    /** Loses this share of the answers, 0 to 1. */
    public synchronized Faults loss(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a share is 0 to 1, not " + share);
        }
        state = new State(state.active, share, state.delay, state.spread);
        return this;
    }

    /** Delays every answer. */
    public synchronized Faults delay(Duration delay) {
        state = new State(state.active, state.loss, delay, state.spread);
        return this;
    }

    /** Delays each answer by chance up to {@code spread}, so that later ones overtake earlier ones. */
    public synchronized Faults reorder(Duration spread) {
        state = new State(state.active, state.loss, state.delay, spread);
        return this;
    }

    /** Makes the device healthy again. */
    public synchronized Faults clear() {
        state = State.HEALTHY;
        return this;
    }

    /** Reboots the device: sysUpTime and the counters that follow it begin at 0. */
    public synchronized void reboot() {
        reboots = reboots + 1;
    }

    /** How often it was rebooted. */
    public int reboots() {
        return reboots;
    }

    private Faults active(boolean on, Fault... faults) {
        Set<Fault> active = EnumSet.noneOf(Fault.class);
        active.addAll(state.active);
        if (on) {
            active.addAll(Arrays.asList(faults));
        } else {
            Arrays.asList(faults).forEach(active::remove);
        }
        state = new State(Set.copyOf(active), state.loss, state.delay, state.spread);
        return this;
    }
}
