package id.ronda.collector.discovery;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.ronda.collector.DeviceClass;
import id.ronda.collector.DeviceInterface;
import id.ronda.collector.IfStatus;
import id.ronda.collector.Reading;
import id.ronda.collector.ReadingState;
import id.ronda.collector.discovery.DiscoveryResult.Discovered;
import id.ronda.collector.discovery.DiscoveryResult.Unreachable;
import id.ronda.collector.profile.ProfileCatalog;
import id.ronda.collector.reading.PolledObject;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.snmp4j.smi.OID;

class DiscovererTest {
    private static final ProfileCatalog CATALOG = ProfileCatalog.shipped();
    private static final String SWITCH = """
            1.3.6.1.2.1.1.1.0|4|RouterOS CRS326-24G-2S+
            1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.14988.1
            1.3.6.1.2.1.1.3.0|67|864050
            1.3.6.1.2.1.1.5.0|4|sw-dinas-1
            1.3.6.1.2.1.2.2.1.1.1|2|1
            1.3.6.1.2.1.2.2.1.1.2|2|2
            1.3.6.1.2.1.2.2.1.1.3|2|3
            1.3.6.1.2.1.2.2.1.2.1|4|ether1
            1.3.6.1.2.1.2.2.1.2.2|4|sfp1
            1.3.6.1.2.1.2.2.1.2.3|4|<pppoe-camat>
            1.3.6.1.2.1.2.2.1.3.1|2|6
            1.3.6.1.2.1.2.2.1.5.1|66|1000000000
            1.3.6.1.2.1.2.2.1.5.2|66|4294967295
            1.3.6.1.2.1.2.2.1.7.1|2|1
            1.3.6.1.2.1.2.2.1.8.1|2|1
            1.3.6.1.2.1.2.2.1.8.2|2|7
            1.3.6.1.2.1.31.1.1.1.1.1|4|ether1
            1.3.6.1.2.1.31.1.1.1.1.2|4|sfp1
            1.3.6.1.2.1.31.1.1.1.1.3|4|<pppoe-camat>
            1.3.6.1.2.1.31.1.1.1.6.1|70|5
            1.3.6.1.2.1.31.1.1.1.15.2|66|10000
            1.3.6.1.2.1.31.1.1.1.18.1|4|ke kantor camat
            1.3.6.1.4.1.14988.1.1.3.100.1.2.14|4|temperature
            1.3.6.1.4.1.14988.1.1.3.100.1.2.7|4|psu1-voltage
            1.3.6.1.4.1.14988.1.1.3.100.1.3.14|2|41
            1.3.6.1.4.1.14988.1.1.3.100.1.3.7|2|243
            1.3.6.1.4.1.14988.1.1.3.100.1.4.14|2|1
            1.3.6.1.4.1.14988.1.1.3.100.1.4.7|2|3
            1.3.6.1.4.1.14988.1.1.4.4.0|4|7.11
            1.3.6.1.4.1.14988.1.1.7.3.0|4|ABC123
            """;
    private static final String UPS = """
            1.3.6.1.2.1.33.1.1.1.0|4|Maker
            1.3.6.1.2.1.33.1.1.2.0|4|Model 3000
            1.3.6.1.2.1.33.1.2.1.0|2|3
            1.3.6.1.2.1.33.1.2.2.0|2|95
            1.3.6.1.2.1.33.1.2.3.0|2|37
            1.3.6.1.2.1.33.1.2.4.0|2|81
            1.3.6.1.2.1.33.1.2.5.0|2|545
            1.3.6.1.2.1.33.1.4.1.0|2|5
            1.3.6.1.2.1.33.1.4.4.1.2.1|2|230
            1.3.6.1.2.1.33.1.4.4.1.4.1|2|-1
            1.3.6.1.2.1.33.1.4.4.1.5.1|2|42
            """;

    private static Reading reading(Inventory inventory, String metric, String instance) {
        return inventory.readings().stream()
                .filter(r -> r.metric().equals(metric) && r.instance().equals(instance))
                .findFirst()
                .orElseThrow(() -> new AssertionError(metric + " " + instance + " not in " + inventory.readings()));
    }

    @Test
    void saysWhoTheDeviceIs() {
        var who = look(RecordedAgent.of(SWITCH)).identity();

        assertThat(who.profile()).isEqualTo("mikrotik-routeros");
        assertThat(who.deviceClass()).isEqualTo(DeviceClass.SWITCH);
        assertThat(who.vendor()).isEqualTo("MikroTik");
        assertThat(who.model()).isEqualTo("CRS326-24G-2S+");
        assertThat(who.version()).isEqualTo("7.11");
        assertThat(who.serial()).isEqualTo("ABC123");
        assertThat(who.sysName()).isEqualTo("sw-dinas-1");
        assertThat(who.uptimeSeconds()).isEqualTo(8640.5);
    }

