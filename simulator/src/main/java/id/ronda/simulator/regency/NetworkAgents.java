package id.ronda.simulator.regency;

import id.ronda.simulator.ObjectTree;
import id.ronda.simulator.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What routers, firewall and switches serve: IF-MIB and the vendors' own objects. */
final class NetworkAgents {
    private static final String MIKROTIK = "1.3.6.1.4.1.14988.1";
    private static final String MIKROTIK_GAUGE = MIKROTIK + ".1.3.100.1.";
    private static final String FORTIGATE = "1.3.6.1.4.1.12356.101.";
    private static final String CISCO = "1.3.6.1.4.1.9.9.";
    private static final String LOCATION = "Ruang server Dinas Kominfo";

    private final World world;
    private final List<Meter> allDown;
    private final List<Meter> allUp;

    NetworkAgents(World world) {
        this.world = world;
        this.allDown = world.links().stream().map(OfficeLink::down).toList();
        this.allUp = world.links().stream().map(OfficeLink::up).toList();
    }

    /** A MikroTik CCR: one VLAN for each office, all of them through one uplink. */
    ObjectTree coreRouter() {
        AgentTree tree = new AgentTree(world).system("RouterOS CCR2004-16G-2S+", MIKROTIK, "core-router", LOCATION);
        List<Port> ports = new ArrayList<>();
        ports.add(Port.ethernet(1, "sfp-sfpplus1", "uplink firewall", 10_000, allDown, allUp));
        ports.add(Port.ethernet(2, "sfp-sfpplus2", "distribusi kantor", 10_000, allUp, allDown));
        for (OfficeLink link : world.links()) {
            ports.add(officePort(link));
        }
        InterfaceTable.write(tree, 1, ports);
        mikrotik(tree, "HC5078AB1C0", 1, 24);
        world.links().forEach(link -> MikroTikServices.queue(tree, link));
        MikroTikServices.connections(tree, at -> 4_000 + 96_000 * at.rhythm());
        gauge(tree, 14, "cpu-temperature", 1, 48);
        gauge(tree, 17, "fan1-speed", 2, 4_100);
        gauge(tree, 7_101, "power-consumption", 5, 284);
        tree.integer(MIKROTIK_GAUGE + "3.7102", 0)
                .text(MIKROTIK_GAUGE + "2.7102", "psu1-state")
                .integer(MIKROTIK_GAUGE + "4.7102", 6);
        return tree.build();
    }

    private static Port officePort(OfficeLink link) {
        int vlan = 100 + link.office().number();
        return new Port(
                vlan,
                "vlan" + vlan,
                link.office().name(),
                135,
                link.office().megabits(),
                world -> link.connected(),
                world -> link.changedAtMillis(),
                List.of(link.up()),
                List.of(link.down()));
    }

    /** A small MikroTik in an office, with its share of the bandwidth on its first port. */
    ObjectTree officeRouter(OfficeLink link) {
        SeedFacts.Office office = link.office();
        String name = String.format(Locale.ROOT, "kantor-%02d", office.number());
        AgentTree tree = new AgentTree(world).system("RouterOS RB750Gr3", MIKROTIK, name, office.name());
        Port uplink = Port.ethernet(
                1, "ether1", "uplink kominfo", office.megabits(), List.of(link.down()), List.of(link.up()));
        List<Port> ports = new ArrayList<>(
                List.of(uplink, Port.ethernet(2, "ether2", "lan", 1_000, List.of(link.up()), List.of(link.down()))));
        IntStream.rangeClosed(3, 5).forEach(index -> ports.add(Port.unused(index, "ether" + index, 1_000)));
        ports.add(new Port(6, "bridge", "", 209, 1_000, at -> true, at -> 0, List.of(link.up()), List.of(link.down())));
        InterfaceTable.write(tree, 100 + office.number(), ports);
        mikrotik(tree, String.format(Locale.ROOT, "CC210F%05d", office.number()), office.number(), 4);
        MikroTikServices.office(tree, world, office.number());
        tree.reading(MIKROTIK + ".1.3.8.0", at -> 238 + 2 * at.flicker(office.number()))
                .reading(MIKROTIK + ".1.3.10.0", at -> 360 + 40 * at.rhythm() + 5 * at.flicker(office.number()));
        return tree.build();
    }

