package id.ronda.simulator.regency;

import id.ronda.simulator.ObjectTree;
import id.ronda.simulator.Syntax;
import id.ronda.simulator.regency.Rack.Outlet;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** What serves in the racks themselves: two power strips whose outlets sum to their inlet, and the lock of a door. */
final class RackAgents {
    private static final String RARITAN = "1.3.6.1.4.1.13742.6.";
    private static final String RPDU2 = "1.3.6.1.4.1.318.1.1.26.";
    private static final String ACCESS = "1.3.6.1.4.1.318.1.1.20.1.";
    private static final String LOCATION = "Ruang server Dinas Kominfo";
    private static final double POWER_FACTOR = 0.97;

    private final World world;

    RackAgents(World world) {
        this.world = world;
    }

    /** The strip of rack A by Raritan's PDU2-MIB. */
    ObjectTree raritanPdu() {
        AgentTree tree = new AgentTree(world)
                .system("PX3-5514R MD:PX3-5514R FW:4.1.0.5-50274", "1.3.6.1.4.1.13742.6", "pdu-a", LOCATION)
                .text(RARITAN + "3.2.1.1.3.1", "PX3-5514R")
                .text(RARITAN + "3.2.1.1.4.1", "1HD3X00045")
                .text(RARITAN + "3.3.3.1.2.1.1", "I1");
        Sensors inlet = new Sensors(tree, RARITAN + "3.3.4.1.7.1.1.", RARITAN + "5.2.3.1.", "1.1.");
        inlet.power(
                at -> at.rackA().watts(),
                at -> at.rackA().wattHours(),
                at -> at.rackA().volts());
        inlet.value(23, 1, World::buildingHertz);
        int number = 0;
        for (Outlet outlet : world.rackA().outlets()) {
            number++;
            raritanOutlet(tree, number, outlet);
        }
        return tree.build();
    }

    private static void raritanOutlet(AgentTree tree, int number, Outlet outlet) {
        tree.text(RARITAN + "3.5.3.1.2.1." + number, String.valueOf(number))
                .text(RARITAN + "3.5.3.1.3.1." + number, outlet.name());
        Sensors sensors =
                new Sensors(tree, RARITAN + "3.5.4.1.7.1." + number + ".", RARITAN + "5.4.3.1.", "1." + number + ".");
        sensors.power(
                at -> outlet.watts(), at -> outlet.wattHours(), at -> at.rackA().volts());
        tree.integer(RARITAN + "5.4.3.1.2.1." + number + ".14", 1)
                .integer(RARITAN + "5.4.3.1.3.1." + number + ".14", 7);
    }

    /** The sensors of one inlet or outlet: decimal digits in one table; availability, state and value in another. */
    private record Sensors(AgentTree tree, String digits, String measurements, String index) {
        /** Sensor types of PDU2-MIB: rmsCurrent 1, rmsVoltage 4, activePower 5, activeEnergy 8. */
        void power(ToDoubleFunction<World> watts, ToDoubleFunction<World> wattHours, ToDoubleFunction<World> volts) {
            value(1, 3, at -> watts.applyAsDouble(at) / POWER_FACTOR / 230);
            value(4, 0, volts);
            value(5, 0, watts);
            value(8, 0, wattHours);
        }

        void value(int type, int decimals, ToDoubleFunction<World> value) {
            double scale = Math.pow(10, decimals);
            tree.constant(digits + type, Syntax.GAUGE32, decimals)
                    .integer(measurements + "2." + index + type, 1)
                    .integer(measurements + "3." + index + type, 4)
                    .reading(measurements + "4." + index + type, Syntax.GAUGE32, at -> scale * value.applyAsDouble(at));
        }
    }

