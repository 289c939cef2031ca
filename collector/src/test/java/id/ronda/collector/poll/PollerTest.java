package id.ronda.collector.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.ronda.collector.DeviceId;
import id.ronda.collector.DeviceStatus;
import id.ronda.collector.GapReason;
import id.ronda.collector.reading.ObjectKind;
import id.ronda.collector.reading.PolledObject;
import id.ronda.collector.snmp.Community;
import id.ronda.collector.snmp.SnmpClient;
import id.ronda.collector.snmp.SnmpClientConfig;
import id.ronda.collector.snmp.SnmpEndpoint;
import id.ronda.collector.snmp.SnmpVersion;
import id.ronda.collector.spool.SpoolRecord;
import id.ronda.collector.spool.SpoolRecord.GapClosed;
import id.ronda.collector.spool.SpoolRecord.GapOpened;
import id.ronda.collector.spool.SpoolRecord.SampleGroup;
import id.ronda.kernel.Secret;
import id.ronda.simulator.AgentServer;
import id.ronda.simulator.Fault;
import id.ronda.simulator.ObjectTree;
import id.ronda.simulator.SimulatedDevice;
import id.ronda.simulator.Syntax;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.snmp4j.smi.OID;

/** Two simulated devices polled every second over real sockets; the second one is for falling silent. */
final class PollerTest {

    private static final int OCTETS = 1;
    private static final int MANY = 40;
    private static final DeviceId WEAK = new DeviceId(3);
    private static final int TEMPERATURE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Queue<SpoolRecord> told = new ConcurrentLinkedQueue<>();
    private final Queue<DeviceState> states = new ConcurrentLinkedQueue<>();
    private final AtomicInteger looks = new AtomicInteger();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final SnmpClient client = SnmpClient.open(SnmpClientConfig.DEFAULT, meters, RandomGenerator.getDefault());
    private final Poller poller = new Poller(
            client,
            this::now,
            now -> now.isAfter(Instant.parse("2026-01-01T00:00:00Z")),
            PollSettings.DEFAULT,
            (target, peer) -> target.id().equals(WEAK) ? manyGauges() : look(),
            told::add,
            states::add,
            meters);
    private final SimulatedDevice good = device("good");
    private final SimulatedDevice moody = device("moody");
    private volatile Duration clockOff = Duration.ZERO;
    private AgentServer server;

    private static SimulatedDevice device(String name) {
        return SimulatedDevice.named(name)
                .tree(ObjectTree.builder()
                        .changing("1.3.6.1.2.1.1.3.0", Syntax.TIME_TICKS, m -> m.uptimeTicks())
                        .changing("1.3.6.1.2.1.31.1.1.1.6.3", Syntax.COUNTER64, m -> m.counted(12_500_000))
                        .integer("1.3.6.1.4.1.14988.1.1.3.10.0", 415)
                        .build())
                .uptime(Duration.ofDays(3))
                .build();
    }

    private Instant now() {
        return Instant.now().plus(clockOff);
    }

    private PlannedDevice look() {
        looks.incrementAndGet();
        return new PlannedDevice.Known(
                List.of(
                        new PolledObject(
                                new OID("1.3.6.1.2.1.31.1.1.1.6.3"),
                                "if.in.octets",
                                "ether3",
                                "ether3",
                                "By/s",
                                ObjectKind.COUNTER64,
                                v -> Double.NaN,
                                null,
                                1.3e8),
                        new PolledObject(
                                new OID("1.3.6.1.4.1.14988.1.1.3.10.0"),
                                "temperature",
                                "",
                                "Temperature",
                                "Cel",
                                ObjectKind.GAUGE,
                                v -> v.toLong() / 10.0,
                                null,
                                Double.NaN)),
                new int[] {OCTETS, TEMPERATURE},
                true);
    }

    @BeforeEach
    void start() throws IOException {
        server = AgentServer.builder()
                .listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .device(good)
                .device(moody)
                .build()
                .start();
        poller.start();
    }

    @AfterEach
    void stop() {
        poller.close();
        client.close();
        server.close();
    }

    private void watch(long id, SimulatedDevice device, Resume resume) {
        var endpoint = new SnmpEndpoint(
                server.address(device.name()), new Community(SnmpVersion.V2C, Secret.of(device.community())), false);
        poller.watch(new PollOrder(new DeviceId(id), endpoint, Duration.ofSeconds(1)), resume);
    }

