package id.ronda.simulator.regency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.ronda.simulator.Scenario;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** A power cut of ten minutes in virtual time: every second of it is read, and must add up. */
class PowerCutTest {
    private static final long START = Instant.parse("2026-11-17T03:00:00Z").toEpochMilli();
    private static final int OUTAGE = 600;

    private final World world = new World(1, 1, START);

    @Test
    void runTimeFallsWithEverySecondOnBatteryAndChargeReturns() {
        world.start(scenario("pln-outage"), START);
        List<Double> runtime = everySecond(OUTAGE - 1, at -> at.upsC().runtimeSeconds());
        List<Double> charge = everySecond(OUTAGE - 1, at -> at.upsC().chargePercent());

        assertThat(runtime.getFirst()).as("800 Wh at 1.2 kW, s").isBetween(2_200.0, 2_600.0);
        assertThat(runtime.getFirst() - runtime.getLast())
                .as("s in ten minutes")
                .isCloseTo(OUTAGE, within(60.0));
        assertThat(steps(runtime)).as("s each second").allMatch(step -> step < -0.8 && step > -1.2);
        assertThat(steps(charge)).allMatch(step -> step < 0);
        double wattHours = everySecond(OUTAGE - 1, at -> at.upsC().loadWatts()).stream()
                        .mapToDouble(Double::doubleValue)
                        .sum()
                / 3_600;
        assertThat(charge.getLast()).as("% by the integral of the load").isCloseTo(100 - wattHours / 8, within(0.3));
        assertThat(world.read(START + 900_000, at -> at.upsC().chargePercent()))
                .as("% after five minutes of mains")
                .isGreaterThan(charge.getLast());
    }

    @Test
    void runTimeFallsWithLoad() {
        Ups light = new Ups(2_700, 800);
        Ups heavy = new Ups(2_700, 800);
        light.step(1, true, 230, 600);
        heavy.step(1, true, 230, 1_200);
        assertThat(light.runtimeSeconds()).isCloseTo(4_800, within(0.1));
        assertThat(heavy.runtimeSeconds()).isCloseTo(2_400, within(0.1));
    }

    @Test
    void fuelBurnsByTheKilowattHoursAndTheHoursItTurns() {
        double before = world.read(START, at -> at.genset().burntLitres());
        double level = world.read(START, at -> at.genset().fuelPercent());
        world.start(scenario("pln-outage"), START);
        List<Double> kilowatts = everySecond(OUTAGE, at -> at.genset().kilowatts());
        List<Double> turning = everySecond(OUTAGE, at -> at.genset().turning() ? 1 : 0);
        long end = START + OUTAGE * 1_000L;
        double burnt = world.read(end, at -> at.genset().burntLitres()) - before;

        double kilowattHours = sum(kilowatts) / 3_600;
        assertThat(kilowattHours).as("kW·h").isBetween(1.8, 2.6);
        assertThat(burnt).as("L").isCloseTo(2.2 * sum(turning) / 3_600 + 0.27 * kilowattHours, within(0.005));
        assertThat(burnt).as("L").isBetween(0.8, 1.1);
        assertThat(level - world.read(end, at -> at.genset().fuelPercent()))
                .as("% of 60 L")
                .isCloseTo(burnt / 0.6, within(0.01));
    }

    @Test
    void onTheGeneratorOneAirConditionerIsTooLittle() {
        double before = world.read(START + 1_000, at -> at.room().celsius());
        world.start(scenario("pln-outage"), START);
        double warm = world.read(START + OUTAGE * 1_000L, at -> at.room().celsius());
        assertThat(warm - before).as("K in ten minutes").isBetween(0.8, 2.5);
        assertThat(world.read(START + 300_000, at -> at.room().coolingWatts())).isLessThanOrEqualTo(Room.UNIT_WATTS);
    }

