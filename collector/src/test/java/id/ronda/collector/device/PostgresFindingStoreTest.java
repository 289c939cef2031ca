package id.ronda.collector.device;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.collector.Device.LastFailure;
import id.ronda.collector.DeviceClass;
import id.ronda.collector.DeviceId;
import id.ronda.collector.DeviceIdentity;
import id.ronda.collector.DeviceInterface;
import id.ronda.collector.DeviceStatus;
import id.ronda.collector.IfStatus;
import id.ronda.collector.Reach;
import id.ronda.collector.Reading;
import id.ronda.collector.ReadingState;
import id.ronda.collector.device.LatestValues.Latest;
import id.ronda.collector.discovery.Inventory;
import id.ronda.collector.reading.ObjectKind;
import id.ronda.collector.reading.PolledObject;
import id.ronda.collector.reading.StateMap;
import id.ronda.kernel.database.Lane;
import id.ronda.testkit.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.snmp4j.smi.OID;

class PostgresFindingStoreTest {

    private static final DeviceIdentity ROUTER = new DeviceIdentity(
            "mikrotik-routeros",
            DeviceClass.ROUTER,
            "MikroTik",
            "RB760iGS",
            "7.11",
            "S1",
            "1.3.6",
            "core",
            "RouterOS",
            5.5);
    private static final DeviceIdentity NOBODY =
            new DeviceIdentity("generic", DeviceClass.UNKNOWN, null, null, null, null, null, null, null, null);
    private static final StateMap ON_BATTERY =
            new StateMap(Map.of(2, new StateMap.Meaning("onBattery", ReadingState.WARNING)));

    @RegisterExtension
    static final TestDatabase POSTGRES = TestDatabase.with(TestingDevices.migrations());

    private TestingDevices devices;
    private DeviceId id;

    @BeforeEach
    void open() {
        devices = new TestingDevices(POSTGRES);
        id = devices.add("{'address': '127.0.1.5', 'snmp': {'community': 'public'}}");
    }

    private static DeviceInterface port(long index, String name) {
        return new DeviceInterface(
                index,
                name,
                "i" + index,
                "d" + index,
                "alias",
                6,
                1500,
                1_000_000_000L,
                IfStatus.UP,
                IfStatus.LOWER_LAYER_DOWN);
    }

    private static Reading reading(String metric) {
        return new Reading(metric, "", "N " + metric, "1.3.6.1.2", 1.0, "1", null, null, Findings.LIMITS);
    }

    private static Inventory inventory(
            DeviceIdentity identity, List<DeviceInterface> ports, List<String> metrics, boolean complete) {
        List<PolledObject> objects = new ArrayList<>();
        objects.add(new PolledObject(
                new OID("1.3.6.1.2"), "state", "", "State", "1", ObjectKind.STATE, value -> 0, ON_BATTERY, Double.NaN));
        return new Inventory(
                identity,
                ports,
                objects,
                metrics.stream().map(PostgresFindingStoreTest::reading).toList(),
                complete,
                List.of());
    }

    private boolean save(DeviceId device, Inventory inventory) {
        return devices.database.run(
                Lane.EDITS, handle -> devices.findings.save(handle, device, inventory, TestingDevices.NOW));
    }

    private List<DeviceInterface> interfaces() {
        return devices.database.run(Lane.EDITS, handle -> devices.findings.interfaces(handle, Reach.EVERYTHING, id));
    }

    private List<KnownReading> readings() {
        return devices.database.run(Lane.EDITS, handle -> devices.findings.readings(handle, Reach.EVERYTHING, id));
    }

    private Stream<String> metrics() {
        return readings().stream().map(KnownReading::metric);
    }

    @Test
    void aDeviceIsNobodyUntilItWasLookedAt() {
        assertThat(devices.find(id).device().identity()).isNull();
        assertThat(devices.find(id).device().name()).isEqualTo("127.0.1.5");
        assertThat(devices.find(id).device().status()).isEqualTo(DeviceStatus.DISCOVERING);
    }

    @Test
    void whatWasFoundIsReadBack() {
        var ports = List.of(
                port(1, "ether1"),
                new DeviceInterface(
                        4_194_304_000L,
                        "port",
                        "00:02",
                        "",
                        "",
                        null,
                        null,
                        null,
                        IfStatus.DOWN,
                        IfStatus.NOT_PRESENT));

        assertThat(save(id, inventory(ROUTER, ports, List.of("temperature", "state"), true)))
                .isTrue();

        assertThat(devices.find(id).device().identity()).isEqualTo(ROUTER);
        assertThat(devices.find(id).device().name()).isEqualTo("core");
        assertThat(interfaces()).isEqualTo(ports);
        assertThat(readings())
                .containsExactly(
                        new KnownReading(
                                "state",
                                "",
                                "N state",
                                "1.3.6.1.2",
                                "1",
                                Map.of(2, ReadingState.WARNING),
                                Findings.LIMITS,
                                null),
                        new KnownReading(
                                "temperature",
                                "",
                                "N temperature",
                                "1.3.6.1.2",
                                "1",
                                Map.of(),
                                Findings.LIMITS,
                                new Latest(1, TestingDevices.NOW)));
    }