    private List<SampleGroup> groups(long device) {
        return told.stream()
                .filter(SampleGroup.class::isInstance)
                .map(SampleGroup.class::cast)
                .filter(g -> g.device() == device)
                .toList();
    }

    private List<SpoolRecord> gaps(long device) {
        return told.stream()
                .filter(r -> r.device() == device && !(r instanceof SampleGroup))
                .toList();
    }

    private static void assertEverySlotOnce(List<SampleGroup> groups) {
        long first = groups.get(0).slot();
        assertThat(groups.stream().map(SampleGroup::slot))
                .containsExactlyElementsOf(LongStream.range(0, groups.size())
                        .map(i -> first + i * 1000)
                        .boxed()
                        .toList());
    }

    @Test
    void everySlotIsPolledOnceAndRatesAreThoseOfTheDevice() {
        watch(1, good, Resume.NEW);
        await().atMost(PATIENCE).until(() -> groups(1).size() >= 5);
        var groups = groups(1);
        assertEverySlotOnce(groups);
        assertThat(groups.get(0).series()).containsExactly(TEMPERATURE);
        for (var group : groups.subList(1, groups.size())) {
            assertThat(group.series()).containsExactly(OCTETS, TEMPERATURE);
            assertThat(group.values()[0]).isCloseTo(12_500_000, Percentage.withPercentage(1));
            assertThat(group.values()[1]).isEqualTo(41.5);
        }
        assertThat(gaps(1)).isEmpty();
    }

    @Test
    void aSilentDeviceIsOneGapAndDelaysNoOther() {
        watch(1, good, Resume.NEW);
        watch(2, moody, Resume.NEW);
        await().atMost(PATIENCE).until(() -> groups(2).size() >= 2);
        moody.faults().on(Fault.MUTE);
        await().atMost(PATIENCE).until(() -> states.stream().anyMatch(s -> s.status() == DeviceStatus.DOWN));
        moody.faults().clear();
        int before = groups(2).size();
        await().atMost(PATIENCE).until(() -> groups(2).size() > before);
        var gaps = gaps(2);
        assertThat(gaps).hasSize(2);
        assertThat(gaps.get(0)).isInstanceOfSatisfying(GapOpened.class, g -> {
            assertThat(g.reason()).isEqualTo(GapReason.TIMEOUT);
            assertThat(g.slot()).isEqualTo(groups(2).get(before - 1).slot() + 1000);
        });
        assertThat(gaps.get(1))
                .isEqualTo(new GapClosed(2, 0, groups(2).get(before).slot()));
        assertEverySlotOnce(groups(1));
        assertThat(states).anyMatch(s -> s.device().value() == 2 && "timeout".equals(s.failure()));
    }

    @Test
    void aRestartedDeviceIsLookedAtAgainAndItsCountersStartAnew() {
        watch(1, good, Resume.NEW);
        await().atMost(PATIENCE).until(() -> groups(1).size() >= 3);
        good.faults().reboot();
        await().atMost(PATIENCE).until(() -> looks.get() >= 2);
        int at = groups(1).size();
        await().atMost(PATIENCE).until(() -> groups(1).size() >= at + 2);
        assertThat(gaps(1))
                .anyMatch(
                        r -> r instanceof GapOpened g && g.series() == OCTETS && g.reason() == GapReason.DISCONTINUITY);
        assertThat(groups(1).get(groups(1).size() - 1).values()[0]).isCloseTo(12_500_000, Percentage.withPercentage(1));
        assertEverySlotOnce(groups(1));
    }

    @Test
    void whatWasNotPolledBeforeTheStartIsAGapOfTheCollector() {
        long lastSlot = System.currentTimeMillis() / 1000 * 1000 - 60_000;
        watch(
                1,
                good,
                new Resume(
                        lastSlot, List.of(new GapOpened(1, TEMPERATURE, lastSlot - 5_000, GapReason.MISSING_OBJECT))));
        await().atMost(PATIENCE).until(() -> !groups(1).isEmpty());
        assertThat(gaps(1))
                .containsExactly(
                        new GapClosed(1, TEMPERATURE, lastSlot + 1000),
                        new GapOpened(1, 0, lastSlot + 1000, GapReason.COLLECTOR_STOPPED),
                        new GapClosed(1, 0, groups(1).get(0).slot()));
    }