    @Property(tries = 30)
    void withoutCoolingTheRoomNearsItsEquilibriumExponentially(@ForAll @IntRange(min = 1_000, max = 5_000) int heat) {
        Room room = new Room();
        room.step(1, 0, heat);
        double equilibrium = Room.equilibrium(heat, 0);
        double distance = equilibrium - room.celsius();
        for (int second = 0; second < (int) Room.timeConstant(); second++) {
            room.step(1, 0, heat);
        }
        assertThat(equilibrium - room.celsius())
                .as("K left of %s", distance)
                .isCloseTo(distance / Math.E, within(0.02));
    }

    @Test
    void theRoomComesBackWhenItIsCooledAgain() {
        Room room = new Room();
        run(room, 1_200, 0);
        assertThat(room.celsius()).as("after twenty minutes without").isBetween(28.5, 31.0);
        run(room, 30, 2);
        double restarting = room.celsius();
        run(room, 2_400, 2);
        assertThat(room.celsius())
                .as("after forty with both")
                .isLessThan(restarting - 5)
                .isBetween(22.0, 24.0);
        run(room, 7_200, 1);
        assertThat(room.celsius())
                .as("one of two settles here")
                .isCloseTo(Room.equilibrium(3_000, Room.UNIT_WATTS), within(1.0));
    }

    @Test
    void theTowersBatteryFallsAsLongAsItSaysAndIsChargedAgain() {
        DcPlant tower = new DcPlant();
        tower.step(1, 228, 620);
        assertThat(tower.rectifierAmperes()).as("A at 54 V").isCloseTo(620 / 54.0, within(0.01));
        double promised = tower.runtimeSeconds();
        int seconds = 0;
        double volts = tower.busVolts();
        while (tower.delivers() && seconds < 100_000) {
            tower.step(1, 0, 620);
            assertThat(tower.busVolts()).isLessThanOrEqualTo(volts);
            volts = tower.busVolts();
            seconds++;
        }
        assertThat(promised).as("100 A·h of 47 V at 620 W, s").isCloseTo(27_350, within(100.0));
        assertThat((double) seconds).isCloseTo(promised, within(promised * 0.01));
        tower.step(3_600, 228, 620);
        assertThat(tower.ampereHours()).as("an hour of 10 A").isCloseTo(10, within(0.1));
    }

    @Test
    void outletsSumToTheRackAndTheRackToItsUps() {
        long later = START + 30_000;
        for (boolean first : new boolean[] {true, false}) {
            ToDoubleFunction<World> outlets = at -> rack(at, first).outlets().stream()
                    .mapToDouble(Rack.Outlet::watts)
                    .sum();
            double rack = world.read(later, at -> rack(at, first).watts());
            assertThat(world.read(later, outlets)).isCloseTo(rack, within(0.001));
            assertThat(world.read(
                            later,
                            at -> first ? at.upsA().loadWatts() : at.upsB().loadWatts()))
                    .isCloseTo(rack, within(0.001));
        }
    }

    private static Rack rack(World at, boolean first) {
        return first ? at.rackA() : at.rackB();
    }

    private static void run(Room room, int seconds, int units) {
        for (int second = 0; second < seconds; second++) {
            room.step(1, units, 3_000);
        }
    }

    private List<Double> everySecond(int seconds, ToDoubleFunction<World> what) {
        World again = new World(1, 1, START);
        again.start(scenario("pln-outage"), START);
        List<Double> values = new ArrayList<>();
        for (int second = 1; second <= seconds; second++) {
            values.add(again.read(START + second * 1_000L, what));
        }
        return values;
    }

    private static List<Double> steps(List<Double> values) {
        List<Double> steps = new ArrayList<>();
        for (int i = 1; i < values.size(); i++) {
            steps.add(values.get(i) - values.get(i - 1));
        }
        return steps;
    }

    private static double sum(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sum();
    }

    static Scenario scenario(String name) {
        return Scenarios.ALL.stream()
                .filter(scenario -> scenario.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
