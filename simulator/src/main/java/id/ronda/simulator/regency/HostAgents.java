package id.ronda.simulator.regency;

import id.ronda.simulator.ObjectTree;
import id.ronda.simulator.Syntax;
import java.util.List;

/** What stands beside the servers: the NAS whose disks fill, the host of the virtual machines. */
final class HostAgents {
    private static final String SYNOLOGY = "1.3.6.1.4.1.6574.";
    private static final String VMWARE = "1.3.6.1.4.1.6876.";
    private static final String LOCATION = "Ruang server Dinas Kominfo";
    private static final int VOLUME_UNIT = 65_536;

    private final World world;

    HostAgents(World world) {
        this.world = world;
    }

    /** Synology's DSM on a station of four disks. */
    ObjectTree nas() {
        AgentTree tree = new AgentTree(world)
                .system("Linux nas-arsip 4.4.302+ #69057 SMP x86_64", "1.3.6.1.4.1.8072.3.2.10", "nas-arsip", LOCATION)
                .uptime("1.3.6.1.2.1.25.1.1.0");
        InterfaceTable.write(
                tree,
                51,
                List.of(Port.ethernet(
                        2,
                        "eth0",
                        "sakelar server",
                        1_000,
                        List.of(world.archive().written()),
                        List.of())));
        for (String works : List.of("1.1.0", "1.3.0", "1.4.1.0", "1.4.2.0")) {
            tree.integer(SYNOLOGY + works, 1);
        }
        tree.reading(SYNOLOGY + "1.2.0", at -> at.room().celsius() + 14)
                .text(SYNOLOGY + "1.5.1.0", "RS822+")
                .text(SYNOLOGY + "1.5.2.0", "2250SQR123456")
                .text(SYNOLOGY + "1.5.3.0", "DSM 7.2-64570")
                .integer(SYNOLOGY + "1.5.4.0", 2)
                .text(SYNOLOGY + "3.1.1.2.0", "Volume 1")
                .integer(SYNOLOGY + "3.1.1.3.0", 1)
                .reading(
                        SYNOLOGY + "3.1.1.4.0",
                        Syntax.COUNTER64,
                        at -> Archive.TOTAL_OCTETS - at.archive().usedOctets())
                .constant(SYNOLOGY + "3.1.1.5.0", Syntax.COUNTER64, (long) Archive.TOTAL_OCTETS);
        for (int disk = 0; disk < 4; disk++) {
            disk(tree, disk);
        }
        return tree.storage(1, 2, "Physical memory", 1_024, 6_011_904, at -> 0.31 + 0.04 * at.rhythm())
                .storage(38, 4, "/volume1", VOLUME_UNIT, (long) (Archive.TOTAL_OCTETS / VOLUME_UNIT), HostAgents::full)
                .processor(1, at -> 5 + 22 * at.rhythm() + 4 * at.flicker(150))
                .build();
    }

    private static double full(World at) {
        return at.archive().usedOctets() / Archive.TOTAL_OCTETS;
    }

    private static void disk(AgentTree tree, int disk) {
        String table = SYNOLOGY + "2.1.1.";
        tree.text(table + "2." + disk, "Disk " + (disk + 1))
                .text(table + "3." + disk, "HAT5300-6T")
                .integer(table + "5." + disk, 1)
                .reading(table + "6." + disk, at -> at.room().celsius() + 11 + disk)
                .integer(table + "9." + disk, 0)
                .integer(table + "13." + disk, 1);
    }

    /** VMware's ESXi with the small services of the regency. */
    ObjectTree hypervisor() {
        AgentTree tree = new AgentTree(world)
                .system(
                        "VMware ESXi 7.0.3 build-21930508 VMware, Inc. x86_64",
                        "1.3.6.1.4.1.6876.4.1",
                        "hypervisor-1",
                        LOCATION)
                .uptime("1.3.6.1.2.1.25.1.1.0")
                .text(VMWARE + "1.1.0", "VMware ESXi")
                .text(VMWARE + "1.2.0", "7.0.3");
        InterfaceTable.write(
                tree, 52, List.of(Port.ethernet(1, "vmnic0", "sakelar server", 1_000, List.of(), List.of())));
        List<String> machines = List.of("absensi", "arsip-digital", "jdih", "ppid", "sandbox");
        for (int i = 1; i <= machines.size(); i++) {
            boolean on = i < machines.size();
            tree.text(VMWARE + "2.1.1.2." + i, machines.get(i - 1))
                    .text(VMWARE + "2.1.1.6." + i, on ? "powered on" : "powered off")
                    .text(VMWARE + "2.1.1.8." + i, on ? "running" : "not running");
        }
        for (int core = 1; core <= 4; core++) {
            int channel = 151 + core;
            tree.processor(core, at -> 12 + 30 * at.rhythm() + 6 * at.flicker(channel));
        }
        return tree.integer(VMWARE + "3.1.1.0", 4)
                .constant(VMWARE + "3.2.1.0", Syntax.COUNTER64, 67_108_864)
                .reading(VMWARE + "3.2.3.0", Syntax.COUNTER64, at -> 67_108_864 * (0.42 - 0.06 * at.rhythm()))
                .storage(1, 2, "Real Memory", 1_024, 67_108_864, at -> 0.58 + 0.06 * at.rhythm())
                .storage(2, 4, "/vmfs/volumes/datastore1", 1_048_576, 1_907_348, at -> 0.63)
                .build();
    }
}
