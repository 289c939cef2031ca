package id.ronda.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.snmp4j.Target;
import org.snmp4j.smi.UdpAddress;

class VirtualRegencyTest {
    private static final String HC_IN = "1.3.6.1.2.1.31.1.1.1.6.";
    private static final String HC_OUT = "1.3.6.1.2.1.31.1.1.1.10.";
    private static final String OPER_STATUS = "1.3.6.1.2.1.2.2.1.8.";
    private static final String UPS_SECONDS = "1.3.6.1.2.1.33.1.2.2.0";
    private static final String UPS_CHARGE = "1.3.6.1.2.1.33.1.2.4.0";
    private static final String UPS_SOURCE = "1.3.6.1.2.1.33.1.4.1.0";
    private static final String APC_STATUS = "1.3.6.1.4.1.318.1.1.1.4.1.1.0";
    private static final String ATS_SELECTED = "1.3.6.1.4.1.318.1.1.8.5.1.2.0";
    private static final String ENGINE = "1.3.6.1.4.1.28634.14.2.9244.0";
    private static final String BREAKER = "1.3.6.1.4.1.28634.14.2.9245.0";
    private static final String BURNT = "1.3.6.1.4.1.28634.14.2.9040.0";
    private static final String FUEL = "1.3.6.1.4.1.28634.14.2.9153.0";
    private static final String HOTSPOT = "1.3.6.1.4.1.14988.1.1.5.1.1.3.";
    private static final String COLD_AISLE = "1.3.6.1.4.1.3854.3.5.2.1.20.0.0.0.0";

    /** A Tuesday, 10:00 in western Indonesia. */
    private final TestingClock clock = new TestingClock("2026-11-17T03:00:00Z");

    private VirtualRegency regency;
    private TestingClient client;

    @BeforeEach
    void start() throws IOException {
        regency = VirtualRegency.create(new RegencyConfig(1, 0, clock, 1)).start();
        client = new TestingClient();
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        regency.close();
    }

    @Test
    void everyDeviceIsWalkedAndSaysWhoItIs() throws IOException {
        Set<String> addresses = new HashSet<>();
        for (RegencyDevice device : regency.devices()) {
            assertThat(addresses.add(device.address())).as(device.address()).isTrue();
            assertThat(client.walk(target(device.name()), 40)).as(device.name()).hasSizeGreaterThan(15);
            assertThat(client.value(target(device.name()), "1.3.6.1.2.1.1.5.0")).hasToString(device.name());
        }
        assertThat(regency.server().count(AgentCount.FAILED)).isZero();
    }

