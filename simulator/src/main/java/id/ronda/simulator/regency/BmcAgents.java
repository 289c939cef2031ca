package id.ronda.simulator.regency;

import id.ronda.simulator.ObjectTree;
import id.ronda.simulator.Syntax;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What the management boards of servers serve: Dell's iDRAC and HPE's iLO. Fans follow the air and the processor. */
final class BmcAgents {
    private static final String IDRAC = "1.3.6.1.4.1.674.10892.5.";
    private static final String ILO = "1.3.6.1.4.1.232.";
    private static final String LOCATION = "Ruang server Dinas Kominfo";
    private static final int FANS = 4;

    private final World world;

    BmcAgents(World world) {
        this.world = world;
    }

    /** At the front of the server. */
    private static double inlet(World at) {
        return at.room().celsius() + 0.8;
    }

    private static double processor(World at, ServerLoad load) {
        return inlet(at) + 16 + 30 * load.cpu();
    }

    private static double fanShare(World at, ServerLoad load) {
        return Math.clamp(0.25 + 0.03 * (inlet(at) - 22) + 0.2 * load.cpu(), 0.2, 1);
    }

    /** Dell's IDRAC-MIB. */
    ObjectTree idrac(ServerLoad load, String model) {
        String name = name("idrac", load);
        AgentTree tree = new AgentTree(world)
                .system("iDRAC8", "1.3.6.1.4.1.674.10892.5", name, LOCATION)
                .text(IDRAC + "1.1.8.0", "2.85.85.85")
                .text(IDRAC + "1.3.2.0", "J" + (4_000 + load.server().number()) + "B2")
                .text(IDRAC + "1.3.12.0", model)
                .reading(IDRAC + "2.1.0", at -> inlet(at) > 42 ? 4 : 3)
                .integer(IDRAC + "2.2.0", 3)
                .integer(IDRAC + "2.3.0", 3)
                .integer(IDRAC + "2.4.0", 4)
                .reading(IDRAC + "2.5.0", at -> 5_000_000 + at.elapsedMillis() / 1_000.0);
        port(tree, 40 + load.server().number(), load);
        for (int fan = 1; fan <= FANS; fan++) {
            int number = fan;
            probe(tree, "700.12.1.", fan, "System Board Fan" + fan, at -> 15_000 * fanShare(at, load) + 60 * number);
        }
        probe(tree, "700.20.1.", 1, "System Board Inlet Temp", at -> 10 * inlet(at));
        probe(tree, "700.20.1.", 2, "System Board Exhaust Temp", at -> 10 * (inlet(at) + 9 + 6 * load.cpu()));
        probe(tree, "700.20.1.", 3, "CPU1 Temp", at -> 10 * processor(at, load));
        idracPower(tree, load);
        disks(tree);
        return tree.build();
    }

    /** A row of a table of probes: index chassis and probe, status 3 is ok. */
    private static void probe(AgentTree tree, String table, int row, String name, ToDoubleFunction<World> value) {
        String at = ".1." + row;
        tree.integer(IDRAC + "4." + table + "5" + at, 3)
                .reading(IDRAC + "4." + table + "6" + at, value)
                .text(IDRAC + "4." + table + "8" + at, name);
    }

    private static void idracPower(AgentTree tree, ServerLoad load) {
        for (int supply = 1; supply <= 2; supply++) {
            String at = ".1." + supply;
            tree.integer(IDRAC + "4.600.12.1.5" + at, 3)
                    .integer(IDRAC + "4.600.12.1.6" + at, 7_500)
                    .text(IDRAC + "4.600.12.1.8" + at, "PS" + supply + " Status")
                    .reading(IDRAC + "4.600.12.1.16" + at, w -> w.rackA().volts());
            probe(tree, "600.30.1.", supply, "PS" + supply + " Current " + supply, w -> 10 * load.watts() / 2 / 230);
            tree.integer(IDRAC + "4.600.30.1.7" + at, 23);
        }
        probe(tree, "600.30.1.", 3, "System Board Pwr Consumption", w -> load.watts());
        tree.integer(IDRAC + "4.600.30.1.7.1.3", 26)
                .text(IDRAC + "4.600.60.1.6.1.1", "System Board Energy")
                .counter(IDRAC + "4.600.60.1.7.1.1", Syntax.GAUGE32, List.of(load.wattSeconds()), 3_600)
                .integer(IDRAC + "4.600.60.1.9.1.1", 312);
    }

