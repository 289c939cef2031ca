package id.ronda.simulator.regency;

import id.ronda.simulator.Scenario;
import id.ronda.simulator.Scenario.Conditions;
import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is true in the regency, advanced in half seconds up to the moment it is asked about: traffic and
 * counters in real time, power and rooms by the speed factor. Guarded by its own lock.
 */
public final class World {
    private static final long STEP_MILLIS = 500;
    /** A clock that jumped is followed in at most so many steps. */
    private static final long MOST_STEPS = 7_200;

    private static final double NETWORK_WATTS = 900;
    private static final double COOLING_WATTS = 6_500;
    private static final double OTHER_WATTS = 2_500;

    private final Noise noise;
    private final double speed;
    private final List<OfficeLink> links;
    private final List<ServerLoad> servers;
    private final Ups upsA = new Ups(8_000, 900);
    private final Ups upsB = new Ups(2_700, 500);
    private final Genset genset = new Genset();
    private final Room room = new Room();
    private final long startMillis;
    private long steppedMillis;
    private Conditions conditions = Conditions.NORMAL;
    private @Nullable Scenario scenario;
    private long scenarioStart;

    /** A world that begins now. */
    public World(long seed, double speed, long nowMillis) {
        this.noise = new Noise(seed);
        this.speed = speed;
        this.links = SeedFacts.offices().stream().map(OfficeLink::new).toList();
        this.servers = SeedFacts.servers().stream().map(ServerLoad::new).toList();
        this.startMillis = nowMillis;
        this.steppedMillis = nowMillis;
        step(0);
    }

    /** Starts a scenario; one that is running ends. */
    public synchronized void start(Scenario next, long nowMillis) {
        advance(nowMillis);
        scenario = next;
        scenarioStart = steppedMillis;
    }

    /** The name of the running scenario, or null. */
    public synchronized @Nullable String running(long nowMillis) {
        advance(nowMillis);
        return scenario == null ? null : scenario.name();
    }

    /** Reads something as of this moment. */
    synchronized double read(long epochMillis, ToDoubleFunction<World> what) {
        advance(epochMillis);
        return what.applyAsDouble(this);
    }

    /** Reads a meter as of this moment. */
    synchronized double total(long epochMillis, Meter meter) {
        advance(epochMillis);
        return meter.total(Math.max(0, epochMillis - steppedMillis) / 1_000.0);
    }

    private void advance(long epochMillis) {
        long behind = epochMillis - steppedMillis;
        long step = Math.max(STEP_MILLIS, behind / MOST_STEPS);
        while (epochMillis - steppedMillis >= step) {
            steppedMillis += step;
            step(step / 1_000.0);
        }
    }

    private void step(double seconds) {
        conditions = conditionsNow();
        links.forEach(link -> link.step(
                seconds,
                steppedMillis,
                conditions.cutLinks().contains(link.office().number()),
                noise));
        servers.forEach(server -> server.step(seconds, steppedMillis, noise));
        // Power follows in steps of at most a second, whatever the speed.
        double left = seconds * speed;
        do {
            double part = Math.min(1, left);
            power(part);
            left -= part;
        } while (left > 0);
    }

    private Conditions conditionsNow() {
        Scenario running = scenario;
        if (running == null) {
            return Conditions.NORMAL;
        }
        Duration elapsed = Duration.ofMillis(Math.round((steppedMillis - scenarioStart) * speed));
        if (elapsed.compareTo(running.length()) >= 0) {
            scenario = null;
            return Conditions.NORMAL;
        }
        return running.at(elapsed);
    }

    private void power(double seconds) {
        genset.step(seconds, conditions.mains(), buildingWatts());
        boolean powered = powered();
        double volts = genset.loaded() ? genset.volts() : mainsVolts();
        upsA.step(seconds, powered, volts, wattsA());
        upsB.step(seconds, powered, volts, wattsB());
        room.step(seconds, powered && conditions.cooling(), upsA.loadWatts() + upsB.loadWatts());
    }

    private double wattsA() {
        return NETWORK_WATTS
                + servers.subList(0, 7).stream().mapToDouble(ServerLoad::watts).sum();
    }

    private double wattsB() {
        return servers.subList(7, servers.size()).stream()
                .mapToDouble(ServerLoad::watts)
                .sum();
    }

    private double buildingWatts() {
        return upsA.inputWatts() + upsB.inputWatts() + COOLING_WATTS + OTHER_WATTS;
    }

    /** Whether the building has power, from the utility or the generator. */
    boolean powered() {
        return conditions.mains() || genset.loaded();
    }

    boolean mains() {
        return conditions.mains();
    }

    double mainsVolts() {
        return conditions.mains() ? 228 + 3 * noise.at(steppedMillis, 400, 15_000) : 0;
    }

    double mainsHertz() {
        return conditions.mains() ? 50 + 0.08 * noise.at(steppedMillis, 401, 9_000) : 0;
    }

    /** Noise of a sensor, between -1 and 1. */
    double flicker(int sensor) {
        return noise.at(steppedMillis, 500 + sensor, 30_000);
    }

    double rhythm() {
        return DailyRhythm.at(steppedMillis);
    }

    /** Somebody comes in for the morning round. */
    boolean doorOpen() {
        int minute = DailyRhythm.minuteOfDay(steppedMillis);
        return minute >= 490 && minute < 493;
    }

    List<OfficeLink> links() {
        return links;
    }

    List<ServerLoad> servers() {
        return servers;
    }

    Ups upsA() {
        return upsA;
    }

    Ups upsB() {
        return upsB;
    }

    Genset genset() {
        return genset;
    }

    Room room() {
        return room;
    }

    long elapsedMillis() {
        return steppedMillis - startMillis;
    }
}
