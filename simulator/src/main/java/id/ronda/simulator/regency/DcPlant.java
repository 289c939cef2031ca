package id.ronda.simulator.regency;

/** The 48 V plant of a radio tower: rectifiers, a battery, and no generator. */
final class DcPlant {
    /** What one of the two rectifiers delivers at most, W. */
    static final double RECTIFIER_WATTS = 2_000;

    static final double BATTERY_AMPERE_HOURS = 100;
    private static final double FLOAT_VOLTS = 54;
    private static final double CHARGE_AMPERES = 10;

    private double ampereHours = BATTERY_AMPERE_HOURS;
    private double loadWatts;
    private double batteryAmperes;
    private boolean mains = true;
    private double mainsVolts = 228;
    private double batteryCelsius = 29;

    void step(double seconds, double volts, double watts) {
        mains = volts > 0;
        mainsVolts = volts;
        loadWatts = watts;
        batteryAmperes = mains ? chargeAmperes() : delivers() ? -loadWatts / busVolts() : 0;
        ampereHours = Math.clamp(ampereHours + batteryAmperes * seconds / 3_600, 0, BATTERY_AMPERE_HOURS);
        double target = 29 + Math.abs(batteryAmperes) * 0.25;
        batteryCelsius += (target - batteryCelsius) * Math.min(1, seconds / 1_800);
    }

    private double chargeAmperes() {
        return ampereHours < BATTERY_AMPERE_HOURS ? CHARGE_AMPERES : 0;
    }

    /** Whether the radios still get power. */
    boolean delivers() {
        return mains || ampereHours > 0;
    }

    boolean mains() {
        return mains;
    }

    double mainsVolts() {
        return mainsVolts;
    }

    /** The voltage of load and battery: it falls as the battery empties. */
    double busVolts() {
        return mains ? FLOAT_VOLTS : 43.2 + 7.8 * ampereHours / BATTERY_AMPERE_HOURS;
    }

    double loadAmperes() {
        return delivers() ? loadWatts / busVolts() : 0;
    }

    /** Positive while it charges. */
    double batteryAmperes() {
        return batteryAmperes;
    }

    double rectifierAmperes() {
        return mains ? loadAmperes() + batteryAmperes : 0;
    }

    double rectifierLoadPercent() {
        return 100 * rectifierAmperes() * busVolts() / (2 * RECTIFIER_WATTS);
    }

    double ampereHours() {
        return ampereHours;
    }

    /** How long the battery carries the present load; the mean voltage of what is left counts. */
    double runtimeSeconds() {
        double mean = 43.2 + 3.9 * ampereHours / BATTERY_AMPERE_HOURS;
        return ampereHours * mean * 3_600 / Math.max(loadWatts, 1);
    }

    double batteryCelsius() {
        return batteryCelsius;
    }
}
