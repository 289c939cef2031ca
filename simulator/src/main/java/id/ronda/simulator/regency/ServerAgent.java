package id.ronda.simulator.regency;

import id.ronda.simulator.ObjectTree;
import id.ronda.simulator.Syntax;
import java.util.List;

/** What a Linux server with net-snmp serves: UCD-SNMP, HOST-RESOURCES and IF-MIB. */
final class ServerAgent {
    private static final String UCD = "1.3.6.1.4.1.2021.";

    private ServerAgent() {}

    static ObjectTree tree(World world, ServerLoad load, String name) {
        SeedFacts.Server server = load.server();
        AgentTree tree = new AgentTree(world)
                .system(
                        "Linux " + name + " 6.1.0-18-amd64 x86_64 (" + server.model() + ")",
                        "1.3.6.1.4.1.8072.3.2.10",
                        name,
                        server.office());
        InterfaceTable.write(
                tree,
                200 + server.number(),
                List.of(
                        new Port(1, "lo", "", 24, 10, at -> true, at -> 0, List.of(), List.of()),
                        Port.ethernet(2, "eth0", server.service(), 1_000, List.of(load.in()), List.of(load.out()))));
        memory(tree, server.memoryGigabytes() * 1_048_576L, load);
        processor(tree, load);
        long blocks = server.diskGigabytes() * 262_144L;
        return tree.storage(
                        1,
                        2,
                        "Physical memory",
                        1_024,
                        server.memoryGigabytes() * 1_048_576L,
                        at -> 0.35 + 0.3 * load.cpu())
                .storage(31, 4, "/", 4_096, blocks, at -> diskShare(at, server))
                .build();
    }

    private static void memory(AgentTree tree, long kilobytes, ServerLoad load) {
        tree.integer(UCD + "4.3.0", 4_194_304)
                .integer(UCD + "4.4.0", 4_100_000)
                .integer(UCD + "4.5.0", kilobytes)
                .reading(UCD + "4.6.0", at -> kilobytes * (0.55 - 0.3 * load.cpu()))
                .reading(UCD + "4.11.0", at -> kilobytes * (0.6 - 0.3 * load.cpu()))
                .integer(UCD + "4.14.0", kilobytes / 50)
                .integer(UCD + "4.15.0", kilobytes / 10);
    }

    private static void processor(AgentTree tree, ServerLoad load) {
        int[] minutes = {1, 5, 15};
        for (int row = 1; row <= minutes.length; row++) {
            tree.text(UCD + "10.1.2." + row, "Load-" + minutes[row - 1])
                    .written(UCD + "10.1.3." + row, at -> 4 * load.cpu(), "%.2f")
                    .reading(UCD + "10.1.5." + row, at -> 400 * load.cpu());
        }
        List<Meter> busy = List.of(load.busyTicks());
        tree.counter(UCD + "11.50.0", Syntax.COUNTER32, busy, 1.3)
                .constant(UCD + "11.51.0", Syntax.COUNTER32, 0)
                .counter(UCD + "11.52.0", Syntax.COUNTER32, busy, 5)
                .counter(UCD + "11.53.0", Syntax.COUNTER32, List.of(load.idleTicks()), 1)
                .counter(UCD + "11.54.0", Syntax.COUNTER32, busy, 33)
                .processor(196_608, at -> 100 * load.cpu());
    }

    /** Disks fill by a little every day. */
    private static double diskShare(World at, SeedFacts.Server server) {
        double days = at.elapsedMillis() / 86_400_000.0;
        return Math.min(0.98, 0.4 + 0.04 * (server.number() % 7) + 0.002 * days);
    }
}
