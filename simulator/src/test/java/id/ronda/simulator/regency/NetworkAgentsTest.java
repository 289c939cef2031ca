package id.ronda.simulator.regency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NetworkAgentsTest {
    private static final long MORNING = Instant.parse("2026-11-17T03:00:00Z").toEpochMilli();
    private static final long NIGHT = Instant.parse("2026-11-17T18:00:00Z").toEpochMilli();
    private static final String IF = "1.3.6.1.2.1.2.2.1.";
    private static final String IFX = "1.3.6.1.2.1.31.1.1.1.";
    private static final String MIKROTIK = "1.3.6.1.4.1.14988.1.1.";
    private static final String FORTIGATE = "1.3.6.1.4.1.12356.101.4.";
    private static final String CISCO = "1.3.6.1.4.1.9.9.";

    private final World world = new World(1, 1, MORNING);
    private final NetworkAgents agents = new NetworkAgents(world);

    @Test
    void theCoreRouterHasAVlanForEachOffice() {
        AgentReadings core = new AgentReadings(agents.coreRouter());
        assertThat(core.name("1.3.6.1.2.1.1.2.0")).isEqualTo("1.3.6.1.4.1.14988.1");
        assertThat(core.number("1.3.6.1.2.1.2.1.0", MORNING)).isEqualTo(56);
        assertThat(core.rows(IF + "2")).isEqualTo(core.rows(IFX + "1")).isEqualTo(56);
        for (OfficeLink link : world.links()) {
            int row = 100 + link.office().number();
            assertThat(core.text(IFX + "18." + row, MORNING))
                    .isEqualTo(link.office().name());
            assertThat(core.number(IF + "5." + row, MORNING))
                    .isEqualTo(link.office().megabits() * 1_000_000L);
            assertThat(core.number(IFX + "15." + row, MORNING))
                    .isEqualTo(link.office().megabits());
            assertThat(core.number(IF + "3." + row, MORNING)).as("l2vlan").isEqualTo(135);
        }
    }

    @Test
    void theCoreRoutersHealthIsReadFromGauges() {
        AgentReadings core = new AgentReadings(agents.coreRouter());
        assertThat(core.text(MIKROTIK + "3.100.1.2.14", MORNING)).isEqualTo("cpu-temperature");
        assertThat(core.number(MIKROTIK + "3.100.1.3.14", MORNING)).isBetween(45L, 60L);
        assertThat(core.number(MIKROTIK + "3.100.1.4.14", MORNING))
                .as("celsius")
                .isEqualTo(1);
        assertThat(core.number(MIKROTIK + "3.100.1.4.17", MORNING)).as("rpm").isEqualTo(2);
        assertThat(core.number(MIKROTIK + "3.100.1.3.7102", MORNING))
                .as("power supply in order")
                .isZero();
        assertThat(core.text(MIKROTIK + "4.4.0", MORNING)).startsWith("7.");
        assertThat(core.rows("1.3.6.1.2.1.25.3.3.1.2")).isEqualTo(4);
    }

    @Test
    void lowAndHighHalvesOfACounterAgree() {
        AgentReadings core = new AgentReadings(agents.coreRouter());
        long wide = core.number(IFX + "6.1", MORNING + 60_000);
        assertThat(core.number(IF + "10.1", MORNING + 60_000)).isEqualTo(wide & 0xffff_ffffL);
        long packets = core.number(IFX + "7.1", MORNING + 60_000);
        assertThat((double) wide / packets).isCloseTo(680, within(1.0));
    }

    @Test
    void anOfficesRouterMirrorsItsVlan() {
        OfficeLink link = world.links().get(14);
        AgentReadings office = new AgentReadings(agents.officeRouter(link));
        AgentReadings core = new AgentReadings(agents.coreRouter());
        long later = MORNING + 90_000;
        assertThat(office.text("1.3.6.1.2.1.1.6.0", later)).isEqualTo("Dinas Kesehatan");
        assertThat(office.number(IFX + "6.1", later)).isEqualTo(core.number(IFX + "10.115", later));
        assertThat(office.number(IFX + "10.1", later)).isEqualTo(core.number(IFX + "6.115", later));
        assertThat(office.number(IFX + "15.1", later)).isEqualTo(15);
        assertThat(office.number(IF + "8.3", later)).as("an empty port is down").isEqualTo(2);
        assertThat(office.number(MIKROTIK + "3.8.0", later)).as("0.1 V").isBetween(230L, 245L);
        assertThat(office.number(MIKROTIK + "3.10.0", later)).as("0.1 Cel").isBetween(350L, 420L);
    }

    @Test
    void theFirewallCarriesOfficesAndServers() {
        AgentReadings firewall = new AgentReadings(agents.firewall());
        assertThat(firewall.name("1.3.6.1.2.1.1.2.0")).startsWith("1.3.6.1.4.1.12356.101.1.");
        long offices = 0;
        for (OfficeLink link : world.links()) {
            offices += (long) world.total(MORNING, link.down());
        }
        assertThat(firewall.number(IFX + "10.4", MORNING)).isCloseTo(offices, within(60L));
        assertThat(firewall.number(IFX + "6.1", MORNING))
                .isCloseTo(offices + firewall.number(IFX + "10.3", MORNING), within(60L));
        assertThat(firewall.number(FORTIGATE + "1.3.0", MORNING)).as("cpu %").isBetween(1L, 100L);
        assertThat(firewall.number(FORTIGATE + "1.4.0", MORNING)).as("memory %").isBetween(1L, 100L);
        long busy = new AgentReadings(new NetworkAgents(new World(1, 1, MORNING)).firewall())
                .number(FORTIGATE + "1.8.0", MORNING);
        long quiet = new AgentReadings(new NetworkAgents(new World(1, 1, NIGHT)).firewall())
                .number(FORTIGATE + "1.8.0", NIGHT);
        assertThat(busy).as("sessions").isGreaterThan(3 * quiet);
        assertThat(firewall.text(FORTIGATE + "3.2.1.3.1", MORNING))
                .as("sensors are text")
                .matches("\\d+");
    }

    @Test
    void theServersHangOnTheFirstSwitch() {
        AgentReadings first = new AgentReadings(agents.accessSwitch(1, 24));
        assertThat(first.rows(IF + "2")).isEqualTo(25);
        for (ServerLoad load : world.servers()) {
            int row = 10_100 + load.server().number();
            assertThat(first.text(IFX + "18." + row, MORNING))
                    .isEqualTo(load.server().service());
            assertThat(first.number(IF + "8." + row, MORNING)).isEqualTo(1);
        }
        assertThat(first.number(IF + "8.10124", MORNING)).isEqualTo(2);
    }

    @Test
    void aSwitchsUplinkIsTheSumOfItsPorts() {
        AgentReadings first = new AgentReadings(agents.accessSwitch(1, 24));
        long before = uplinkMinusPorts(first, MORNING);
        long after = uplinkMinusPorts(first, MORNING + 120_000);
        assertThat(after).isCloseTo(before, within(30L));
    }

    private static long uplinkMinusPorts(AgentReadings tree, long at) {
        long ports = IntStream.rangeClosed(1, 24)
                .mapToLong(port -> tree.number(IFX + "6." + (10_100 + port), at))
                .sum();
        return tree.number(IFX + "10.10125", at) - ports;
    }

    @Test
    void everyOfficeHasAPortOnOneOfTheOtherSwitches() {
        Set<String> aliases = new HashSet<>();
        for (int number : new int[] {2, 3}) {
            AgentReadings tree = new AgentReadings(agents.accessSwitch(number, 48));
            for (int port = 1; port <= 27; port++) {
                aliases.add(tree.text(IFX + "18." + (10_100 + port), MORNING));
            }
        }
        List<String> offices =
                world.links().stream().map(link -> link.office().name()).toList();
        assertThat(aliases).containsAll(offices);
    }

    @Test
    void aSwitchSpeaksCiscosMibs() {
        AgentReadings first = new AgentReadings(agents.accessSwitch(1, 24));
        assertThat(first.number(CISCO + "109.1.1.1.1.7.1", MORNING)).isBetween(1L, 100L);
        long used = first.number(CISCO + "48.1.1.1.5.1", MORNING);
        long free = first.number(CISCO + "48.1.1.1.6.1", MORNING);
        assertThat(used + free).isEqualTo(421_000_000L);
        assertThat(first.number(CISCO + "13.1.3.1.3.1008", MORNING)).as("Cel").isBetween(38L, 50L);
        assertThat(first.number(CISCO + "13.1.4.1.3.1014", MORNING))
                .as("fan normal")
                .isEqualTo(1);
    }

    @Test
    void everyPortHasItsOwnPhysicalAddress() {
        Set<String> addresses = new HashSet<>();
        AgentReadings core = new AgentReadings(agents.coreRouter());
        AgentReadings first = new AgentReadings(agents.accessSwitch(1, 24));
        world.links()
                .forEach(link -> addresses.add(
                        core.octets(IF + "6." + (100 + link.office().number()))));
        IntStream.rangeClosed(1, 24).forEach(port -> addresses.add(first.octets(IF + "6." + (10_100 + port))));
        assertThat(addresses).hasSize(54 + 24);
    }
}
