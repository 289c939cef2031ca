package id.ronda.simulator.regency;

/** People with telephones and laptops in one place: how many are connected, and the traffic they make. */
final class Crowd {
    private static final double SECONDS_BEFORE = 20 * 86_400;
    /** Octets a second of one of them. */
    private static final double DOWN = 25_000;

    private final int channel;
    private final int most;
    private final Meter down;
    private final Meter up;
    private double people;

    /**
     * @param channel of the noise
     * @param most how many there are at the busiest time
     */
    Crowd(int channel, int most) {
        this.channel = channel;
        this.most = most;
        this.down = new Meter(most * DOWN * 0.2 * SECONDS_BEFORE);
        this.up = new Meter(most * DOWN * 0.03 * SECONDS_BEFORE);
    }

    void step(double seconds, long epochMillis, Noise noise) {
        double wobble = 1 + 0.12 * noise.at(epochMillis, channel, 120_000);
        people = Math.clamp(most * DailyRhythm.at(epochMillis) * wobble, 0, most);
        down.step(seconds, DOWN * people);
        up.step(seconds, 0.15 * DOWN * people);
    }

    int people() {
        return (int) Math.round(people);
    }

    int most() {
        return most;
    }

    /** Towards the people. */
    Meter down() {
        return down;
    }

    Meter up() {
        return up;
    }
}