    /** The strip of rack B by APC's PowerNet-MIB, second generation. */
    ObjectTree apcPdu() {
        AgentTree tree = new AgentTree(world)
                .system(
                        "APC Web/SNMP Management Card (MB:v4.1.0 PF:v6.5.6 PN:apc_hw05_aos_656.bin AF1:v6.5.6"
                                + " AN1:apc_hw05_rpdu2g_656.bin MN:AP8853 HR:01 SN: 5A1234E01234 MD:12/03/2021)",
                        "1.3.6.1.4.1.318.1.3.4.6",
                        "pdu-b",
                        LOCATION)
                .text("1.3.6.1.4.1.318.1.1.12.1.5.0", "AP8853")
                .text("1.3.6.1.4.1.318.1.1.12.1.6.0", "5A1234E01234");
        ToDoubleFunction<World> watts = at -> at.rackB().watts();
        tree.text(RPDU2 + "4.3.1.3.1", "RackPDU")
                .integer(RPDU2 + "4.3.1.4.1", 2)
                .reading(RPDU2 + "4.3.1.5.1", at -> watts.applyAsDouble(at) / 10)
                .reading(RPDU2 + "4.3.1.9.1", at -> at.rackB().wattHours() / 100)
                .integer(RPDU2 + "4.3.1.12.1", 1)
                .reading(RPDU2 + "4.3.1.16.1", at -> watts.applyAsDouble(at) / POWER_FACTOR / 10)
                .integer(RPDU2 + "4.3.1.17.1", 97)
                .integer(RPDU2 + "6.3.1.3.1", 1)
                .integer(RPDU2 + "6.3.1.4.1", 2)
                .reading(RPDU2 + "6.3.1.5.1", at -> amperes(watts.applyAsDouble(at)) * 10)
                .reading(RPDU2 + "6.3.1.6.1", at -> at.rackB().volts())
                .reading(RPDU2 + "6.3.1.7.1", at -> watts.applyAsDouble(at) / 10);
        List<Outlet> outlets = world.rackB().outlets();
        for (int i = 0; i < outlets.size(); i++) {
            apcOutlet(tree, i + 1, outlets.get(i));
        }
        return tree.build();
    }

    private static void apcOutlet(AgentTree tree, int number, Outlet outlet) {
        for (String table : List.of("9.2.3.1.", "9.4.3.1.")) {
            tree.integer(RPDU2 + table + "2." + number, 1)
                    .text(RPDU2 + table + "3." + number, outlet.name())
                    .integer(RPDU2 + table + "4." + number, number)
                    .integer(RPDU2 + table + "5." + number, 2);
        }
        tree.reading(RPDU2 + "9.4.3.1.6." + number, at -> amperes(outlet.watts()) * 10)
                .reading(RPDU2 + "9.4.3.1.7." + number, at -> outlet.watts())
                .reading(RPDU2 + "9.4.3.1.11." + number, at -> outlet.wattHours() / 100);
    }

    private static double amperes(double watts) {
        return watts / POWER_FACTOR / 230;
    }

    /** The doors of rack A by APC's Rack Access PX. */
    ObjectTree rackDoors() {
        AgentTree tree = new AgentTree(world)
                .system(
                        "APC Rack Access PX (MB:v3.8.6 PF:v3.5.8 AF1:v3.5.7 MN:AP9361 HR:05 SN: ZA0731003456 MD:03/12/2021)",
                        "1.3.6.1.4.1.318.1.3.22",
                        "akses-rak",
                        LOCATION)
                .reading(ACCESS + "1.1.0", at -> at.doorOpen() ? 2 : 1);
        door(tree, "4.", World::doorOpen);
        door(tree, "6.", at -> false);
        return tree.build();
    }

    private static void door(AgentTree tree, String group, Predicate<World> open) {
        tree.reading(ACCESS + group + "1.0", at -> open.test(at) ? 1 : 2)
                .reading(ACCESS + group + "2.0", at -> open.test(at) ? 1 : 2)
                .reading(ACCESS + group + "3.0", at -> open.test(at) ? 1 : 2)
                .reading(ACCESS + group + "5.0", at -> open.test(at) ? 2 : 1);
    }
}
