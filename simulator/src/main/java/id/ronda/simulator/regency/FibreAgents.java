package id.ronda.simulator.regency;

import id.ronda.simulator.ObjectTree;
import id.ronda.simulator.Scenario.Trouble;
import id.ronda.simulator.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** What the optical access network serves: a GPON and an EPON head end, whose subscribers come and go. */
final class FibreAgents {
    private static final String DEVICE = "1.3.6.1.4.1.2011.6.3.";
    private static final String BOARD = "1.3.6.1.4.1.2011.2.6.7.1.1.2.1.";
    private static final String PON = "1.3.6.1.4.1.2011.6.128.1.1.2.";
    private static final String BDCOM = "1.3.6.1.4.1.3320.";
    private static final String LOCATION = "Ruang server Dinas Kominfo";
    private static final int FIRST_PON = 0xfa00_0000 >>> 4;
    private static final int SUBSCRIBERS = 8;
    /** The port whose fibre is cut in the scenario. */
    private static final int CUT = 2;

    private final World world;

    FibreAgents(World world) {
        this.world = world;
    }

    private static boolean lit(World at, int pon) {
        return pon != CUT || !at.has(Trouble.FIBRE);
    }

    /** Huawei's MA5800 with two GPON ports. */
    ObjectTree gpon() {
        AgentTree tree = new AgentTree(world)
                .system("Huawei Integrated Access Software", "1.3.6.1.4.1.2011.2.248", "olt-1", LOCATION)
                .text(DEVICE + "1.999.0", "MA5800V100R018C10")
                .text(DEVICE + "3.1.1.20.0", "2102311WJB10K1000456")
                .integer(DEVICE + "3.1.1.5.0", 1)
                .text(DEVICE + "3.1.1.12.0", "MA5800-X2")
                .reading(BOARD + "5.0.1", at -> 9 + 12 * at.rhythm() + 2 * at.flicker(130))
                .integer(BOARD + "6.0.1", 38)
                .text(BOARD + "7.0.1", "H901GPHF")
                .reading(BOARD + "10.0.1", at -> 46 + 4 * at.rhythm() + at.flicker(131));
        List<Port> ports = new ArrayList<>(List.of(Port.ethernet(
                1,
                "ethernet0/3/0",
                "uplink switch-1",
                10_000,
                List.of(world.hall().down()),
                List.of(world.hall().up()))));
        for (int pon = 1; pon <= 2; pon++) {
            ports.add(gponPort(tree, pon));
        }
        InterfaceTable.write(tree, 21, ports);
        return tree.build();
    }

    private static Port gponPort(AgentTree tree, int pon) {
        int index = FIRST_PON + pon * 256;
        String at = "." + index;
        tree.reading(PON + "21.1.10" + at, w -> lit(w, pon) ? 1 : 2)
                .integer(PON + "21.1.12" + at, 0)
                .integer(PON + "21.1.16" + at, SUBSCRIBERS)
                .reading(PON + "23.1.1" + at, w -> 47 + 3 * w.rhythm())
                .reading(PON + "23.1.2" + at, w -> 328 + 0.6 * w.drift(30 + pon))
                .reading(PON + "23.1.3" + at, w -> 21 + w.drift(32 + pon))
                .reading(PON + "23.1.4" + at, w -> 100 * w.optic(34 + pon, 4.3));
        for (int ont = 0; ont < SUBSCRIBERS; ont++) {
            tree.text(PON + "43.1.9" + at + "." + ont, "ont-" + pon + "-" + ont);
        }
        return new Port(index, "GPON 0/1/" + (pon - 1), "", 250, 2_500, w -> lit(w, pon), w -> 0, List.of(), List.of());
    }

    /** BDCOM's P3310: each subscriber is an interface of its own, up while its office works. */
    ObjectTree epon() {
        AgentTree tree = new AgentTree(world)
                .system(
                        "BDCOM(tm) P3310C Software, Version 10.1.0E Build 61114\r\nCopyright by Shanghai Baud Data"
                                + " Communication\r\nSerial num:30033006123",
                        "1.3.6.1.4.1.3320.1.310.0",
                        "olt-2",
                        "Kecamatan Gedong Tataan")
                .reading(BDCOM + "9.109.1.1.1.1.4.1", Syntax.GAUGE32, at -> 12 + 9 * at.rhythm() + 3 * at.flicker(132))
                .text(BDCOM + "9.48.1.1.1.2.1", "DRAM")
                .constant(BDCOM + "9.48.1.1.1.5.1", Syntax.GAUGE32, 61_400_000)
                .constant(BDCOM + "9.48.1.1.1.6.1", Syntax.GAUGE32, 72_800_000);
        List<Port> ports = new ArrayList<>(List.of(Port.ethernet(
                1,
                "GigaEthernet0/1",
                "uplink",
                1_000,
                List.of(world.district().down()),
                List.of(world.district().up()))));
        for (int pon = 1; pon <= 2; pon++) {
            int number = pon;
            int index = 10 * pon;
            ports.add(eponPort(index, "EPON0/" + pon, w -> lit(w, number)));
            for (int unit = 1; unit <= SUBSCRIBERS; unit++) {
                int subscriber = unit;
                String name = "EPON0/" + pon + ":" + unit;
                ports.add(eponPort(100 * pon + unit, name, w -> registered(w, number, subscriber)));
            }
            tree.reading(BDCOM + "101.6.1.1.21." + index, w -> count(unit -> registered(w, number, unit)))
                    .reading(BDCOM + "101.6.1.1.22." + index, w -> count(unit -> !registered(w, number, unit)));
        }
        InterfaceTable.write(tree, 22, ports);
        return tree.build();
    }

    private static Port eponPort(int index, String name, Predicate<World> up) {
        return new Port(index, name, "", 1, 1_000, up, w -> 0, List.of(), List.of());
    }

    /** Some offices switch theirs off for the night; the last is never there. */
    private static boolean registered(World at, int pon, int unit) {
        boolean night = at.rhythm() < 0.1 && unit % 3 == 0;
        return lit(at, pon) && !night && (pon != 1 || unit != SUBSCRIBERS);
    }

    private static long count(IntPredicate which) {
        return IntStream.rangeClosed(1, SUBSCRIBERS).filter(which).count();
    }
}