    @Test
    void listsEveryInterfaceAndMeasuresThoseThatStay() {
        var inventory = look(RecordedAgent.of(SWITCH));

        assertThat(inventory.interfaces())
                .extracting(DeviceInterface::name)
                .containsExactly("ether1", "sfp1", "<pppoe-camat>");
        var sfp = inventory.interfaces().get(1);
        assertThat(sfp.speed()).isEqualTo(10_000_000_000L);
        assertThat(sfp.operStatus()).isEqualTo(IfStatus.LOWER_LAYER_DOWN);
        assertThat(inventory.interfaces().getFirst().alias()).isEqualTo("ke kantor camat");
        assertThat(inventory.objects()).extracting(PolledObject::instance).doesNotContain("<pppoe-camat>");
        assertThat(reading(inventory, "count", "interfaces.dynamic.pppoe").value())
                .isEqualTo(1);
    }

    @Test
    void measuresASessionThatIsWatched_andCountsItStill() {
        var agent = RecordedAgent.of(SWITCH);

        var inventory =
                ((Discovered) new Discoverer(CATALOG).discover(agent, Set.of("<pppoe-camat>", "gone"))).inventory();

        assertThat(inventory.objects())
                .filteredOn(o -> o.instance().equals("<pppoe-camat>"))
                .extracting(PolledObject::metric)
                .contains("if.in.octets", "if.oper.status");
        assertThat(reading(inventory, "count", "interfaces.dynamic.pppoe").value())
                .isEqualTo(1);
    }

    @Test
    void anInterfaceSaysByWhatItsSeriesAreKnown() {
        var inventory = look(RecordedAgent.of("""
                1.3.6.1.2.1.2.2.1.2.1|4|left
                1.3.6.1.2.1.2.2.1.2.2|4|right
                1.3.6.1.2.1.31.1.1.1.1.1|4|port
                1.3.6.1.2.1.31.1.1.1.1.2|4|port
                """));

        assertThat(inventory.interfaces())
                .extracting(DeviceInterface::name, DeviceInterface::instance)
                .containsExactly(tuple("port", "left"), tuple("port", "right"));
        assertThat(inventory.objects()).extracting(PolledObject::instance).contains("left", "right");
    }

    @Test
    void readsSensorsInTheUnitsTheirRowsTell() {
        var inventory = look(RecordedAgent.of(SWITCH));

        assertThat(reading(inventory, "temperature", "temperature").value()).isEqualTo(41);
        assertThat(reading(inventory, "voltage", "psu1-voltage").value()).isEqualTo(24.3);
        assertThat(inventory.complete()).isTrue();
    }

    @Test
    void theObjectsDecodeToTheReadings() {
        var agent = RecordedAgent.of(SWITCH);
        var inventory = look(agent);

        for (Reading reading : inventory.readings()) {
            inventory.objects().stream()
                    .filter(o -> o.oid().toString().equals(reading.oid())
                            && o.metric().equals(reading.metric()))
                    .forEach(o -> assertThat(o.decoder()
                                    .decode(requireNonNull(agent.objects().get(o.oid()))))
                            .isEqualTo(reading.value()));
        }
        assertThat(inventory.objects())
                .extracting(o -> o.metric() + " " + o.instance())
                .doesNotHaveDuplicates();
        assertThat(inventory.objects())
                .extracting(o -> o.metric() + " " + o.oid())
                .doesNotHaveDuplicates();
    }

    @Test
    void knowsAUpsByItsMibAndTellsMinutesFromSeconds() {
        var inventory = look(RecordedAgent.of(UPS));

        assertThat(inventory.identity().profile()).isEqualTo("ups-mib");
        assertThat(inventory.identity().deviceClass()).isEqualTo(DeviceClass.UPS);
        assertThat(inventory.identity().vendor()).isEqualTo("Maker");
        assertThat(inventory.identity().sysObjectId()).isNull();
        assertThat(inventory.identity().uptimeSeconds()).isNull();
        assertThat(reading(inventory, "battery.runtime", "estimated-run-time").value())
                .isEqualTo(2220);
        assertThat(reading(inventory, "battery.time", "time-on-battery").value())
                .isEqualTo(95);
        assertThat(reading(inventory, "voltage", "battery").value()).isEqualTo(54.5);
        var output = reading(inventory, "state", "output");
        assertThat(output.value()).isEqualTo(5);
        assertThat(output.state()).isEqualTo(ReadingState.WARNING);
        assertThat(reading(inventory, "state", "battery").state()).isEqualTo(ReadingState.WARNING);
    }

