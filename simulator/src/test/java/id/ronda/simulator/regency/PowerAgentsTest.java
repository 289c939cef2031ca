package id.ronda.simulator.regency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.ronda.simulator.Scenario;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PowerAgentsTest {
    private static final long START = Instant.parse("2026-11-17T03:00:00Z").toEpochMilli();
    private static final long SECOND = 1_000;
    private static final String UPS = "1.3.6.1.2.1.33.1.";
    private static final String APC = "1.3.6.1.4.1.318.1.1.1.";
    private static final String ATS = "1.3.6.1.4.1.318.1.1.8.5.1.";
    private static final String COMAP = "1.3.6.1.4.1.28634.14.2.";

    private final World world = new World(1, 1, START);
    private final PowerAgents agents = new PowerAgents(world);
    private final AgentReadings upsA = new AgentReadings(agents.standardUps());
    private final AgentReadings upsB = new AgentReadings(agents.apcUps());
    private final AgentReadings ats = new AgentReadings(agents.transferSwitch());
    private final AgentReadings genset = new AgentReadings(agents.generator());

    @Test
    void onMainsEverythingIsNormal() {
        assertThat(upsA.number(UPS + "2.1.0", START)).as("batteryNormal").isEqualTo(2);
        assertThat(upsA.number(UPS + "2.2.0", START)).as("seconds on battery").isZero();
        assertThat(upsA.number(UPS + "2.4.0", START)).as("charge").isEqualTo(100);
        assertThat(upsA.number(UPS + "3.3.1.3.1", START)).as("input V").isBetween(220L, 235L);
        assertThat(upsA.number(UPS + "3.3.1.2.1", START)).as("input 0.1 Hz").isBetween(498L, 502L);
        assertThat(upsA.number(UPS + "4.1.0", START)).as("normal").isEqualTo(3);
        assertThat(upsA.number(UPS + "6.1.0", START)).as("alarms").isZero();
        assertThat(upsB.number(APC + "4.1.1.0", START)).as("onLine").isEqualTo(2);
        assertThat(ats.number(ATS + "2.0", START)).as("source A").isEqualTo(1);
        assertThat(ats.number(ATS + "3.0", START)).as("fully redundant").isEqualTo(2);
        assertThat(genset.number(COMAP + "9244.0", START)).as("ready").isEqualTo(1);
        assertThat(genset.number(COMAP + "9245.0", START)).as("mains oper").isEqualTo(3);
        assertThat(genset.number(COMAP + "9887.0", START)).as("AUTO").isEqualTo(2);
        assertThat(genset.number(COMAP + "10123.0", START)).as("rpm").isZero();
    }

    @Test
    void loadWattsAndPercentOfAUpsAgree() {
        long watts = upsA.number(UPS + "4.4.1.4.1", START);
        assertThat(upsA.number(UPS + "4.4.1.5.1", START)).isCloseTo(watts * 100 / 8_000, within(1L));
        assertThat(upsA.number(UPS + "4.4.1.3.1", START)).as("0.1 A").isCloseTo(watts * 10 / 230, within(2L));
        long apcWatts = upsB.number(APC + "4.2.8.0", START);
        assertThat(upsB.number(APC + "4.3.3.0", START)).as("0.1 %").isCloseTo(apcWatts * 1_000 / 2_700, within(2L));
        assertThat(upsB.number(APC + "4.2.3.0", START)).isCloseTo(apcWatts * 100 / 2_700, within(1L));
    }

    @Test
    void runtimesAreGivenInTheUnitsOfTheirMibs() {
        double seconds = world.read(START, at -> at.upsA().runtimeSeconds());
        assertThat(upsA.number(UPS + "2.3.0", START)).as("minutes").isEqualTo(Math.round(seconds / 60));
        double apcSeconds = world.read(START, at -> at.upsB().runtimeSeconds());
        assertThat(upsB.number(APC + "2.2.3.0", START)).as("TimeTicks").isEqualTo(Math.round(apcSeconds * 100));
    }

    @Test
    void withoutMainsTheUpsSayHowLongTheyHaveBeenOnBattery() {
        fail(START);
        for (int second = 1; second <= 15; second++) {
            long now = START + second * SECOND;
            assertThat(upsA.number(UPS + "2.2.0", now)).isCloseTo(second, within(1L));
            assertThat(upsB.number(APC + "2.1.2.0", now)).isCloseTo(second * 100L, within(100L));
        }
        long now = START + 15 * SECOND;
        assertThat(upsA.number(UPS + "3.3.1.3.1", now)).as("input V").isZero();
        assertThat(upsA.number(UPS + "4.4.1.2.1", now)).as("output V").isEqualTo(230);
        assertThat(upsA.number(UPS + "2.6.0", now)).as("battery 0.1 A").isPositive();
        assertThat(upsA.number(UPS + "6.1.0", now)).as("alarms").isEqualTo(1);
        assertThat(upsA.number(UPS + "3.1.0", now)).as("line bads").isEqualTo(1);
        assertThat(upsB.number(APC + "3.2.5.0", now)).as("blackout").isEqualTo(4);
        assertThat(upsB.number(APC + "2.2.1.0", now)).as("charge").isLessThanOrEqualTo(100);
        assertThat(ats.number(ATS + "12.0", now)).as("source A failed").isEqualTo(1);
        assertThat(ats.number(ATS + "13.0", now)).as("source B good").isEqualTo(2);
        assertThat(ats.number(ATS + "3.0", now)).as("redundancy lost").isEqualTo(1);
    }

    @Test
    void theGeneratorStartsStepByStep() {
        fail(START);
        assertThat(engineAt(4)).as("ready").isEqualTo(1);
        assertThat(engineAt(7)).as("prestart").isEqualTo(3);
        assertThat(engineAt(12)).as("cranking").isEqualTo(4);
        assertThat(genset.number(COMAP + "8213.0", START + 12 * SECOND))
                .as("battery dips")
                .isLessThan(120);
        assertThat(engineAt(15)).as("starting").isEqualTo(6);
        assertThat(engineAt(18)).as("running").isEqualTo(7);
        assertThat(engineAt(21)).as("loaded").isEqualTo(8);
        long now = START + 40 * SECOND;
        assertThat(genset.number(COMAP + "8192.0", now)).as("V").isBetween(225L, 232L);
        assertThat(genset.number(COMAP + "8195.0", now)).as("mains V").isZero();
        assertThat(genset.number(COMAP + "8210.0", now)).as("0.1 Hz").isBetween(495L, 500L);
        assertThat(genset.number(COMAP + "8202.0", now)).as("kW").isBetween(8L, 20L);
        assertThat(genset.number(COMAP + "8207.0", now)).as("starts").isEqualTo(188);
        assertThat(genset.number(COMAP + "10123.0", now)).as("rpm").isBetween(1_480L, 1_500L);
        assertThat(genset.number(COMAP + "8213.0", now)).as("charging 0.1 V").isGreaterThan(135);
    }

    @Test
    void theGeneratorCarriesWhatTheBuildingDraws() {
        fail(START);
        long now = START + 60 * SECOND;
        double ups = world.read(now, at -> at.upsA().inputWatts() + at.upsB().inputWatts());
        assertThat(world.read(now, at -> at.genset().kilowatts())).isCloseTo((ups + 9_000) / 1_000, within(0.2));
        long kilowatts = genset.number(COMAP + "8202.0", now);
        assertThat(genset.number(COMAP + "8198.0", now)).as("A").isCloseTo(kilowatts * 1_000 / 3 / 230, within(2L));
    }

    @Test
    void speedShortensTheOutageAndNothingElse() {
        World fast = new World(1, 10, START);
        fast.start(outage(), START);
        assertThat(fast.running(START + 59 * SECOND)).isEqualTo("pln-outage");
        assertThat(fast.running(START + 61 * SECOND)).isNull();
        World slow = new World(1, 1, START);
        long later = START + 61 * SECOND;
        assertThat(fast.total(later, fast.links().getFirst().down()))
                .isEqualTo(slow.total(later, slow.links().getFirst().down()));
    }

    private static Scenario outage() {
        return Scenarios.ALL.getFirst();
    }

    private void fail(long at) {
        assertThat(outage().name()).isEqualTo("pln-outage");
        world.start(outage(), at);
    }

    private long engineAt(int second) {
        return genset.number(COMAP + "9244.0", START + second * SECOND);
    }
}