    private static void mikrotik(AgentTree tree, String serial, int channel, int processors) {
        tree.text(MIKROTIK + ".1.4.4.0", "7.15.3")
                .text(MIKROTIK + ".1.7.3.0", serial)
                .text(MIKROTIK + ".1.7.4.0", "7.15.3")
                .storage(65_536, 2, "main memory", 1_024, 4_194_304, at -> 0.18 + 0.02 * at.flicker(channel))
                .storage(131_073, 4, "system disk", 1_024, 131_072, at -> 0.31);
        for (int i = 1; i <= Math.min(4, processors); i++) {
            int core = i;
            tree.processor(i, at -> 5 + 38 * at.rhythm() + 6 * at.flicker(channel + core));
        }
    }

    /** A row of mtxrGaugeTable. */
    private static void gauge(AgentTree tree, int index, String name, int unit, double middle) {
        tree.text(MIKROTIK_GAUGE + "2." + index, name)
                .reading(
                        MIKROTIK_GAUGE + "3." + index,
                        at -> middle * (1 + 0.08 * at.rhythm() + 0.02 * at.flicker(index)))
                .integer(MIKROTIK_GAUGE + "4." + index, unit);
    }

    /** A FortiGate between the core router and the provider. */
    ObjectTree firewall() {
        AgentTree tree = new AgentTree(world).system("FortiGate 100E", FORTIGATE + "1.1041", "firewall", LOCATION);
        List<Meter> serversOut = world.servers().stream().map(ServerLoad::out).toList();
        List<Meter> serversIn = world.servers().stream().map(ServerLoad::in).toList();
        InterfaceTable.write(
                tree,
                2,
                List.of(
                        Port.ethernet(1, "wan1", "ISP", 1_000, joined(allDown, serversIn), joined(allUp, serversOut)),
                        Port.unused(2, "wan2", 1_000),
                        Port.ethernet(3, "dmz", "server", 1_000, serversOut, serversIn),
                        Port.ethernet(4, "port1", "core router", 10_000, allUp, allDown)));
        tree.text("1.3.6.1.4.1.12356.100.1.1.1.0", "FG100E0000000000")
                .text(FORTIGATE + "4.1.1.0", "v7.2.8,build1639,240313 (GA)")
                .reading(FORTIGATE + "4.1.3.0", Syntax.GAUGE32, at -> 8 + 40 * at.rhythm() + 4 * at.flicker(60))
                .reading(FORTIGATE + "4.1.4.0", Syntax.GAUGE32, at -> 46 + 9 * at.rhythm())
                .constant(FORTIGATE + "4.1.5.0", Syntax.GAUGE32, 3_958_012)
                .reading(FORTIGATE + "4.1.8.0", Syntax.GAUGE32, at -> 900 + 21_000 * at.rhythm() + 400 * at.flicker(61))
                .reading(FORTIGATE + "4.1.11.0", Syntax.GAUGE32, at -> 12 + 260 * at.rhythm() + 9 * at.flicker(62))
                .text(FORTIGATE + "4.2.1.0", "91.00000(2026-11-18 03:12)")
                .text(FORTIGATE + "4.2.2.0", "26.00700(2026-11-17 22:40)");
        sensor(tree, 1, "CPU Temperature", at -> 47 + 9 * at.rhythm() + at.flicker(63));
        sensor(tree, 2, "Fan 1", at -> 5_200 + 400 * at.rhythm());
        return tree.build();
    }