    @Test
    void leavesSentinelsOutAndSaysSo() {
        var inventory = look(RecordedAgent.of(UPS));

        assertThat(inventory.readings()).extracting(Reading::metric).doesNotContain("power.active");
        assertThat(inventory.notes()).anySatisfy(n -> assertThat(n).startsWith("1 objects hold no value"));
    }

    @Test
    void aWalkThatFailsCostsOnlyItself() {
        var agent = RecordedAgent.of(SWITCH).failingAt("1.3.6.1.4.1.14988.1.1.3.100.1.3", "gen-error");

        var inventory = look(agent);

        assertThat(inventory.complete()).isFalse();
        assertThat(inventory.notes()).anySatisfy(n -> assertThat(n).startsWith("gen-error: walk of 1.3.6.1.4.1.14988"));
        assertThat(inventory.interfaces()).hasSize(3);
        assertThat(inventory.readings()).extracting(Reading::oid).contains("1.3.6.1.4.1.14988.1.1.3.100.1.3.7");
    }

    @Test
    void oneInterfaceColumnThatFailsLeavesTheOthers() {
        var inventory = look(RecordedAgent.of(SWITCH).failingAt("1.3.6.1.2.1.31.1.1.1.18", "not-increasing"));

        assertThat(inventory.complete()).isFalse();
        assertThat(inventory.interfaces()).extracting(DeviceInterface::name).contains("ether1", "sfp1");
    }

    @Test
    void aDeviceThatFallsSilentIsNotAskedForEver() {
        var agent = new SilentAfterTheFirst(RecordedAgent.of(SWITCH));

        var inventory = look(agent);

        assertThat(agent.asked).isLessThan(8);
        assertThat(inventory.complete()).isFalse();
        assertThat(inventory.notes()).contains("the device fell silent: the rest was not asked for");
    }

    private static Inventory look(Agent agent) {
        return ((Discovered) new Discoverer(CATALOG).discover(agent)).inventory();
    }

    @Test
    void aDeviceThatDoesNotAnswerIsUnreachable() {
        var nobody = new Agent() {
            @Override
            public Got get(List<OID> objects) {
                return new Failed("port-closed", "nothing listens");
            }

            @Override
            public Walked walk(List<OID> columns, int maxRows) {
                throw new AssertionError("walked a device that did not answer");
            }
        };

        assertThat(new Discoverer(CATALOG).discover(nobody))
                .isEqualTo(new Unreachable("port-closed", "nothing listens"));
    }

    @Test
    void aDeviceWithoutAnythingIsStillADevice() {
        var inventory = look(RecordedAgent.of(""));

        assertThat(inventory.identity().profile()).isEqualTo(ProfileCatalog.UNKNOWN);
        assertThat(inventory.interfaces()).isEmpty();
        assertThat(inventory.complete()).isTrue();
    }

    @Test
    void fillsTheControllerTypeOfAComApGensetFromItsObjectId() {
        var inventory = look(RecordedAgent.of("""
                1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.28634.26
                1.3.6.1.4.1.28634.26.2.8213.0|2|139
                1.3.6.1.4.1.28634.26.2.9153.0|2|63
                1.3.6.1.4.1.28634.26.2.9244.0|2|8
                1.3.6.1.4.1.28634.26.2.9887.0|2|0
                1.3.6.1.4.1.28634.14.2.9153.0|2|99
                """));

        assertThat(inventory.identity().deviceClass()).isEqualTo(DeviceClass.GENSET);
        assertThat(reading(inventory, "voltage", "battery").value()).isEqualTo(13.9);
        assertThat(reading(inventory, "fuel.level", "fuel-level").value()).isEqualTo(63);
        assertThat(reading(inventory, "state", "engine").state()).isEqualTo(ReadingState.OK);
        assertThat(reading(inventory, "state", "controller-mode").state()).isEqualTo(ReadingState.CRITICAL);
    }

    @Test
    void cutsTheStatesOfAHimoinsaGensetOutOfItsBits() {
        var inventory = look(RecordedAgent.of("""
                1.3.6.1.2.1.1.1.0|4|C2LAN SNMP
                1.3.6.1.2.1.1.2.0|6|0.0
                1.3.6.1.4.1.41809.1.46.0|66|133
                1.3.6.1.4.1.41809.1.27.0|2|505
                """));

        assertThat(inventory.identity().profile()).isEqualTo("himoinsa");
        assertThat(reading(inventory, "alarm.state", "alarm").state()).isEqualTo(ReadingState.CRITICAL);
        assertThat(reading(inventory, "mode.state", "mode").state()).isEqualTo(ReadingState.OK);
        assertThat(reading(inventory, "engine.state", "engine").value()).isEqualTo(1);
        assertThat(reading(inventory, "fuel.level", "fuel-level").value()).isEqualTo(50.5);
    }

