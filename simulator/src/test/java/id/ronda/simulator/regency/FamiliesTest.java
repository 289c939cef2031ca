package id.ronda.simulator.regency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What the devices around the core say of the world, by the objects of their makers. */
class FamiliesTest {
    private static final long MORNING = Instant.parse("2026-11-17T03:00:00Z").toEpochMilli();
    private static final long NIGHT = Instant.parse("2026-11-17T18:00:00Z").toEpochMilli();
    private static final long MINUTE = 60_000;
    private static final String HOTSPOT = "1.3.6.1.4.1.14988.1.1.5.1.1.3.";
    private static final String LEASES = "1.3.6.1.4.1.14988.1.1.6.1.0";
    private static final String QUEUE_OUT = "1.3.6.1.4.1.14988.1.1.2.1.1.9.";

    private final World world = new World(1, 1, MORNING);

    @Test
    void theStripsInletIsTheSumOfItsOutlets() {
        AgentReadings strip = new AgentReadings(new RackAgents(world).raritanPdu());
        String outlet = "1.3.6.1.4.1.13742.6.5.4.3.1.4.1.";
        long sum = IntStream.rangeClosed(1, 12)
                .mapToLong(i -> strip.number(outlet + i + ".5", MORNING))
                .sum();
        assertThat(strip.number("1.3.6.1.4.1.13742.6.5.2.3.1.4.1.1.5", MORNING)).isCloseTo(sum, within(6L));
        AgentReadings other = new AgentReadings(new RackAgents(world).apcPdu());
        long watts = IntStream.rangeClosed(1, 4)
                .mapToLong(i -> other.number("1.3.6.1.4.1.318.1.1.26.9.4.3.1.7." + i, MORNING))
                .sum();
        assertThat(other.number("1.3.6.1.4.1.318.1.1.26.4.3.1.5.1", MORNING))
                .as("10 W")
                .isCloseTo(watts / 10, within(2L));
    }

    @Test
    void energyIsTheIntegralOfPower() {
        AgentReadings meter = new AgentReadings(new SiteAgents(world).buildingMeter());
        long before = meter.number("1.3.6.1.4.1.34278.5.1.0", MORNING);
        double watts = LongStream.rangeClosed(1, 60)
                .map(minute -> meter.number("1.3.6.1.4.1.34278.2.1.0", MORNING + minute * MINUTE))
                .average()
                .orElseThrow();
        long energy = meter.number("1.3.6.1.4.1.34278.5.1.0", MORNING + 60 * MINUTE) - before;
        assertThat(energy).as("0.1 kW·h in an hour").isCloseTo(Math.round(watts / 100), within(2L));
        assertThat(watts).isBetween(12_000.0, 18_000.0);
        long phases = IntStream.rangeClosed(12, 14)
                .mapToLong(phase -> meter.number("1.3.6.1.4.1.34278.1." + phase + ".0", MORNING + 60 * MINUTE))
                .sum();
        assertThat(meter.number("1.3.6.1.4.1.34278.2.1.0", MORNING + 60 * MINUTE))
                .isCloseTo(phases, within(3L));
    }

    @Test
    void powerOfTheSwitchIsWhatItsPortsDraw() {
        AgentReadings hall = new AgentReadings(new BuildingSwitches(world).huawei());
        long ports = IntStream.rangeClosed(1, 3)
                .mapToLong(i -> hall.number("1.3.6.1.4.1.2011.5.25.195.3.1.10." + i, MORNING))
                .sum();
        assertThat(hall.number("1.3.6.1.4.1.2011.5.25.195.2.1.5.0", MORNING)).isCloseTo(ports, within(3L));
        assertThat(hall.number("1.3.6.1.2.1.105.1.3.1.1.4.1", MORNING)).isCloseTo(ports / 1_000, within(1L));
        assertThat(ports).isLessThan(370_000);
    }

    @Test
    void opticsDriftByLittleAndNeverJump() {
        AgentReadings hall = new AgentReadings(new BuildingSwitches(world).huawei());
        String receive = "1.3.6.1.4.1.2011.5.25.31.1.1.3.1.8.67108967";
        long before = hall.number(receive, MORNING);
        for (int minute = 1; minute <= 240; minute++) {
            long now = hall.number(receive, MORNING + minute * MINUTE);
            assertThat(now).as("0.01 dBm").isBetween(-670L, -610L).isCloseTo(before, within(4L));
            before = now;
        }
    }

    @Test
    void peopleComeInTheMorningAndAreGoneAtNight() {
        AgentReadings hall = new AgentReadings(
                new NetworkAgents(world).officeRouter(world.links().get(50)));
        long morning = users(hall, MORNING);
        long leases = hall.number(LEASES, MORNING);
        assertThat(morning).isBetween(25L, 40L);
        assertThat(leases).isBetween(10L, 32L);
        assertThat(users(hall, NIGHT)).isBetween(1L, 5L);
        assertThat(hall.number(LEASES, NIGHT)).isLessThan(leases / 2);
    }

    private static long users(AgentReadings router, long at) {
        return IntStream.rangeClosed(1, 40)
                .filter(user -> router.shows(HOTSPOT + user, at))
                .count();
    }

