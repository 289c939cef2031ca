package id.ronda.simulator.regency;

/** An uninterruptible power supply with its battery. */
final class Ups {
    private final double ratedWatts;
    private final double batteryWattHours;
    private double chargePercent = 100;
    private double loadWatts;
    private double secondsOnBattery;
    private boolean supplied = true;
    private int transfers;
    private double inputVolts = 230;

    Ups(double ratedWatts, double batteryWattHours) {
        this.ratedWatts = ratedWatts;
        this.batteryWattHours = batteryWattHours;
    }

    void step(double seconds, boolean hasInput, double volts, double watts) {
        loadWatts = watts;
        inputVolts = hasInput ? volts : 0;
        if (hasInput) {
            secondsOnBattery = 0;
            // Charging takes about five times as long as an hour's discharge at the rated load.
            chargePercent = Math.min(100, chargePercent + seconds * 100 / (5 * 3_600));
        } else {
            transfers += supplied ? 1 : 0;
            secondsOnBattery += seconds;
            chargePercent = Math.max(0, chargePercent - seconds * watts / 3_600 / batteryWattHours * 100);
        }
        supplied = hasInput;
    }

    boolean onBattery() {
        return !supplied;
    }

    /** Whether the load still gets power. */
    boolean delivers() {
        return supplied || chargePercent > 0;
    }

    double chargePercent() {
        return chargePercent;
    }

    double secondsOnBattery() {
        return secondsOnBattery;
    }

    /** How long the battery lasts at the present load. */
    double runtimeSeconds() {
        return chargePercent / 100 * batteryWattHours * 3_600 / Math.max(loadWatts, 1);
    }

    double loadWatts() {
        return delivers() ? loadWatts : 0;
    }

    double loadPercent() {
        return 100 * loadWatts() / ratedWatts;
    }

    /** What it draws from its input: the load, its own losses, and the charging. */
    double inputWatts() {
        return supplied ? loadWatts * 1.06 + (chargePercent < 100 ? batteryWattHours / 5 : 0) : 0;
    }

    double inputVolts() {
        return inputVolts;
    }

    double outputVolts() {
        return delivers() ? 230 : 0;
    }

    /** How often the mains went away. */
    int transfers() {
        return transfers;
    }

    double batteryVolts() {
        return onBattery() ? 44 + 5 * chargePercent / 100 : 54.4;
    }

    double batteryAmperes() {
        return onBattery() ? loadWatts / batteryVolts() : 0;
    }
}