    @Test
    void readsStorageInBytesAlsoWhereTheSizeOverflowed() {
        var inventory = look(RecordedAgent.of("""
                1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.8072.3.2.10
                1.3.6.1.2.1.25.2.3.1.2.1|6|1.3.6.1.2.1.25.2.1.2
                1.3.6.1.2.1.25.2.3.1.2.31|6|1.3.6.1.2.1.25.2.1.4
                1.3.6.1.2.1.25.2.3.1.3.1|4|Physical memory
                1.3.6.1.2.1.25.2.3.1.3.31|4|/srv
                1.3.6.1.2.1.25.2.3.1.4.1|2|1024
                1.3.6.1.2.1.25.2.3.1.4.31|2|4096
                1.3.6.1.2.1.25.2.3.1.5.1|2|2048
                1.3.6.1.2.1.25.2.3.1.5.31|2|-1294967296
                1.3.6.1.2.1.25.2.3.1.6.31|2|10
                1.3.6.1.2.1.25.3.3.1.2.196608|2|13
                """));

        assertThat(reading(inventory, "memory.total", "Physical memory").value())
                .isEqualTo(2_097_152);
        assertThat(reading(inventory, "storage.total", "/srv").value()).isEqualTo(3_000_000_000.0 * 4096);
        assertThat(reading(inventory, "storage.used", "/srv").value()).isEqualTo(40_960);
        assertThat(reading(inventory, "cpu.utilization", "cpu-1").value()).isEqualTo(13);
    }

    @Test
    void numbersProcessorsWithinTheDevice() {
        var inventory = look(RecordedAgent.of("""
                1.3.6.1.2.1.1.2.0|6|1.3.6.1.4.1.8072.3.2.10
                1.3.6.1.2.1.25.3.2.1.3.196608|4|GenuineIntel: Xeon
                1.3.6.1.2.1.25.3.2.1.3.196609|4|GenuineIntel: Xeon
                1.3.6.1.2.1.25.3.3.1.2.196608|2|13
                1.3.6.1.2.1.25.3.3.1.2.196609|2|14
                1.3.6.1.2.1.25.3.3.1.2.262145|2|15
                """));

        assertThat(inventory.readings())
                .filteredOn(r -> r.metric().equals("cpu.utilization"))
                .extracting(Reading::name, Reading::instance, Reading::value)
                .containsExactly(
                        tuple("CPU 1", "cpu-1", 13.0), tuple("CPU 2", "cpu-2", 14.0), tuple("CPU 3", "cpu-3", 15.0));
    }

    @Test
    void followsTheScaleAndPrecisionOfAnEntitySensor() {
        var inventory = look(RecordedAgent.of("""
                1.3.6.1.2.1.47.1.1.1.1.7.10|4|Inlet
                1.3.6.1.2.1.47.1.1.1.1.7.11|4|Rail
                1.3.6.1.2.1.99.1.1.1.1.10|2|8
                1.3.6.1.2.1.99.1.1.1.1.11|2|4
                1.3.6.1.2.1.99.1.1.1.1.12|2|8
                1.3.6.1.2.1.99.1.1.1.2.10|2|9
                1.3.6.1.2.1.99.1.1.1.2.11|2|8
                1.3.6.1.2.1.99.1.1.1.3.10|2|1
                1.3.6.1.2.1.99.1.1.1.3.11|2|0
                1.3.6.1.2.1.99.1.1.1.4.10|2|235
                1.3.6.1.2.1.99.1.1.1.4.11|2|3312
                1.3.6.1.2.1.99.1.1.1.4.12|2|50
                1.3.6.1.2.1.99.1.1.1.5.10|2|1
                1.3.6.1.2.1.99.1.1.1.5.12|2|2
                """));

        assertThat(reading(inventory, "temperature", "Inlet").value()).isEqualTo(23.5);
        assertThat(reading(inventory, "voltage", "Rail").value()).isEqualTo(3.312);
        assertThat(inventory.readings()).hasSize(2);
    }

    /** A value that the device did not have is never made up: decoding what is no number gives none. */
    @Test
    void anObjectOfAnotherTypeIsLeftOut() {
        assertThat(look(RecordedAgent.of("1.3.6.1.2.1.33.1.2.4.0|4|n/a")).readings())
                .isEmpty();
    }

    private static final class SilentAfterTheFirst implements Agent {
        private final Agent device;
        private int asked;

        SilentAfterTheFirst(Agent device) {
            this.device = device;
        }

        @Override
        public Got get(List<OID> objects) {
            return asked++ == 0 ? device.get(objects) : new Failed("timeout", "");
        }

        @Override
        public Walked walk(List<OID> columns, int maxRows) {
            asked++;
            return new Walked(List.of(), new Failed("timeout", ""));
        }
    }
}