    @Test
    void theDevicesAreThoseOfADataCentreAndItsOffices() {
        List<RegencyDevice> devices = regency.devices();
        assertThat(devices.stream().collect(Collectors.groupingBy(RegencyDevice::deviceClass, Collectors.counting())))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("router", 55L),
                        Map.entry("firewall", 1L),
                        Map.entry("switch", 6L),
                        Map.entry("olt", 2L),
                        Map.entry("wireless", 3L),
                        Map.entry("ups", 3L),
                        Map.entry("pdu", 2L),
                        Map.entry("ats", 1L),
                        Map.entry("genset", 1L),
                        Map.entry("rectifier", 1L),
                        Map.entry("power-meter", 1L),
                        Map.entry("environment", 3L),
                        Map.entry("access-control", 1L),
                        Map.entry("server", 11L),
                        Map.entry("bmc", 3L),
                        Map.entry("storage", 1L),
                        Map.entry("hypervisor", 1L),
                        Map.entry("printer", 2L),
                        Map.entry("camera", 2L)));
        Set<String> names = devices.stream().map(RegencyDevice::name).collect(Collectors.toSet());
        assertThat(names).hasSize(devices.size());
        assertThat(devices).allMatch(device -> device.parent() == null || names.contains(device.parent()));
        assertThat(devices).allMatch(device -> device.address().startsWith("127.10."));
    }

    @Test
    void theOfficeLinksAddUpToTheUplink() throws IOException {
        long uplinkBefore = number("core-router", HC_IN + 1);
        long linksBefore = offices(HC_OUT);
        long routerBefore = number("kantor-15", HC_IN + 1);
        long vlanBefore = number("core-router", HC_OUT + 115);
        clock.advance(Duration.ofSeconds(30));
        long uplink = number("core-router", HC_IN + 1) - uplinkBefore;
        assertThat(offices(HC_OUT) - linksBefore).isCloseTo(uplink, within(60L));
        assertThat(uplink).isBetween(30 * 1_000_000L, 30 * 150_000_000L);
        assertThat(number("kantor-15", HC_IN + 1) - routerBefore)
                .isEqualTo(number("core-router", HC_OUT + 115) - vlanBefore);
    }

    @Test
    void trafficFollowsTheOfficeHoursAndNeverExceedsTheLink() throws IOException {
        double morning = officeRate();
        clock.advance(Duration.ofHours(12));
        double night = officeRate();
        assertThat(morning).isGreaterThan(4 * night).isLessThan(15 * 125_000.0);
        assertThat(night).isPositive();
    }

    @Test
    void anOutageTakesItsCourse() throws IOException {
        double burntBefore = number("genset-1", BURNT);
        double cool = number("sensor-ruang", COLD_AISLE);
        regency.start("pln-outage");
        after(2);
        assertThat(regency.running()).contains("pln-outage");
        assertThat(number("ups-a", UPS_SOURCE)).as("battery").isEqualTo(5);
        assertThat(number("ups-b", APC_STATUS)).as("onBattery").isEqualTo(3);
        assertThat(number("ats-1", ATS_SELECTED)).as("source B").isEqualTo(2);
        assertThat(number("genset-1", ENGINE)).as("ready").isEqualTo(1);
        assertThat(number("genset-1", BREAKER)).as("mains fault").isEqualTo(7);
        after(10);
        assertThat(number("genset-1", ENGINE)).as("cranking").isEqualTo(4);
        assertThat(number("ups-a", UPS_SECONDS)).isBetween(10L, 13L);
        assertThat(number("ups-a", UPS_CHARGE)).isLessThan(100);
        after(12);
        assertThat(number("genset-1", ENGINE)).as("loaded").isEqualTo(8);
        assertThat(number("genset-1", BREAKER)).as("island").isEqualTo(2);
        assertThat(number("ups-a", UPS_SOURCE)).as("normal").isEqualTo(3);
        assertThat(number("ups-a", UPS_SECONDS)).isZero();
        after(30);
        assertThat(number("sensor-ruang", COLD_AISLE)).as("warmer").isGreaterThan((long) cool);
        after(9 * 60 + 30);
        assertThat(regency.running()).isEmpty();
        assertThat(number("genset-1", BREAKER)).as("mains returned").isEqualTo(9);
        after(60);
        assertThat(number("genset-1", ENGINE)).as("cooling").isEqualTo(10);
        assertThat(number("ats-1", ATS_SELECTED)).as("source A").isEqualTo(1);
        after(140);
        assertThat(number("genset-1", ENGINE)).as("ready").isEqualTo(1);
        assertThat(number("genset-1", BURNT)).isGreaterThan((long) burntBefore);
        assertThat(number("genset-1", FUEL)).isBetween(70L, 82L);
    }

    @Test
    void aCutLinkIsDownOnBothSidesAndCountsNothing() throws IOException {
        regency.start("link-cut");
        after(2);
        long before = number("core-router", HC_OUT + 115);
        after(60);
        assertThat(number("core-router", OPER_STATUS + 115)).isEqualTo(2);
        assertThat(number("core-router", OPER_STATUS + 114)).isEqualTo(1);
        assertThat(number("core-router", HC_OUT + 115)).isEqualTo(before);
        assertThat(number("core-router", "1.3.6.1.2.1.2.2.1.9.115"))
                .as("ifLastChange")
                .isPositive();
        after(300);
        assertThat(number("core-router", OPER_STATUS + 115)).isEqualTo(1);
        assertThat(number("core-router", HC_OUT + 115)).isGreaterThan(before);
    }

    @Test
    void aHotRoomWarnsThenCoolsDown() throws IOException {
        regency.start("hot-room");
        after(19 * 60);
        assertThat(number("sensor-ruang", COLD_AISLE)).isGreaterThan(280);
        assertThat(number("sensor-ruang", "1.3.6.1.4.1.3854.3.5.2.1.6.0.0.0.0")).isGreaterThanOrEqualTo(3);
        after(40 * 60);
        assertThat(number("sensor-ruang", COLD_AISLE)).isLessThan(240);
    }

    @Test
    void sessionsComeAndGoAsRows() throws IOException {
        long morning = users();
        assertThat(morning).isBetween(25L, 40L);
        assertThat(client.value(target("kantor-51"), HOTSPOT + morning).isException())
                .isFalse();
        clock.advance(Duration.ofHours(14));
        assertThat(users()).isBetween(1L, 5L);
        assertThat(client.value(target("kantor-51"), HOTSPOT + morning).isException())
                .as("a user who has left")
                .isTrue();
    }

    private long users() throws IOException {
        return client.walk(target("kantor-51"), 20).stream()
                .filter(binding -> binding.getOid().toDottedString().startsWith(HOTSPOT))
                .count();
    }

    @Test
    void anUnknownScenarioIsRefusedWithTheNamesThereAre() {
        assertThatThrownBy(() -> regency.start("flood"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("pln-outage")
                .hasMessageContaining("link-cut")
                .hasMessageContaining("hot-room");
    }

    @Test
    void aRebootOfOneDeviceSetsOnlyItsCountersBack() throws IOException {
        after(10);
        regency.server().device("kantor-15").faults().reboot();
        assertThat(number("kantor-15", HC_IN + 1)).isZero();
        after(10);
        assertThat(number("kantor-15", HC_IN + 1)).isPositive();
        assertThat(number("core-router", HC_OUT + 115)).isGreaterThan(1_000_000_000L);
    }

    private void after(int seconds) {
        clock.advance(Duration.ofSeconds(seconds));
    }

    private double officeRate() throws IOException {
        long before = number("kantor-15", HC_IN + 1);
        after(60);
        return (number("kantor-15", HC_IN + 1) - before) / 60.0;
    }

    private long offices(String column) throws IOException {
        long sum = 0;
        for (int office = 1; office <= 54; office++) {
            sum += number("core-router", column + (100 + office));
        }
        return sum;
    }

    private long number(String device, String oid) throws IOException {
        return client.value(target(device), oid).toLong();
    }

    private Target<UdpAddress> target(String device) {
        return client.v2c(regency.server().address(device), "public");
    }
}
