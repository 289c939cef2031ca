package id.ronda.simulator.regency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.ronda.simulator.Moment;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoomAndServersTest {
    private static final long START = Instant.parse("2026-11-17T01:00:00Z").toEpochMilli();
    private static final long MINUTE = 60_000;
    private static final String AKCP = "1.3.6.1.4.1.3854.3.5.";
    private static final String UCD = "1.3.6.1.4.1.2021.";
    private static final String STORAGE = "1.3.6.1.2.1.25.2.3.1.";

    private final World world = new World(1, 1, START);
    private final AgentReadings room = new AgentReadings(RoomAgent.tree(world));

    @Test
    void theRoomIsCoolInFrontAndWarmBehindTheRacks() {
        assertThat(room.number(AKCP + "2.1.20.0.0.0.0", START)).as("0.1 Cel").isBetween(220L, 230L);
        assertThat(room.number(AKCP + "2.1.20.0.0.1.0", START)).isBetween(328L, 342L);
        assertThat(room.number(AKCP + "2.1.4.0.0.0.0", START)).as("Cel").isBetween(22L, 23L);
        assertThat(room.number(AKCP + "2.1.6.0.0.0.0", START)).as("normal").isEqualTo(2);
        assertThat(room.number(AKCP + "2.1.6.0.0.1.0", START)).as("normal, too").isEqualTo(2);
        assertThat(room.number(AKCP + "3.1.4.0.0.2.0", START)).as("%").isBetween(48L, 56L);
    }

    @Test
    void theDoorOpensForTheMorningRound() {
        long open = IntStream.range(0, 60)
                .filter(minute -> room.number(AKCP + "4.1.6.0.0.3.0", START + minute * MINUTE) == 4)
                .count();
        assertThat(open).as("minutes between 08:00 and 09:00").isBetween(2L, 4L);
        assertThat(room.number(AKCP + "4.1.6.0.0.3.0", START + 120 * MINUTE)).isEqualTo(2);
    }

    @Test
    void withoutCoolingTheRoomWarmsAndDries() {
        world.start(Scenarios.ALL.getLast(), START);
        long before = room.number(AKCP + "2.1.20.0.0.0.0", START);
        long humid = room.number(AKCP + "3.1.20.0.0.2.0", START);
        long after = room.number(AKCP + "2.1.20.0.0.0.0", START + 10 * MINUTE);
        assertThat(after - before).as("0.1 K in ten minutes").isBetween(20L, 100L);
        assertThat(room.number(AKCP + "3.1.20.0.0.2.0", START + 10 * MINUTE)).isLessThan(humid);
    }

    @Test
    void aServersProcessorTimeAddsUp() {
        ServerLoad load = world.servers().getFirst();
        AgentReadings server = new AgentReadings(ServerAgent.tree(world, load, "server-01"));
        long idleBefore = server.number(UCD + "11.53.0", START);
        long busyBefore = busyTicks(server, START);
        long idle = server.number(UCD + "11.53.0", START + 10 * MINUTE) - idleBefore;
        long busy = busyTicks(server, START + 10 * MINUTE) - busyBefore;
        assertThat(idle + busy).as("ticks in ten minutes").isCloseTo(60_000L, within(100L));
        long percent = server.number("1.3.6.1.2.1.25.3.3.1.2.196608", START + 10 * MINUTE);
        assertThat(100 * busy / (idle + busy)).isCloseTo(percent, within(25L));
    }

    @Test
    void aServersMemoryAndDiskAreThoseOfItsSheet() {
        for (ServerLoad load : world.servers()) {
            AgentReadings server = new AgentReadings(ServerAgent.tree(world, load, "server"));
            long memory = server.number(STORAGE + "5.1", START) * server.number(STORAGE + "4.1", START);
            assertThat(memory).isEqualTo(load.server().memoryGigabytes() * 1_073_741_824L);
            assertThat(server.number(UCD + "4.5.0", START) * 1_024).isEqualTo(memory);
            long disk = server.number(STORAGE + "5.31", START) * server.number(STORAGE + "4.31", START);
            assertThat(disk).isEqualTo(load.server().diskGigabytes() * 1_073_741_824L);
            assertThat(server.number(STORAGE + "6.31", START)).isBetween(1L, server.number(STORAGE + "5.31", START));
            assertThat(server.number(UCD + "4.6.0", START)).isBetween(1L, server.number(UCD + "4.5.0", START));
        }
    }

    @Test
    void loadAveragesAreTextAndNumber() {
        AgentReadings server =
                new AgentReadings(ServerAgent.tree(world, world.servers().get(2), "server-03"));
        double text = Double.parseDouble(server.text(UCD + "10.1.3.1", START));
        assertThat(server.number(UCD + "10.1.5.1", START) / 100.0).isCloseTo(text, within(0.011));
        assertThat(server.text(UCD + "10.1.2.3", START)).isEqualTo("Load-15");
    }

    @Test
    void aRebootSetsOnlyTheCountersOfOneViewBack() {
        List<Meter> meters = List.of(world.links().getFirst().down());
        MeterReading one = new MeterReading(world, meters, 1);
        MeterReading other = new MeterReading(world, meters, 1);
        long before = one.applyAsLong(new Moment(0, START, 0));
        assertThat(before).isPositive().isEqualTo(other.applyAsLong(new Moment(0, START, 0)));
        assertThat(one.applyAsLong(new Moment(0, START + 5_000, 1))).isZero();
        assertThat(one.applyAsLong(new Moment(0, START + 10_000, 1)))
                .isPositive()
                .isLessThan(before);
        assertThat(other.applyAsLong(new Moment(0, START + 10_000, 0))).isGreaterThan(before);
    }

    @Test
    void theFactsAreThoseOfTheRegencyAndNameNoHost() {
        List<SeedFacts.Office> offices = SeedFacts.offices();
        List<SeedFacts.Server> servers = SeedFacts.servers();
        assertThat(offices).hasSize(54).extracting(SeedFacts.Office::name).doesNotHaveDuplicates();
        assertThat(offices).allMatch(office -> office.megabits() >= 8 && office.megabits() <= 80);
        assertThat(offices.getFirst()).isEqualTo(new SeedFacts.Office(1, "Ruang Rapat Bupati", 80));
        assertThat(servers).hasSize(11).extracting(SeedFacts.Server::service).doesNotHaveDuplicates();
        assertThat(servers).allMatch(server -> server.memoryGigabytes() > 0 && server.diskGigabytes() > 0);
        assertThat(offices)
                .noneMatch(office ->
                        office.name().contains(".go.id") || office.name().contains("://"));
        assertThat(servers).noneMatch(server -> server.service().contains(".go.id"));
    }

    private static long busyTicks(AgentReadings server, long at) {
        return server.number(UCD + "11.50.0", at)
                + server.number(UCD + "11.52.0", at)
                + server.number(UCD + "11.54.0", at);
    }
}
