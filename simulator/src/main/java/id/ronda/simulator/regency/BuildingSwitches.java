package id.ronda.simulator.regency;

import id.ronda.simulator.ObjectTree;
import id.ronda.simulator.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What the switches of the floors serve: three makers, optics to the core, power for what hangs on the walls. */
final class BuildingSwitches {
    private static final String ENTITY = "1.3.6.1.2.1.47.1.1.1.1.";
    private static final String POE = "1.3.6.1.2.1.105.1.3.1.1.";
    private static final String HUAWEI = "1.3.6.1.4.1.2011.5.25.";
    private static final String RUIJIE = "1.3.6.1.4.1.4881.1.1.10.2.";
    private static final String H3C = "1.3.6.1.4.1.25506.";
    private static final int PORTS = 24;
    private static final int BOARD = 67_108_867;

    private final World world;

    BuildingSwitches(World world) {
        this.world = world;
    }

    /** Huawei's S5735 in the assembly hall: access points and the cameras at the gate. */
    ObjectTree huawei() {
        AgentTree tree = new AgentTree(world)
                .system(
                        "S5735-L24P4X-A1\r\nHuawei Versatile Routing Platform Software\r\n"
                                + "VRP (R) software, Version 5.170 (S5735 V200R019C10SPC500)",
                        "1.3.6.1.4.1.2011.2.23.588",
                        "switch-4",
                        "Aula Pemkab Pesawaran");
        List<PoweredPort> powered = List.of(
                PoweredPort.accessPoint(1, "AP aula", world.hall()),
                PoweredPort.camera(2, "Kamera gerbang", world),
                PoweredPort.camera(3, "Kamera parkir", world));
        ports(tree, 14, "GigabitEthernet0/0/", "XGigabitEthernet0/0/1", powered);
        chassis(tree, BOARD, "S5735-L24P4X-A1", "2102353180DMK1000123");
        String board = HUAWEI + "31.1.1.1.1.";
        tree.reading(board + "5." + BOARD, at -> 8 + 14 * at.rhythm() + 3 * at.flicker(100))
                .reading(board + "7." + BOARD, at -> 34 + 3 * at.rhythm())
                .reading(board + "11." + BOARD, at -> 41 + 6 * at.rhythm() + at.flicker(101));
        huaweiOptics(tree);
        tree.integer(HUAWEI + "31.1.1.10.1.5.0.1", 45)
                .integer(HUAWEI + "31.1.1.10.1.6.0.1", 1)
                .integer(HUAWEI + "31.1.1.10.1.7.0.1", 1)
                .integer(HUAWEI + "195.2.1.2.0", 369_600)
                .reading(HUAWEI + "195.2.1.5.0", at -> 1_000 * PoweredPort.watts(powered, at));
        for (PoweredPort port : powered) {
            tree.text(HUAWEI + "195.3.1.2." + port.number(), "GigabitEthernet0/0/" + port.number())
                    .reading(
                            HUAWEI + "195.3.1.10." + port.number(),
                            at -> 1_000 * port.watts().applyAsDouble(at));
        }
        budget(tree, 370, powered);
        return tree.build();
    }

    /** Hundredths of a dBm, microamperes, millivolts. */
    private static void huaweiOptics(AgentTree tree) {
        int module = BOARD + 100;
        String optics = HUAWEI + "31.1.1.3.1.";
        tree.text(ENTITY + "7." + module, "XGigabitEthernet0/0/1")
                .integer(ENTITY + "5." + module, 10)
                .reading(optics + "5." + module, at -> 38 + 3 * at.rhythm())
                .reading(optics + "6." + module, at -> 3_290 + 6 * at.drift(1))
                .reading(optics + "7." + module, at -> 6_120 + 80 * at.drift(2))
                .reading(optics + "8." + module, at -> 100 * at.optic(3, -6.4))
                .reading(optics + "9." + module, at -> 100 * at.optic(4, -2.3));
    }

    /** Ruijie's RG-S2910 on the floor of the finance agency. */
    ObjectTree ruijie() {
        AgentTree tree = new AgentTree(world)
                .system(
                        "Ruijie Full Gigabit Security & Intelligence Access Switch (RG-S2910-24GT4XS-E) By Ruijie Networks",
                        "1.3.6.1.4.1.4881.1.1.10.1.146",
                        "switch-5",
                        "Badan Pengelolaan Keuangan dan Aset Daerah");
        ports(tree, 15, "GigabitEthernet 0/", "TenGigabitEthernet 0/25", List.of());
        tree.text(RUIJIE + "1.1.2.0", "S29_RGOS 11.4(1)B12P11")
                .text(RUIJIE + "1.1.24.0", "G1NW31N000123")
                .text(RUIJIE + "1.1.26.0", "RG-S2910-24GT4XS-E")
                .reading(RUIJIE + "1.1.16.0", at -> 39 + 5 * at.rhythm())
                .integer(RUIJIE + "1.1.10.0", 1)
                .integer(RUIJIE + "1.1.18.1.2.1", 4)
                .text(RUIJIE + "1.1.18.1.3.1", "Power 1")
                .text(RUIJIE + "1.1.23.1.2.1", "board")
                .reading(RUIJIE + "1.1.23.1.3.1", at -> 42 + 5 * at.rhythm() + at.flicker(110))
                .reading(RUIJIE + "36.1.1.2.0", Syntax.GAUGE32, at -> 7 + 12 * at.rhythm() + 3 * at.flicker(111))
                .text(RUIJIE + "35.1.1.1.2.1", "System memory")
                .reading(RUIJIE + "35.1.1.1.3.1", at -> 47 + 2 * at.rhythm())
                .integer(RUIJIE + "35.1.1.1.12.1", 512);
        String optics = RUIJIE + "105.1.1.1.";
        int uplink = PORTS + 1;
        tree.text(optics + "2." + uplink, "TenGigabitEthernet 0/25")
                .integer(optics + "15." + uplink, 1)
                .reading(optics + "17." + uplink, at -> 36 + 3 * at.rhythm())
                .reading(optics + "19." + uplink, at -> 3_310 + 5 * at.drift(11))
                .reading(optics + "21." + uplink, at -> 5_900 + 70 * at.drift(12))
                .reading(optics + "76." + uplink, at -> 100 * at.optic(13, -7.1))
                .reading(optics + "81." + uplink, at -> 100 * at.optic(14, -2.6));
        return tree.build();
    }

