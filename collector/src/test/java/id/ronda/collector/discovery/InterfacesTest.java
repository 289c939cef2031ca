package id.ronda.collector.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.collector.Reading;
import id.ronda.collector.ReadingState;
import id.ronda.collector.reading.ObjectKind;
import id.ronda.collector.reading.PolledObject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snmp4j.smi.OID;

class InterfacesTest {

    private static InterfaceRow row(long index, String name, String descr, String mac) {
        return new InterfaceRow(index, name, descr, "", mac, 6L, 1500L, 1_000_000_000L, 1000L, 1L, 1L, true, true);
    }

    private static InterfaceRow fast(@Nullable Long speed, @Nullable Long highSpeed) {
        return new InterfaceRow(1, "a", "b", "", "", 6L, 1500L, speed, highSpeed, 1L, 1L, false, false);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            100000000, 100, 100000000
            4294967295, 10000, 10000000000
            10000000, 10, 10000000
            1544000, 2, 1544000
            1000000000, 0, 1000000000
            1000000000, -, 1000000000
            -, 10, 10000000
            0, 1000, 1000000000
            0, 0, 0
            -, -, -
            """)
    void takesTheSpeedFromTheObjectThatHoldsIt(
            @Nullable Long speed, @Nullable Long highSpeed, @Nullable Long expected) {
        assertThat(fast(speed, highSpeed).speed()).isEqualTo(expected);
    }

    @Test
    void isKnownByItsNameElseByWhatIsItsOwn() {
        var rows = List.of(
                row(1, "ge-0/0/0", "first", "00:01"),
                row(2, "port", "left", "00:02"),
                row(3, "port", "right", "00:03"),
                row(4, "port", "same", "00:04"),
                row(5, "port", "same", "00:05"),
                row(6, "", "", ""),
                row(7, "", "", ""));

        assertThat(InterfaceNames.of(rows))
                .isEqualTo(Map.of(
                        1L,
                        "ge-0/0/0",
                        2L,
                        "left",
                        3L,
                        "right",
                        4L,
                        "00:04",
                        5L,
                        "00:05",
                        6L,
                        "index-6",
                        7L,
                        "index-7"));
    }

    @Test
    void readsAnIndexAsANumberWithoutSign() {
        var high = row(4_194_304_000L, "", "", "");

        assertThat(InterfaceNames.of(List.of(high))).containsValue("index-4194304000");
        assertThat(object(high, "if.in.octets").oid()).hasToString("1.3.6.1.2.1.31.1.1.1.6.4194304000");
    }

    @Test
    void neverTakesANameThatAnotherHas() {
        var rows = List.of(row(1, "left", "x", ""), row(2, "port", "left", ""), row(3, "port", "y", ""));

        assertThat(InterfaceNames.of(rows).values()).doesNotHaveDuplicates().hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            <pppoe-budi>, pppoe
            <l2tp-kantor-camat>, l2tp
            <ovpn-a>, ovpn
            <hotspot-1>, hotspot
            Virtual-Access2.1, virtual-access
            Vi3, virtual-access
            veth3f2a9c1, veth
            pppoe-out1, -
            ether1, -
            Vlan10, -
            veth0, -
            """)
    void tellsSessionsFromInterfacesThatStay(String name, String kind) {
        assertThat(DynamicInterfaces.kind(row(1, name, name, "")).orElse(null)).isEqualTo(kind);
    }

    @Test
    void countsSessionsByTheirKind() {
        var rows = List.of(
                row(1, "<pppoe-a>", "", ""),
                row(2, "<pppoe-b>", "", ""),
                row(3, "<l2tp-c>", "", ""),
                row(4, "e", "", ""));

        assertThat(DynamicInterfaces.counts(rows))
                .extracting(Reading::instance, Reading::value)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("interfaces.dynamic.l2tp", 1.0),
                        org.assertj.core.groups.Tuple.tuple("interfaces.dynamic.pppoe", 2.0));
    }

    private static Map<String, PolledObject> objects(InterfaceRow row) {
        return new InterfaceObjects(row, "x")
                .objects().stream().collect(Collectors.toMap(PolledObject::metric, Function.identity()));
    }

    private static PolledObject object(InterfaceRow row, String metric) {
        return java.util.Objects.requireNonNull(objects(row).get(metric));
    }

    @Test
    void prefersTheWideCounters() {
        var octets = object(row(7, "a", "b", ""), "if.out.octets");

        assertThat(octets.kind()).isEqualTo(ObjectKind.COUNTER64);
        assertThat(octets.oid()).isEqualTo(new OID("1.3.6.1.2.1.31.1.1.1.10.7"));
        assertThat(octets.unit()).isEqualTo("By/s");
        assertThat(octets.ceiling()).isEqualTo(131_250_000);
    }

    @Test
    void takesTheNarrowOnesWhereThereAreNoOthers() {
        var octets = object(fast(10_000_000L, null), "if.in.octets");

        assertThat(octets.kind()).isEqualTo(ObjectKind.COUNTER32);
        assertThat(octets.oid()).isEqualTo(new OID("1.3.6.1.2.1.2.2.1.10.1"));
    }

    @Test
    void hasNoCeilingWhereTheSpeedIsUnknown() {
        assertThat(object(fast(0L, null), "if.in.octets").ceiling()).isNaN();
        assertThat(object(fast(null, null), "if.in.packets").ceiling()).isNaN();
    }

    @Test
    void asksForEveryMetricOfTheContract() {
        assertThat(objects(row(1, "a", "b", "")))
                .containsOnlyKeys(
                        "if.in.octets",
                        "if.out.octets",
                        "if.in.packets",
                        "if.out.packets",
                        "if.in.errors",
                        "if.out.errors",
                        "if.in.discards",
                        "if.out.discards",
                        "if.oper.status");
    }

    @Test
    void aDownLineIsCritical() {
        var states = java.util.Objects.requireNonNull(
                object(row(1, "a", "b", ""), "if.oper.status").states());

        assertThat(states.of(1)).isEqualTo(ReadingState.OK);
        assertThat(states.of(2)).isEqualTo(ReadingState.CRITICAL);
        assertThat(states.of(6)).isEqualTo(ReadingState.UNKNOWN);
        assertThat(states.of(99)).isEqualTo(ReadingState.UNKNOWN);
    }
}
