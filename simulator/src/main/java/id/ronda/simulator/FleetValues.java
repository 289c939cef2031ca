package id.ronda.simulator;

import static id.ronda.simulator.ServedValue.changing;
import static id.ronda.simulator.ServedValue.number;
import static id.ronda.simulator.ServedValue.octets;
import static id.ronda.simulator.ServedValue.oid;
import static id.ronda.simulator.ServedValue.text;

/** The values of one device of a fleet, each computed from its column, its row and the device's seed. */
final class FleetValues {
    /** Nobody's product: the enterprise number of RFC 5612 for examples. */
    private static final Oid PRODUCT = Oid.of("1.3.6.1.4.1.32473.1");

    private static final int OCTETS_PER_PACKET = 700;

    private final String name;
    private final long seed;
    private final int interfaces;

    FleetValues(String name, long seed, int interfaces) {
        this.name = name;
        this.seed = seed;
        this.interfaces = interfaces;
    }

    ServedValue value(FleetColumn column, int row) {
        return switch (column) {
            case SYS_DESCR -> text("Synthetic device with " + interfaces + " interfaces");
            case SYS_OBJECT_ID -> oid(PRODUCT);
            case SYS_UP_TIME -> changing(Syntax.TIME_TICKS, Moment::uptimeTicks);
            case SYS_CONTACT, IF_ALIAS -> text("");
            case SYS_NAME, SYS_LOCATION -> text(name);
            case IF_NUMBER -> number(Syntax.INTEGER, interfaces);
            case IF_INDEX -> number(Syntax.INTEGER, row);
            case IF_DESCR, IF_NAME -> text("port" + row);
            case IF_TYPE -> number(Syntax.INTEGER, 6);
            case IF_MTU -> number(Syntax.INTEGER, 1_500);
            case IF_SPEED -> number(Syntax.GAUGE32, FleetLine.of(row).ifSpeed());
            case IF_HIGH_SPEED -> number(Syntax.GAUGE32, FleetLine.of(row).megabits());
            case IF_PHYS_ADDRESS -> octets(Syntax.OCTET_STRING, physAddress(row));
            case IF_ADMIN_STATUS, IF_OPER_STATUS, IF_CONNECTOR_PRESENT -> number(Syntax.INTEGER, 1);
            case IF_LAST_CHANGE, IF_COUNTER_DISCONTINUITY_TIME, IF_TABLE_LAST_CHANGE -> number(Syntax.TIME_TICKS, 0);
            case IF_IN_OCTETS -> counter(Syntax.COUNTER32, inRate(row));
            case IF_OUT_OCTETS -> counter(Syntax.COUNTER32, outRate(row));
            case IF_HC_IN_OCTETS -> counter(Syntax.COUNTER64, inRate(row));
            case IF_HC_OUT_OCTETS -> counter(Syntax.COUNTER64, outRate(row));
            case IF_IN_UCAST_PKTS -> counter(Syntax.COUNTER32, inRate(row) / OCTETS_PER_PACKET);
            case IF_OUT_UCAST_PKTS -> counter(Syntax.COUNTER32, outRate(row) / OCTETS_PER_PACKET);
            case IF_HC_IN_UCAST_PKTS -> counter(Syntax.COUNTER64, inRate(row) / OCTETS_PER_PACKET);
            case IF_HC_OUT_UCAST_PKTS -> counter(Syntax.COUNTER64, outRate(row) / OCTETS_PER_PACKET);
            case IF_IN_MULTICAST_PKTS, IF_OUT_MULTICAST_PKTS -> counter(Syntax.COUNTER32, 2);
            case IF_IN_BROADCAST_PKTS, IF_OUT_BROADCAST_PKTS -> counter(Syntax.COUNTER32, 1);
            case IF_IN_ERRORS, IF_IN_DISCARDS, IF_OUT_ERRORS, IF_OUT_DISCARDS ->
                counter(Syntax.COUNTER32, chance(5, row, 20) == 0 ? 1 : 0);
            case HR_PROCESSOR_LOAD -> changing(Syntax.INTEGER, moment -> wave(moment, 600, 35, 20));
            case ENT_PHYSICAL_DESCR -> text("Inlet temperature");
            case ENT_PHYSICAL_NAME -> text("inlet");
            case ENT_PHYSICAL_CLASS, ENT_SENSOR_TYPE -> number(Syntax.INTEGER, 8);
            case ENT_SENSOR_SCALE -> number(Syntax.INTEGER, 9);
            case ENT_SENSOR_PRECISION -> number(Syntax.INTEGER, 1);
            case ENT_SENSOR_VALUE -> changing(Syntax.INTEGER, moment -> wave(moment, 3_600, 245, 30));
            case ENT_SENSOR_OPER_STATUS -> number(Syntax.INTEGER, 1);
        };
    }

    long inRate(int row) {
        return rate(row, 1);
    }

    long outRate(int row) {
        return rate(row, 2);
    }

    /** A number below {@code bound} that is always the same for this device, purpose and row. */
    long chance(int purpose, int row, int bound) {
        long mixed =
                (seed * 0x9e37_79b9_7f4a_7c15L) ^ (row * 0xbf58_476d_1ce4_e5b9L) ^ (purpose * 0x94d0_49bb_1331_11ebL);
        mixed = (mixed ^ (mixed >>> 31)) * 0xbf58_476d_1ce4_e5b9L;
        return Math.floorMod(mixed ^ (mixed >>> 29), bound);
    }

    private long rate(int row, int purpose) {
        return FleetLine.of(row).octetsPerSecond() * (1 + chance(purpose, row, 40)) / 100 + chance(purpose, row, 997);
    }

    private static ServedValue counter(Syntax syntax, long unitsPerSecond) {
        return changing(syntax, moment -> moment.counted(unitsPerSecond));
    }

    private long wave(Moment moment, int periodSeconds, int middle, int swing) {
        double turns = moment.epochMillis() / (1_000.0 * periodSeconds) + chance(3, 0, 1_000) / 1_000.0;
        return Math.round(middle + swing * Math.sin(2 * Math.PI * turns));
    }

    /** A locally administered address (IEEE 802), different for each device and row. */
    private byte[] physAddress(int row) {
        return new byte[] {2, (byte) (seed >> 16), (byte) (seed >> 8), (byte) seed, (byte) (row >> 8), (byte) row};
    }
}
