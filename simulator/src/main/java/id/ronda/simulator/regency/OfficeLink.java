package id.ronda.simulator.regency;

/** The link of an office: its share of the bandwidth, and what flows through it. */
final class OfficeLink {
    private static final double SECONDS_BEFORE = 20 * 86_400;

    private final SeedFacts.Office office;
    private final Meter down;
    private final Meter up;
    private final Meter dropped = new Meter(0);
    private boolean connected = true;
    private long changedAtMillis;

    OfficeLink(SeedFacts.Office office) {
        this.office = office;
        this.down = new Meter(octetsPerSecond() * 0.2 * SECONDS_BEFORE);
        this.up = new Meter(octetsPerSecond() * 0.05 * SECONDS_BEFORE);
    }

    SeedFacts.Office office() {
        return office;
    }

    /** Towards the office. */
    Meter down() {
        return down;
    }

    /** From the office. */
    Meter up() {
        return up;
    }

    /** Packets towards the office that its queue dropped, being near its limit. */
    Meter dropped() {
        return dropped;
    }

    boolean connected() {
        return connected;
    }

    /** When the link went up or down last; 0 for never. */
    long changedAtMillis() {
        return changedAtMillis;
    }

    void step(double seconds, long epochMillis, boolean cut, Noise noise) {
        if (connected == cut) {
            connected = !cut;
            changedAtMillis = epochMillis;
        }
        double use = 0.7 * DailyRhythm.at(epochMillis);
        double wobble = 1 + 0.3 * noise.at(epochMillis, office.number(), 60_000);
        double burst = 1 + 0.1 * noise.at(epochMillis, 100 + office.number(), 7_000);
        double rate = connected ? octetsPerSecond() * Math.min(0.95, use * wobble * burst + 0.01) : 0;
        down.step(seconds, rate);
        dropped.step(seconds, 40 * Math.max(0, rate / octetsPerSecond() - 0.75));
        up.step(seconds, rate * (0.22 + 0.05 * noise.at(epochMillis, 200 + office.number(), 90_000)));
    }

    private double octetsPerSecond() {
        return office.megabits() * 125_000.0;
    }
}
