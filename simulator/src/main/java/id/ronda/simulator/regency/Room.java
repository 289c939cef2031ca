package id.ronda.simulator.regency;

/**
 * The air of the data centre as one body of heat: warmed by what the racks draw and by the walls, cooled by as many air
 * conditioners as run. Without them it nears exponentially what walls and racks make of it; with one of two it settles above the
 * set point.
 */
final class Room {
    /** What one air conditioner takes away at most, W. */
    static final double UNIT_WATTS = 3_300;

    private static final double SET_POINT = 22.5;
    /** The coils are fully open this far above it, K; each unit takes its share. */
    private static final double CONTROL_BAND = 1.65;

    private static final double OUTDOORS = 31;
    /** What walls and ceiling let through, W/K. */
    private static final double LEAKAGE = 180;
    /** Air, racks and walls nearest to them, J/K: with {@link #LEAKAGE} a time constant of an hour. */
    private static final double HEAT_CAPACITY = 648_000;
    /** Compressors wait before they start again. */
    private static final double RESTART_SECONDS = 60;

    private double celsius = SET_POINT;
    private double cooled = RESTART_SECONDS;
    private double coolingWatts;

    void step(double seconds, int units, double heatWatts) {
        cooled = units > 0 ? cooled + seconds : 0;
        coolingWatts = cooled >= RESTART_SECONDS ? Math.clamp(demandWatts(), 0, units * UNIT_WATTS) : 0;
        double gain = heatWatts + LEAKAGE * (OUTDOORS - celsius) - coolingWatts;
        celsius += gain * seconds / HEAT_CAPACITY;
    }

    /** What both units would be asked for, W. */
    double demandWatts() {
        return Math.clamp((celsius - SET_POINT + 1) / CONTROL_BAND, 0, 1) * 2 * UNIT_WATTS;
    }

    /** What the units take away now, W. */
    double coolingWatts() {
        return coolingWatts;
    }

    /** Where the temperature goes with this heat and this cooling, if nothing changes. */
    static double equilibrium(double heatWatts, double coolingWatts) {
        return OUTDOORS + (heatWatts - coolingWatts) / LEAKAGE;
    }

    /** In how many seconds it goes 63 % of the way there. */
    static double timeConstant() {
        return HEAT_CAPACITY / LEAKAGE;
    }

    /** In front of the racks. */
    double celsius() {
        return celsius;
    }

    double humidity() {
        return Math.clamp(52 - (celsius - SET_POINT) * 1.8, 20, 80);
    }
}
