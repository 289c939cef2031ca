package id.ronda.simulator.regency;

/** The air of the data centre: kept cool while the cooling runs, warmed by the servers when it does not. */
final class Room {
    private static final double SET_POINT = 22.5;
    /** Compressors wait before they start again. */
    private static final double RESTART_SECONDS = 60;

    private double celsius = SET_POINT;
    private double cooled = RESTART_SECONDS;

    void step(double seconds, boolean coolingPowered, double heatWatts) {
        cooled = coolingPowered ? cooled + seconds : 0;
        if (cooled >= RESTART_SECONDS) {
            celsius += (SET_POINT - celsius) * Math.min(1, seconds / 300);
        } else {
            // About half a degree a minute for the heat of a small server room.
            celsius = Math.min(48, celsius + seconds * heatWatts / 4_000 * 0.5 / 60);
        }
    }

    /** In front of the racks. */
    double celsius() {
        return celsius;
    }

    double humidity() {
        return Math.clamp(52 - (celsius - SET_POINT) * 1.8, 20, 80);
    }
}
