package id.ronda.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.snmp4j.Target;
import org.snmp4j.smi.UdpAddress;

class SyntheticFleetTest {
    private static final long SECOND = 1_000_000_000L;
    private static final Oid HC_IN = Oid.of("1.3.6.1.2.1.31.1.1.1.6");
    private static final Oid IN = Oid.of("1.3.6.1.2.1.2.2.1.10");

    @Test
    void countersAreLinearInTimeToTheOctet() {
        SyntheticFleet fleet = SyntheticFleet.onOnePort(3, 24, 7);
        ObjectTree tree = fleet.devices().get(2).tree();
        for (int row : new int[] {1, 2, 23}) {
            long rate = fleet.inOctetsPerSecond(2, row);
            long first = at(tree, HC_IN.child(row), 1_000 * SECOND);
            assertThat(first).isEqualTo(1_000 * rate);
            assertThat(at(tree, HC_IN.child(row), 1_000 * SECOND + SECOND / 2) - first)
                    .isEqualTo(rate / 2);
            assertThat(at(tree, IN.child(row), 500 * 24 * 3_600 * SECOND)).isEqualTo(500L * 24 * 3_600 * rate);
        }
    }

    @Test
    void ratesStayBelowTheLineAndDiffer() {
        SyntheticFleet fleet = SyntheticFleet.onOnePort(20, 16, 7);
        List<Long> rates = new ArrayList<>();
        for (int device = 0; device < 20; device++) {
            for (int row = 1; row <= 16; row++) {
                rates.add(fleet.outOctetsPerSecond(device, row));
                assertThat(rates.getLast()).isBetween(1L, FleetLine.of(row).octetsPerSecond() / 2);
            }
        }
        assertThat(rates.stream().distinct()).hasSizeGreaterThan(200);
    }

    @Test
    void slowInterfacesHaveOnly32Bits() {
        ObjectTree tree = SyntheticFleet.onOnePort(1, 8, 1).devices().getFirst().tree();
        assertThat(tree.find(HC_IN.child(8))).isEqualTo(ObjectTree.NONE);
        assertThat(tree.find(IN.child(8))).isNotEqualTo(ObjectTree.NONE);
        assertThat(tree.find(HC_IN.child(7))).isNotEqualTo(ObjectTree.NONE);
    }

    @Test
    void gaugesMoveSmoothlyWithinTheirRange() {
        ObjectTree tree = SyntheticFleet.onOnePort(1, 1, 1).devices().getFirst().tree();
        ServedValue.Measured cpu = (ServedValue.Measured) tree.value(tree.find(Oid.of("1.3.6.1.2.1.25.3.3.1.2.1")));
        long before = cpu.at().applyAsLong(new Moment(0, 0, 0));
        for (int second = 1; second < 1_200; second++) {
            long now = cpu.at().applyAsLong(new Moment(0, second * 1_000L, 0));
            assertThat(now).isBetween(15L, 55L).isCloseTo(before, Offset.offset(1L));
            before = now;
        }
    }

    @Test
    void aFleetOnAddressesIsWalkedWhole() throws IOException {
        AtomicLong ticker = new AtomicLong();
        SyntheticFleet fleet = SyntheticFleet.onAddresses(300, 24, 7, 0);
        try (AgentServer server = AgentServer.builder()
                        .devices(fleet.devices())
                        .ticker(ticker::get)
                        .build()
                        .start();
                TestingClient client = new TestingClient()) {
            Target<UdpAddress> last = client.v2c(server.address("fleet-00299"), "public");
            assertThat(client.walk(last, 50)).hasSize(fleet.objectsPerDevice()).hasSizeGreaterThan(24 * 25);
            assertThat(server.addresses().getLast().getHostString()).isEqualTo("127.1.1.46");
        }
    }

    @Test
    void fiftyThousandInterfacesFitIntoLittleMemory() {
        System.gc();
        long before = used();
        SyntheticFleet many = SyntheticFleet.onOnePort(1_000, 50, 7);
        SyntheticFleet one = SyntheticFleet.onOnePort(1, 50_000, 7);
        System.gc();
        assertThat((used() - before) >> 20).as("MiB of both").isLessThan(100);
        assertThat(many.objectsPerDevice()).isGreaterThan(50 * 25);
        assertThat(one.objectsPerDevice()).isGreaterThan(50_000 * 25);
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static long at(ObjectTree tree, Oid oid, long uptimeNanos) {
        ServedValue.Measured value = (ServedValue.Measured) tree.value(tree.find(oid));
        return value.at().applyAsLong(new Moment(uptimeNanos, 0, 0));
    }
}
