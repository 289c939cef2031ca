package id.ronda.simulator.regency;

import id.ronda.simulator.Syntax;
import java.util.List;

/** IF-MIB (RFC 2863) of a device of the regency. */
final class InterfaceTable {
    private static final String ROW = "1.3.6.1.2.1.2.2.1.";
    private static final String X_ROW = "1.3.6.1.2.1.31.1.1.1.";
    private static final double OCTETS_PER_PACKET = 680;

    private InterfaceTable() {}

    static void write(AgentTree tree, int deviceNumber, List<Port> ports) {
        tree.integer("1.3.6.1.2.1.2.1.0", ports.size());
        tree.constant("1.3.6.1.2.1.31.1.5.0", Syntax.TIME_TICKS, 0);
        ports.forEach(port -> row(tree, deviceNumber, port));
    }

    /** One row, for an interface that is not always there. */
    static void row(AgentTree tree, int deviceNumber, Port port) {
        identity(tree, deviceNumber, port);
        status(tree, port);
        flow(tree, port, true);
        flow(tree, port, false);
    }

    private static void identity(AgentTree tree, int deviceNumber, Port port) {
        String at = "." + port.index();
        long bits = port.megabits() * 1_000_000L;
        tree.integer(ROW + "1" + at, port.index())
                .text(ROW + "2" + at, port.name())
                .integer(ROW + "3" + at, port.type())
                .integer(ROW + "4" + at, port.type() == 24 ? 65_536 : 1_500)
                .constant(ROW + "5" + at, Syntax.GAUGE32, Math.min(bits, 0xffff_ffffL))
                .octets(ROW + "6" + at, physAddress(deviceNumber, port))
                .text(X_ROW + "1" + at, port.name())
                .constant(X_ROW + "15" + at, Syntax.GAUGE32, port.megabits())
                .integer(X_ROW + "17" + at, port.type() == 6 ? 1 : 2)
                .text(X_ROW + "18" + at, port.alias())
                .constant(X_ROW + "19" + at, Syntax.TIME_TICKS, 0);
    }

    private static void status(AgentTree tree, Port port) {
        String at = "." + port.index();
        tree.integer(ROW + "7" + at, 1)
                .reading(ROW + "8" + at, world -> port.up().test(world) ? 1 : 2)
                .timeStamp(ROW + "9" + at, port.changedAt());
    }

    private static void flow(AgentTree tree, Port port, boolean in) {
        String at = "." + port.index();
        List<Meter> meters = in ? port.in() : port.out();
        tree.counter(ROW + (in ? "10" : "16") + at, Syntax.COUNTER32, meters, 1)
                .counter(ROW + (in ? "11" : "17") + at, Syntax.COUNTER32, meters, OCTETS_PER_PACKET)
                .constant(ROW + (in ? "13" : "19") + at, Syntax.COUNTER32, 0)
                .constant(ROW + (in ? "14" : "20") + at, Syntax.COUNTER32, 0)
                .counter(X_ROW + (in ? "6" : "10") + at, Syntax.COUNTER64, meters, 1)
                .counter(X_ROW + (in ? "7" : "11") + at, Syntax.COUNTER64, meters, OCTETS_PER_PACKET);
    }

    /** A locally administered address (IEEE 802); a loopback has none. */
    private static byte[] physAddress(int deviceNumber, Port port) {
        if (port.type() == 24) {
            return new byte[0];
        }
        return new byte[] {2, 0, 0x5e, (byte) (deviceNumber >> 8), (byte) deviceNumber, (byte) port.index()};
    }
}