    private static void disks(AgentTree tree) {
        String disk = IDRAC + "5.1.20.130.4.1.";
        for (int i = 1; i <= 4; i++) {
            tree.text(disk + "2." + i, "Physical Disk 0:1:" + (i - 1))
                    .integer(disk + "4." + i, 3)
                    .integer(disk + "11." + i, 1_144_192)
                    .integer(disk + "24." + i, 3)
                    .integer(disk + "31." + i, 0)
                    .text(disk + "55." + i, "Physical Disk 0:1:" + (i - 1));
        }
        String raid = IDRAC + "5.1.20.140.1.1.";
        tree.text(raid + "2.1", "Virtual Disk 0")
                .integer(raid + "4.1", 2)
                .integer(raid + "6.1", 3_432_576)
                .integer(raid + "20.1", 3)
                .text(raid + "36.1", "Virtual Disk 0");
    }

    /** HPE's Insight MIBs on an iLO 4. */
    ObjectTree ilo(ServerLoad load, String model) {
        String name = name("ilo", load);
        AgentTree tree = new AgentTree(world)
                .system("Integrated Lights-Out 4 2.82 Feb 06 2023", "1.3.6.1.4.1.232.9.4.10", name, LOCATION)
                .text(ILO + "2.2.4.2.0", model)
                .text(ILO + "9.2.2.2.0", "2.82")
                .text(ILO + "2.2.2.1.0", "SGH615TX0" + load.server().number())
                .reading(ILO + "6.1.3.0", at -> inlet(at) > 42 ? 3 : 2)
                .reading(ILO + "6.2.6.1.0", at -> inlet(at) > 42 ? 3 : 2)
                .integer(ILO + "6.2.6.4.0", 2)
                .integer(ILO + "6.2.9.1.0", 2)
                .integer(ILO + "6.2.14.4.0", 2)
                .reading(ILO + "6.2.15.3.0", at -> load.watts());
        port(tree, 40 + load.server().number(), load);
        for (int fan = 1; fan <= FANS; fan++) {
            int number = fan;
            tree.integer(ILO + "6.2.6.7.1.9.0." + fan, 2)
                    .reading(ILO + "6.2.6.7.1.12.0." + fan, at -> 12_000 * fanShare(at, load) + 50 * number);
        }
        temperature(tree, 1, 11, BmcAgents::inlet);
        temperature(tree, 2, 6, at -> processor(at, load));
        temperature(tree, 3, 10, at -> inlet(at) + 12 + 8 * load.cpu());
        iloPower(tree, load);
        return tree.build();
    }

    /** A row of cpqHeTemperatureTable; locale 6 is the processor, 10 a supply, 11 the ambient air. */
    private static void temperature(AgentTree tree, int row, int locale, ToDoubleFunction<World> celsius) {
        String at = ".0." + row;
        tree.integer(ILO + "6.2.6.8.1.3" + at, locale)
                .reading(ILO + "6.2.6.8.1.4" + at, celsius)
                .integer(ILO + "6.2.6.8.1.6" + at, 2);
    }

    private static void iloPower(AgentTree tree, ServerLoad load) {
        for (int supply = 1; supply <= 2; supply++) {
            String at = ".0." + supply;
            tree.integer(ILO + "6.2.9.3.1.4" + at, 2)
                    .integer(ILO + "6.2.9.3.1.5" + at, 1)
                    .reading(ILO + "6.2.9.3.1.6" + at, w -> w.rackA().volts())
                    .reading(ILO + "6.2.9.3.1.7" + at, w -> load.watts() / 2)
                    .integer(ILO + "6.2.9.3.1.8" + at, 900);
        }
    }

    private static String name(String board, ServerLoad load) {
        return String.format(Locale.ROOT, "%s-%02d", board, load.server().number());
    }

    private static void port(AgentTree tree, int deviceNumber, ServerLoad load) {
        String alias = load.server().service();
        InterfaceTable.write(tree, deviceNumber, List.of(Port.ethernet(1, "eth0", alias, 1_000, List.of(), List.of())));
    }
}