    private static void sensor(AgentTree tree, int index, String name, ToDoubleFunction<World> value) {
        tree.integer(FORTIGATE + "4.3.2.1.1." + index, index)
                .text(FORTIGATE + "4.3.2.1.2." + index, name)
                .written(FORTIGATE + "4.3.2.1.3." + index, value, "%.0f")
                .integer(FORTIGATE + "4.3.2.1.4." + index, 0);
    }

    /** A Catalyst: servers on the first switch, offices of the building on the others. */
    ObjectTree accessSwitch(int number, int portCount) {
        String name = "switch-" + number;
        AgentTree tree = new AgentTree(world)
                .system(
                        "Cisco IOS Software, C2960X Software (C2960X-UNIVERSALK9-M), Version 15.2(7)E8",
                        "1.3.6.1.4.1.9.1.1208",
                        name,
                        LOCATION);
        List<Port> ports = new ArrayList<>();
        for (int i = 1; i <= portCount; i++) {
            ports.add(switchPort(number, i));
        }
        List<Meter> into = ports.stream().flatMap(port -> port.in().stream()).toList();
        List<Meter> outOf = ports.stream().flatMap(port -> port.out().stream()).toList();
        ports.add(Port.ethernet(10_100 + portCount + 1, "Te1/0/1", "uplink", 10_000, outOf, into));
        InterfaceTable.write(tree, 10 + number, ports);
        cisco(tree, number);
        return tree.build();
    }

    private Port switchPort(int number, int i) {
        int index = 10_100 + i;
        String name = "Gi1/0/" + i;
        if (number == 1 && i <= world.servers().size()) {
            ServerLoad server = world.servers().get(i - 1);
            return Port.ethernet(
                    index, name, server.server().service(), 1_000, List.of(server.out()), List.of(server.in()));
        }
        int office = (number - 2) * 27 + i - 1;
        if (number > 1 && i <= 27 && office < world.links().size()) {
            OfficeLink link = world.links().get(office);
            return Port.ethernet(index, name, link.office().name(), 1_000, List.of(link.up()), List.of(link.down()));
        }
        return Port.unused(index, name, 1_000);
    }

    private static void cisco(AgentTree tree, int number) {
        tree.reading(
                        CISCO + "109.1.1.1.1.6.1",
                        Syntax.GAUGE32,
                        at -> 9 + 20 * at.rhythm() + 4 * at.flicker(70 + number))
                .reading(CISCO + "109.1.1.1.1.7.1", Syntax.GAUGE32, at -> 9 + 18 * at.rhythm())
                .reading(CISCO + "109.1.1.1.1.8.1", Syntax.GAUGE32, at -> 9 + 17 * at.rhythm())
                .text(CISCO + "48.1.1.1.2.1", "Processor")
                .reading(CISCO + "48.1.1.1.5.1", Syntax.GAUGE32, at -> 41_000_000 + 900_000 * at.rhythm())
                .reading(CISCO + "48.1.1.1.6.1", Syntax.GAUGE32, at -> 380_000_000 - 900_000 * at.rhythm())
                .text(CISCO + "13.1.3.1.2.1008", "SW#1, Sensor#1, GREEN")
                .reading(
                        CISCO + "13.1.3.1.3.1008",
                        Syntax.GAUGE32,
                        at -> 20 + at.room().celsius() + at.flicker(80 + number))
                .integer(CISCO + "13.1.3.1.4.1008", 68)
                .integer(CISCO + "13.1.3.1.6.1008", 1)
                .text(CISCO + "13.1.4.1.2.1014", "Switch#1, Fan#1")
                .integer(CISCO + "13.1.4.1.3.1014", 1)
                .text(CISCO + "13.1.5.1.2.1003", "Sw1, PS1 Normal, RPS NotExist")
                .integer(CISCO + "13.1.5.1.3.1003", 1);
    }

    private static List<Meter> joined(List<Meter> one, List<Meter> other) {
        List<Meter> both = new ArrayList<>(one);
        both.addAll(other);
        return List.copyOf(both);
    }
}
