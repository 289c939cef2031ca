package id.ronda.simulator;

/**
 * The kind of an interface in a fleet, by its ifIndex.
 *
 * @param megabits its speed in Mb/s
 */
record FleetLine(int megabits) {
    /** One in eight is slow and one is fast; the others run 1 Gb/s. */
    static FleetLine of(int ifIndex) {
        return new FleetLine(
                switch (ifIndex % 8) {
                    case 0 -> 10;
                    case 1 -> 10_000;
                    default -> 1_000;
                });
    }

    /** RFC 2863 section 3.1.6: below 20 Mb/s 32-bit counters are enough. */
    boolean has64BitCounters() {
        return megabits >= 20;
    }

    /** Octets a second at full load. */
    long octetsPerSecond() {
        return megabits * 125_000L;
    }

    /** ifSpeed, which ends at 2^32 - 1. */
    long ifSpeed() {
        return Math.min(megabits * 1_000_000L, 0xffff_ffffL);
    }
}