    /** HPE's 5130 with Comware in the regent's house: six cameras by its own power. */
    ObjectTree comware() {
        AgentTree tree = new AgentTree(world)
                .system(
                        "HPE Comware Platform Software, Software Version 7.1.070, Release 3507P02\r\n"
                                + "HPE 5130-24G-PoE+-4SFP+ EI JG936A\r\nCopyright (c) 2010-2021 Hewlett Packard Enterprise",
                        "1.3.6.1.4.1.25506.11.1.168",
                        "switch-6",
                        "Pendopo Kabupaten");
        List<PoweredPort> cameras = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
            cameras.add(PoweredPort.camera(i, "Kamera pendopo " + i, world));
        }
        ports(tree, 16, "GigabitEthernet1/0/", "Ten-GigabitEthernet1/0/25", cameras);
        chassis(tree, 2, "HPE 5130-24G-PoE+-4SFP+ EI", "CN71FP1234");
        String part = H3C + "2.6.1.1.1.1.";
        tree.reading(part + "6.2", at -> 6 + 9 * at.rhythm() + 2 * at.flicker(120))
                .integer(part + "8.2", 43)
                .constant(part + "10.2", Syntax.GAUGE32, 1_073_741_824L)
                .reading(part + "12.2", at -> 40 + 5 * at.rhythm() + at.flicker(121))
                .integer(part + "13.2", 90)
                .integer(part + "19.2", 2)
                .integer(H3C + "8.35.9.1.1.1.2.1", 1)
                .integer(H3C + "8.35.9.1.2.1.2.1", 1);
        comwareOptics(tree);
        for (PoweredPort port : cameras) {
            tree.reading(
                    H3C + "2.14.1.1.5.1." + port.number(),
                    at -> 1_000 * port.watts().applyAsDouble(at));
        }
        budget(tree, 370, cameras);
        return tree.build();
    }

    /** Hundredths of a dBm and of a volt and of a milliampere. */
    private static void comwareOptics(AgentTree tree) {
        String optics = H3C + "2.70.1.1.1.";
        int uplink = PORTS + 1;
        tree.integer(optics + "8." + uplink, 1)
                .reading(optics + "9." + uplink, at -> 100 * at.optic(21, -2.1))
                .reading(optics + "12." + uplink, at -> 100 * at.optic(22, -9.8))
                .reading(optics + "15." + uplink, at -> 37 + 3 * at.rhythm())
                .reading(optics + "16." + uplink, at -> 330 + at.drift(23))
                .reading(optics + "17." + uplink, at -> 610 + 7 * at.drift(24));
    }

    private static void chassis(AgentTree tree, int index, String model, String serial) {
        tree.text(ENTITY + "2." + index, model)
                .integer(ENTITY + "5." + index, 3)
                .text(ENTITY + "7." + index, model)
                .text(ENTITY + "11." + index, serial)
                .text(ENTITY + "13." + index, model);
    }

    /** POWER-ETHERNET-MIB (RFC 3621): pethMainPseTable. */
    private static void budget(AgentTree tree, int watts, List<PoweredPort> ports) {
        ToDoubleFunction<World> used = at -> PoweredPort.watts(ports, at);
        tree.constant(POE + "2.1", Syntax.GAUGE32, watts)
                .integer(POE + "3.1", 1)
                .reading(POE + "4.1", Syntax.GAUGE32, used);
    }

    /** Access ports, those with something in them up, and an uplink that carries their sum. */
    private static void ports(
            AgentTree tree, int deviceNumber, String prefix, String uplink, List<PoweredPort> powered) {
        List<Port> ports = new ArrayList<>();
        for (int i = 1; i <= PORTS; i++) {
            ports.add(port(prefix, i, powered));
        }
        List<Meter> into = ports.stream().flatMap(port -> port.in().stream()).toList();
        List<Meter> outOf = ports.stream().flatMap(port -> port.out().stream()).toList();
        ports.add(Port.ethernet(PORTS + 1, uplink, "uplink switch-1", 10_000, outOf, into));
        InterfaceTable.write(tree, deviceNumber, ports);
    }

    private static Port port(String prefix, int number, List<PoweredPort> powered) {
        return powered.stream()
                .filter(port -> port.number() == number)
                .map(port -> Port.ethernet(number, prefix + number, port.name(), 1_000, port.in(), port.out()))
                .findFirst()
                .orElseGet(() -> Port.unused(number, prefix + number, 1_000));
    }
}
