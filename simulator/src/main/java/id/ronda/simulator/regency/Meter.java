package id.ronda.simulator.regency;

/** Something that flows and is counted, such as octets: linear between two steps of the world. */
final class Meter {
    private double total;
    private double rate;

    Meter(double total) {
        this.total = total;
    }

    /** Lets the present rate go on for so many seconds, then changes it. */
    void step(double seconds, double newRate) {
        total += rate * seconds;
        rate = newRate;
    }

    double rate() {
        return rate;
    }

    /** The total so many seconds after the last step. */
    double total(double secondsSinceStep) {
        return total + rate * secondsSinceStep;
    }
}