    @Test
    void aCompleteLookTakesAwayWhatIsGone_andBringsBackWhatReturns() {
        save(id, inventory(ROUTER, List.of(port(1, "a"), port(2, "b")), List.of("t1", "t2"), true));

        save(id, inventory(ROUTER, List.of(port(2, "b2"), port(3, "c")), List.of("t2"), true));
        assertThat(interfaces()).extracting(DeviceInterface::name).containsExactly("b2", "c");
        assertThat(metrics()).containsExactly("t2");

        save(id, inventory(ROUTER, List.of(port(1, "a")), List.of("t1"), true));
        assertThat(interfaces()).extracting(DeviceInterface::name).containsExactly("a");
        assertThat(metrics()).containsExactly("t1");
    }

    @Test
    void aLookThatBrokeOffTakesNothingAway() {
        save(id, inventory(ROUTER, List.of(port(1, "a"), port(2, "b")), List.of("t1", "t2"), true));

        save(id, inventory(NOBODY, List.of(port(3, "c")), List.of("t3"), false));

        assertThat(devices.find(id).device().identity()).isEqualTo(ROUTER);
        assertThat(interfaces()).extracting(DeviceInterface::name).containsExactly("a", "b", "c");
        assertThat(metrics()).containsExactly("t1", "t2", "t3");
    }

    @Test
    void aCompleteLookForgetsWhatTheDeviceNoLongerSays() {
        save(id, inventory(ROUTER, List.of(), List.of(), true));

        save(id, inventory(NOBODY, List.of(), List.of(), true));

        var identity = devices.find(id).device().identity();
        assertThat(identity).isNotNull();
        assertThat(identity.vendor()).isNull();
        assertThat(identity.deviceClass()).isEqualTo(DeviceClass.UNKNOWN);
    }

    @Test
    void anUnknownDeviceIsTold_andNothingIsWritten() {
        assertThat(save(new DeviceId(999), inventory(ROUTER, List.of(port(1, "a")), List.of("t"), true)))
                .isFalse();
    }

    @Test
    void aHundredInterfacesTakeThreeStatements() {
        var ports = java.util.stream.IntStream.rangeClosed(1, 100)
                .mapToObj(n -> port(n, "if" + n))
                .toList();

        var statements = devices.statements(handle ->
                devices.findings.save(handle, id, inventory(ROUTER, ports, List.of("t"), true), TestingDevices.NOW));

        assertThat(statements).hasSize(3);
        assertThat(interfaces()).hasSize(100);
    }

    @Test
    void theStatusOfManyDevicesIsOneStatement_andNoEdit() {
        DeviceId other = devices.add("{'address': '127.0.1.6', 'snmp': {'community': 'public'}}");
        Instant answered = Instant.parse("2026-11-21T03:59:00Z");
        Instant failed = Instant.parse("2026-11-21T04:00:00Z");

        var statements = devices.statements(handle -> devices.findings.saveStatus(
                handle,
                List.of(
                        new DeviceStatusUpdate(id, DeviceStatus.UP, answered, null, 12.5),
                        new DeviceStatusUpdate(
                                other, DeviceStatus.DOWN, null, new LastFailure("timeout", failed), null))));

        assertThat(statements).hasSize(1);
        assertThat(devices.find(id).device().lastAnswerAt()).isEqualTo(answered);
        assertThat(devices.find(id).revision()).isEqualTo(1);
        assertThat(devices.find(other).device().status()).isEqualTo(DeviceStatus.DOWN);
        assertThat(devices.find(other).device().lastFailure()).isEqualTo(new LastFailure("timeout", failed));
    }

    @Test
    void anAnswerEndsTheFailure_aFailureKeepsTheLastAnswer() {
        Instant first = Instant.parse("2026-11-21T03:59:00Z");
        var failure = new LastFailure("no-route", first.plusSeconds(60));

        saveStatus(new DeviceStatusUpdate(id, DeviceStatus.UP, first, null, null));
        saveStatus(new DeviceStatusUpdate(id, DeviceStatus.DOWN, null, failure, null));
        assertThat(devices.find(id).device().lastAnswerAt()).isEqualTo(first);
        assertThat(devices.find(id).device().lastFailure()).isEqualTo(failure);

        saveStatus(new DeviceStatusUpdate(id, DeviceStatus.UP, first.plusSeconds(120), null, null));
        assertThat(devices.find(id).device().lastFailure()).isNull();
    }

    private void saveStatus(DeviceStatusUpdate update) {
        TestingDevices.await(devices.desk.saveStatus(List.of(update)));
    }
}
