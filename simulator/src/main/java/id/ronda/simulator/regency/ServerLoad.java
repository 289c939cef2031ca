package id.ronda.simulator.regency;

/** What a server does: the share of its processor, the power it draws, the traffic it makes. */
final class ServerLoad {
    private static final double SECONDS_BEFORE = 60 * 86_400;

    private final SeedFacts.Server server;
    private final Meter in = new Meter(20_000 * SECONDS_BEFORE);
    private final Meter out = new Meter(80_000 * SECONDS_BEFORE);
    private final Meter busyTicks = new Meter(9 * SECONDS_BEFORE);
    private final Meter idleTicks = new Meter(91 * SECONDS_BEFORE);
    private final Meter wattSeconds = new Meter(180 * SECONDS_BEFORE);
    private double cpu;

    ServerLoad(SeedFacts.Server server) {
        this.server = server;
    }

    void step(double seconds, long epochMillis, Noise noise) {
        double wobble = 1 + 0.4 * noise.at(epochMillis, 300 + server.number(), 20_000);
        cpu = Math.clamp(0.03 + 0.5 * DailyRhythm.at(epochMillis) * wobble, 0.01, 1);
        in.step(seconds, 250_000 * cpu);
        out.step(seconds, 1_400_000 * cpu);
        busyTicks.step(seconds, 100 * cpu);
        idleTicks.step(seconds, 100 * (1 - cpu));
        wattSeconds.step(seconds, watts());
    }

    SeedFacts.Server server() {
        return server;
    }

    /** From 0 to 1. */
    double cpu() {
        return cpu;
    }

    double watts() {
        return 110 + 170 * cpu;
    }

    /** The energy it used. */
    Meter wattSeconds() {
        return wattSeconds;
    }

    Meter in() {
        return in;
    }

    Meter out() {
        return out;
    }

    Meter busyTicks() {
        return busyTicks;
    }

    Meter idleTicks() {
        return idleTicks;
    }
}
