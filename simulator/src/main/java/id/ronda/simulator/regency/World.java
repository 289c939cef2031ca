package id.ronda.simulator.regency;

import id.ronda.simulator.Scenario;
import id.ronda.simulator.Scenario.Conditions;
import id.ronda.simulator.Scenario.Trouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
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

    /** Air conditioning that the generator carries: one unit of the server room, and the offices nearest to it. */
    private static final double COOLING_WATTS = 6_500;

    private static final double SECOND_UNIT_WATTS = 1_400;
    private static final double TOWER_WATTS = 620;
    private static final double OTHER_WATTS = 2_500;

    private final Noise noise;
    private final double speed;
    private final List<OfficeLink> links;
    private final List<ServerLoad> servers;
    private final Ups upsA = new Ups(8_000, 900);
    private final Ups upsB = new Ups(2_700, 500);
    private final Genset genset = new Genset();
    private final Ups upsC = new Ups(2_700, 800);
    private final DcPlant tower = new DcPlant();
    private final Room room = new Room();
    private final Rack rackA;
    private final Rack rackB;
    private final Crowd hall = new Crowd(420, 140);
    private final Crowd district = new Crowd(421, 24);
    private final Meter cameras = new Meter(0);
    private final Archive archive = new Archive();
    private final List<PrintQueue> printers = List.of(new PrintQueue(430, 48_120), new PrintQueue(431, 112_750));
    private double buildingWattHours = 81_400_000;
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
        this.rackA = new Rack(outletsA(servers.subList(0, 7)));
        this.rackB = new Rack(outlets(servers.subList(7, servers.size())));
        this.startMillis = nowMillis;
        this.steppedMillis = nowMillis;
        step(0);
    }

    private static List<Rack.Outlet> outletsA(List<ServerLoad> servers) {
        List<Rack.Outlet> outlets = new ArrayList<>(List.of(
                new Rack.Outlet("Router inti", () -> 180),
                new Rack.Outlet("Firewall", () -> 90),
                new Rack.Outlet("Sakelar", () -> 330),
                new Rack.Outlet("NAS", () -> 120),
                new Rack.Outlet("Hypervisor", () -> 180)));
        outlets.addAll(outlets(servers));
        return outlets;
    }

    private static List<Rack.Outlet> outlets(List<ServerLoad> servers) {
        return servers.stream()
                .map(load -> new Rack.Outlet(load.server().service(), load::watts))
                .toList();
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

    /** Whether something holds as of this moment. */
    synchronized boolean holds(long epochMillis, Predicate<World> what) {
        advance(epochMillis);
        return what.test(this);
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
        hall.step(seconds, steppedMillis, noise);
        district.step(seconds, steppedMillis, noise);
        cameras.step(seconds, 500_000 * (1 + 0.15 * noise.at(steppedMillis, 440, 8_000)));
        archive.step(seconds, steppedMillis);
        printers.forEach(printer -> printer.step(seconds, steppedMillis, noise));
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
        upsA.step(seconds, powered, volts, rackA.demandWatts());
        upsB.step(seconds, powered, volts, rackB.demandWatts());
        upsC.step(seconds, conditions.mains(), mainsVolts(), 320 + 900 * rhythm());
        tower.step(seconds, mainsVolts(), TOWER_WATTS);
        rackA.step(seconds, upsA.delivers());
        rackB.step(seconds, upsB.delivers());
        room.step(seconds, coolingUnits(), upsA.loadWatts() + upsB.loadWatts());
        buildingWattHours += incomingWatts() * seconds / 3_600;
    }

    /** The generator carries one of the two air conditioners. */
    private int coolingUnits() {
        if (!conditions.cooling() || !powered()) {
            return 0;
        }
        return conditions.mains() ? 2 : 1;
    }

    private double buildingWatts() {
        return upsA.inputWatts() + upsB.inputWatts() + COOLING_WATTS + OTHER_WATTS;
    }

    /** What comes into the building from the utility or the generator. */
    double incomingWatts() {
        return powered() ? buildingWatts() + (conditions.mains() ? SECOND_UNIT_WATTS : 0) : 0;
    }

    double buildingWattHours() {
        return buildingWattHours;
    }

    /** The voltage of the building, whoever makes it. */
    double buildingVolts() {
        return genset.loaded() ? genset.volts() : mainsVolts();
    }

    double buildingHertz() {
        return genset.loaded() ? genset.hertz() : mainsHertz();
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

    /** Slow drift, between -1 and 1, in the course of an hour. */
    double drift(int channel) {
        return noise.at(steppedMillis, 900 + channel, 1_800_000);
    }

    /** The level of an optical receiver: it ages by half a decibel a year and drifts by a quarter. */
    double optic(int channel, double dBm) {
        return dBm - 0.5 * elapsedMillis() / (365 * 86_400_000.0) + 0.25 * drift(channel);
    }

    boolean has(Trouble trouble) {
        return conditions.has(trouble);
    }

    double rhythm() {
        return DailyRhythm.at(steppedMillis);
    }

    /** Somebody comes in for the morning round, or left it open. */
    boolean doorOpen() {
        if (conditions.has(Trouble.DOOR)) {
            return true;
        }
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

    /** The UPS of an office in town, which no generator carries. */
    Ups upsC() {
        return upsC;
    }

    DcPlant tower() {
        return tower;
    }

    /** What UPS A supplies. */
    Rack rackA() {
        return rackA;
    }

    /** What UPS B supplies. */
    Rack rackB() {
        return rackB;
    }

    /** The visitors of the assembly hall. */
    Crowd hall() {
        return hall;
    }

    /** The office of a district that is reached by radio. */
    Crowd district() {
        return district;
    }

    /** What one camera sends, from its start on. */
    Meter cameras() {
        return cameras;
    }

    Archive archive() {
        return archive;
    }

    List<PrintQueue> printers() {
        return printers;
    }

    Genset genset() {
        return genset;
    }

    Room room() {
        return room;
    }

    long steppedMillis() {
        return steppedMillis;
    }

    long elapsedMillis() {
        return steppedMillis - startMillis;
    }
}