    @Test
    void aForgottenDeviceIsAskedNoMore() {
        watch(1, good, Resume.NEW);
        watch(2, moody, Resume.NEW);
        await().atMost(PATIENCE).until(() -> groups(1).size() >= 2);
        poller.forget(new DeviceId(1));
        int at = groups(1).size();
        int other = groups(2).size();
        await().atMost(PATIENCE).until(() -> groups(2).size() >= other + 3);
        assertThat(groups(1).size()).isLessThanOrEqualTo(at + 1);
    }

    @Test
    void aClockThatWokeIn1970PollsNothingUntilItIsRight() {
        clockOff = Duration.ofDays(-56 * 365);
        watch(1, good, Resume.NEW);
        await().atMost(PATIENCE)
                .until(() -> meters.counter("ronda.poll.slots.refused", "reason", "clock")
                                .count()
                        >= 3);
        assertThat(told).isEmpty();
        clockOff = Duration.ZERO;
        await().atMost(PATIENCE).until(() -> groups(1).size() >= 2);
        assertThat(groups(1)).allMatch(g -> Math.abs(g.slot() - System.currentTimeMillis()) < 60_000);
        assertEverySlotOnce(groups(1));
    }

    @Test
    void aClockThatSteppedBackWaitsUntilItHasPassedTheLastSlot() {
        watch(1, good, Resume.NEW);
        await().atMost(PATIENCE).until(() -> groups(1).size() >= 2);
        clockOff = Duration.ofSeconds(-4);
        await().atMost(PATIENCE).until(() -> groups(1).size() >= 5);
        assertEverySlotOnce(groups(1));
    }

    @Test
    void aDeviceThatCannotAnswerMuchAtOnceIsAskedLess() throws IOException {
        var tree = ObjectTree.builder().changing("1.3.6.1.2.1.1.3.0", Syntax.TIME_TICKS, m -> m.uptimeTicks());
        IntStream.rangeClosed(1, MANY).forEach(i -> tree.integer(gauge(i).toDottedString(), i));
        var small = SimulatedDevice.named("small")
                .tree(tree.build())
                .maxMessageSize(484)
                .build();
        try (var weak = AgentServer.builder()
                .listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .device(small)
                .build()
                .start()) {
            var endpoint =
                    new SnmpEndpoint(weak.address("small"), new Community(SnmpVersion.V2C, Secret.of("small")), false);
            poller.watch(new PollOrder(WEAK, endpoint, Duration.ofSeconds(1)), Resume.NEW);
            await().atMost(PATIENCE).until(() -> groups(WEAK.value()).size() >= 2);
            assertThat(groups(WEAK.value())).allMatch(g -> g.series().length == MANY);
            assertThat(gaps(WEAK.value())).isEmpty();
        }
    }

    private static OID gauge(int i) {
        return new OID("1.3.6.1.4.1.99999.1").append(i).append(0);
    }

    private static PlannedDevice manyGauges() {
        return new PlannedDevice.Known(
                IntStream.rangeClosed(1, MANY)
                        .mapToObj(i -> new PolledObject(
                                gauge(i),
                                "count",
                                "g" + i,
                                "G" + i,
                                "1",
                                ObjectKind.GAUGE,
                                v -> v.toLong(),
                                null,
                                Double.NaN))
                        .toList(),
                IntStream.rangeClosed(1, MANY).map(i -> 100 + i).toArray(),
                true);
    }

    @Test
    void anEditedDeviceGoesOnWhereItsWatchWas() {
        watch(1, good, Resume.NEW);
        await().atMost(PATIENCE).until(() -> groups(1).size() >= 2);
        watch(1, good, new Resume(1_000, List.of()));
        int at = groups(1).size();
        await().atMost(PATIENCE).until(() -> groups(1).size() >= at + 2);
        assertEverySlotOnce(groups(1));
        assertThat(gaps(1).stream().filter(GapOpened.class::isInstance).map(g -> ((GapOpened) g).slot()))
                .as("no gap before this run's last slot")
                .allMatch(slot -> slot > groups(1).get(0).slot());
    }

    @Test
    void aLookThatIsTakenAgainCostsNoRate() {
        watch(1, good, Resume.NEW);
        await().atMost(PATIENCE).until(() -> groups(1).size() >= 3);
        good.faults().reboot();
        await().atMost(PATIENCE).until(() -> looks.get() >= 2);
        int at = groups(1).size();
        await().atMost(PATIENCE).until(() -> groups(1).size() >= at + 3);
        var told = gaps(1);
        assertThat(told).filteredOn(GapOpened.class::isInstance).hasSize(1);
        assertThat(told).filteredOn(GapClosed.class::isInstance).hasSize(1);
    }
}