    @Test
    void aQueueNeverGivesMoreThanItsLimit() {
        AgentReadings core = new AgentReadings(new NetworkAgents(world).coreRouter());
        for (OfficeLink link : world.links()) {
            String queue = QUEUE_OUT + link.office().number();
            long from = world.steppedMillis();
            long before = core.number(queue, from);
            long octets = core.number(queue, from + MINUTE) - before;
            assertThat(octets)
                    .as(link.office().name())
                    .isBetween(1L, 60 * 125_000L * link.office().megabits());
        }
    }

    @Test
    void aCutFibreTakesItsSubscribersAndNoOther() {
        AgentReadings gpon = new AgentReadings(new FibreAgents(world).gpon());
        AgentReadings epon = new AgentReadings(new FibreAgents(world).epon());
        String active = "1.3.6.1.4.1.3320.101.6.1.1.21.";
        String status = "1.3.6.1.2.1.2.2.1.8.";
        assertThat(epon.number(active + 20, MORNING)).isEqualTo(8);
        world.start(PowerCutTest.scenario("fibre-cut"), MORNING);
        long cut = MORNING + MINUTE;
        assertThat(epon.number(active + 20, cut)).isZero();
        assertThat(epon.number(active + 10, cut)).isEqualTo(7);
        assertThat(epon.number(status + 203, cut)).as("down").isEqualTo(2);
        assertThat(epon.number(status + 103, cut)).as("up").isEqualTo(1);
        LongPredicate lit = at -> gpon.number(status + (0x0fa0_0000 + 512), at) == 1;
        assertThat(lit.test(cut)).isFalse();
        assertThat(lit.test(MORNING + 11 * MINUTE)).isTrue();
    }

    @Test
    void waterAndAnOpenDoorAreSeenByEverySensorThatCouldKnow() {
        AgentReadings floor = new AgentReadings(new SiteAgents(world).floorSensors());
        AgentReadings unit = new AgentReadings(new SiteAgents(world).airConditioner());
        AgentReadings doors = new AgentReadings(new RackAgents(world).rackDoors());
        String water = "1.3.6.1.4.1.21796.3.3.1.1.5.1";
        String leak = "1.3.6.1.4.1.318.1.1.13.3.2.2.2.27.0";
        String lock = "1.3.6.1.4.1.318.1.1.20.1.4.1.0";
        assertThat(floor.number(water, MORNING)).isZero();
        world.start(PowerCutTest.scenario("water-leak"), MORNING);
        assertThat(floor.number(water, MORNING + MINUTE)).isEqualTo(1);
        assertThat(unit.number(leak, MORNING + MINUTE)).isEqualTo(2);
        assertThat(doors.number(lock, MORNING + MINUTE)).as("locked").isEqualTo(2);
        world.start(PowerCutTest.scenario("open-door"), MORNING + 2 * MINUTE);
        assertThat(doors.number(lock, MORNING + 3 * MINUTE)).as("unlocked").isEqualTo(1);
        assertThat(floor.number(water, MORNING + 3 * MINUTE)).isZero();
        assertThat(floor.number("1.3.6.1.4.1.21796.3.3.1.1.5.3", MORNING + 3 * MINUTE))
                .isEqualTo(1);
    }

    @Test
    void fansFollowTheHeatOfTheRoom() {
        BmcAgents boards = new BmcAgents(world);
        AgentReadings dell = new AgentReadings(boards.idrac(world.servers().get(3), "PowerEdge R430"));
        AgentReadings hpe = new AgentReadings(boards.ilo(world.servers().get(6), "ProLiant DL180 Gen9"));
        String dellFan = "1.3.6.1.4.1.674.10892.5.4.700.12.1.6.1.1";
        String dellInlet = "1.3.6.1.4.1.674.10892.5.4.700.20.1.6.1.1";
        String hpeFan = "1.3.6.1.4.1.232.6.2.6.7.1.12.0.1";
        long cool = dell.number(dellFan, NIGHT);
        long coolHpe = hpe.number(hpeFan, NIGHT);
        long inlet = dell.number(dellInlet, NIGHT);
        world.start(PowerCutTest.scenario("hot-room"), NIGHT);
        long hot = NIGHT + 19 * MINUTE;
        assertThat(dell.number(dellInlet, hot) - inlet).as("0.1 K").isBetween(30L, 90L);
        assertThat(dell.number(dellFan, hot)).as("1/min").isGreaterThan(cool + 1_000);
        assertThat(hpe.number(hpeFan, hot)).as("1/min").isGreaterThan(coolHpe + 800);
    }

    @Test
    void disksFillAndPaperGoes() {
        AgentReadings nas = new AgentReadings(new HostAgents(world).nas());
        AgentReadings printer = new AgentReadings(new OfficeAgents(world).generalPrinter());
        String free = "1.3.6.1.4.1.6574.3.1.1.4.0";
        String pages = "1.3.6.1.2.1.43.10.2.1.4.1.1";
        long freeBefore = nas.number(free, MORNING);
        long pagesBefore = printer.number(pages, MORNING);
        long hour = MORNING + 60 * MINUTE;
        assertThat(freeBefore - nas.number(free, hour)).as("octets").isBetween(5_000_000_000L, 7_300_000_000L);
        assertThat(printer.number(pages, hour) - pagesBefore).isBetween(50L, 900L);
        long night = Instant.parse("2026-11-17T16:00:00Z").toEpochMilli();
        long evening = nas.number(free, night);
        assertThat(evening - nas.number(free, night + 60 * MINUTE)).as("backup").isGreaterThan(100_000_000_000L);
    }
}
