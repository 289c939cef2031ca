package id.ronda.simulator;

import java.time.Duration;
import java.util.Set;

/** Something that happens to the virtual regency: the conditions it lives under as a function of time since the start. */
public interface Scenario {
    /** The name it is started by. */
    String name();

    /** What happens, in one sentence. */
    String description();

    /** When everything that was done to the regency has been undone; it may take longer to recover. */
    Duration length();

    /** The conditions at this time since the start, before {@link #length()}. */
    Conditions at(Duration elapsed);

    /**
     * What the regency itself cannot decide.
     *
     * @param mains whether the utility delivers
     * @param cooling whether the air conditioning of the data centre is in order
     * @param cutLinks numbers of the offices whose link is down
     * @param troubles what else is wrong
     */
    record Conditions(boolean mains, boolean cooling, Set<Integer> cutLinks, Set<Trouble> troubles) {
        /** An ordinary day. */
        public static final Conditions NORMAL = new Conditions(true, true, Set.of());

        /** Conditions without further troubles. */
        public Conditions(boolean mains, boolean cooling, Set<Integer> cutLinks) {
            this(mains, cooling, cutLinks, Set.of());
        }

        /** An ordinary day but for this. */
        public static Conditions with(Trouble trouble) {
            return new Conditions(true, true, Set.of(), Set.of(trouble));
        }

        /** Whether this is wrong. */
        public boolean has(Trouble trouble) {
            return troubles.contains(trouble);
        }
    }

    /** Something that goes wrong beside power, cooling and the links of offices. */
    enum Trouble {
        /** Condensate runs under the raised floor. */
        WATER,
        /** The door of the data centre and of a rack stands open. */
        DOOR,
        /** An optical fibre of the access network is cut. */
        FIBRE
    }
}
