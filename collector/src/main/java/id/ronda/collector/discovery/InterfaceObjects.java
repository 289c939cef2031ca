package id.ronda.collector.discovery;

import static id.ronda.collector.discovery.InterfaceTable.IF_ENTRY;
import static id.ronda.collector.discovery.InterfaceTable.IF_X_ENTRY;

import id.ronda.collector.IfStatus;
import id.ronda.collector.ReadingState;
import id.ronda.collector.reading.GaugeDecoder;
import id.ronda.collector.reading.ObjectKind;
import id.ronda.collector.reading.PolledObject;
import id.ronda.collector.reading.StateMap;
import id.ronda.collector.reading.StateMap.Meaning;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snmp4j.smi.OID;

/** What an interface is asked at every slot: octets, packets, errors and discards of both directions, and its state. */
final class InterfaceObjects {
    /** Clocks of line and device differ, and so do the moments of two answers. */
    private static final double TOLERANCE = 1.05;

    private static final int BITS = 8;
    private static final int SMALLEST_FRAME = 64;
    private static final int IF_OPER_STATUS = 8;
    private static final StateMap OPER_STATES = new StateMap(
            Arrays.stream(IfStatus.values()).collect(Collectors.toMap(IfStatus::number, InterfaceObjects::meaning)));

    private final InterfaceRow row;
    private final String instance;

    InterfaceObjects(InterfaceRow row, String instance) {
        this.row = row;
        this.instance = instance;
    }

    private static Meaning meaning(IfStatus status) {
        var state = switch (status) {
            case UP, DORMANT -> ReadingState.OK;
            case TESTING -> ReadingState.WARNING;
            case DOWN, LOWER_LAYER_DOWN -> ReadingState.CRITICAL;
            case UNKNOWN, NOT_PRESENT -> ReadingState.UNKNOWN;
        };
        return new Meaning(status.code(), state);
    }

    List<PolledObject> objects() {
        double octets = ceiling(row.speed());
        double packets = octets / SMALLEST_FRAME;
        return List.of(
                row.wide() ? wide("if.in.octets", "By/s", 6, octets) : narrow("if.in.octets", "By/s", 10, octets),
                row.wide() ? wide("if.out.octets", "By/s", 10, octets) : narrow("if.out.octets", "By/s", 16, octets),
                row.widePackets()
                        ? wide("if.in.packets", "1/s", 7, packets)
                        : narrow("if.in.packets", "1/s", 11, packets),
                row.widePackets()
                        ? wide("if.out.packets", "1/s", 11, packets)
                        : narrow("if.out.packets", "1/s", 17, packets),
                narrow("if.in.errors", "1/s", 14, packets),
                narrow("if.out.errors", "1/s", 20, packets),
                narrow("if.in.discards", "1/s", 13, packets),
                narrow("if.out.discards", "1/s", 19, packets),
                state());
    }

    private static double ceiling(@Nullable Long speed) {
        return speed == null || speed == 0 ? Double.NaN : speed * TOLERANCE / BITS;
    }

    private PolledObject wide(String metric, String unit, int column, double ceiling) {
        return counter(oid(IF_X_ENTRY, column), metric, unit, ObjectKind.COUNTER64, ceiling);
    }

    private PolledObject narrow(String metric, String unit, int column, double ceiling) {
        return counter(oid(IF_ENTRY, column), metric, unit, ObjectKind.COUNTER32, ceiling);
    }

    private PolledObject counter(OID oid, String metric, String unit, ObjectKind kind, double ceiling) {
        return new PolledObject(oid, metric, instance, row.name(), unit, kind, GaugeDecoder.PLAIN, null, ceiling);
    }

    private PolledObject state() {
        return new PolledObject(
                oid(IF_ENTRY, IF_OPER_STATUS),
                "if.oper.status",
                instance,
                row.name(),
                "1",
                ObjectKind.STATE,
                GaugeDecoder.PLAIN,
                OPER_STATES,
                Double.NaN);
    }

    private OID oid(OID entry, int column) {
        return new OID(entry.getValue(), new int[] {column, (int) row.index()});
    }
}
