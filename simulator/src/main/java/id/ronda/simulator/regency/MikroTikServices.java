package id.ronda.simulator.regency;

import id.ronda.simulator.Syntax;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What people do through a MikroTik (MIKROTIK-MIB): queues, leases, hotspot and PPPoE sessions, mobile links. */
final class MikroTikServices {
    private static final String ROUTER_OS = "1.3.6.1.4.1.14988.1.1.";
    private static final String QUEUE = ROUTER_OS + "2.1.1.";
    private static final String HOTSPOT = ROUTER_OS + "5.1.1.";
    private static final String LTE = ROUTER_OS + "16.1.1.";
    private static final int PPP = 23;
    /** The hotspot is at the assembly hall, PPPoE at the district, LTE at the offices far from the fibre. */
    private static final int HALL = 51;

    private static final int DISTRICT = 54;
    private static final int FAR = 52;
    private static final int MOST_HOTSPOT_USERS = 40;
    private static final int MOST_SESSIONS = 6;

    private MikroTikServices() {}

    /** The simple queue of an office; its max-limit is the bandwidth the office was given, and holds back what is more. */
    static void queue(AgentTree tree, OfficeLink link) {
        int row = link.office().number();
        queue(tree, row, link.office().name(), link.up(), link.down());
        tree.counter(QUEUE + "15." + row, Syntax.COUNTER32, List.of(link.dropped()), 1);
    }

    /** A row of mtxrQueueSimpleTable; "in" is what the queue's target sends. */
    private static void queue(AgentTree tree, int row, String name, Meter in, Meter out) {
        tree.text(QUEUE + "2." + row, name)
                .counter(QUEUE + "8." + row, Syntax.COUNTER64, List.of(in), 1)
                .counter(QUEUE + "9." + row, Syntax.COUNTER64, List.of(out), 1);
    }

    /** Connections tracked: all, of IPv4, of IPv6. */
    static void connections(AgentTree tree, ToDoubleFunction<World> count) {
        tree.reading(ROUTER_OS + "22.1.1.0", Syntax.GAUGE32, count)
                .reading(ROUTER_OS + "22.1.2.0", Syntax.GAUGE32, at -> 0.96 * count.applyAsDouble(at))
                .reading(ROUTER_OS + "22.1.3.0", Syntax.GAUGE32, at -> 0.04 * count.applyAsDouble(at));
    }

    /** What an office's router offers its people. */
    static void office(AgentTree tree, World world, int number) {
        int devices = 12 + number % 23;
        tree.reading(
                ROUTER_OS + "6.1.0",
                Syntax.GAUGE32,
                at -> 3 + devices * at.rhythm() * (1 + 0.1 * at.drift(600 + number)));
        if (number == HALL) {
            hotspot(tree);
        }
        if (number == DISTRICT) {
            sessions(tree, world);
        }
        if (number >= FAR) {
            lte(tree, number);
        }
    }

    /** A row for each user who is signed in. */
    private static void hotspot(AgentTree tree) {
        for (int i = 1; i <= MOST_HOTSPOT_USERS; i++) {
            int user = i;
            tree.during(
                    at -> at.hall().people() * MOST_HOTSPOT_USERS / at.hall().most() >= user,
                    rows -> rows.text(HOTSPOT + "3." + user, "tamu" + user));
        }
    }

    /** Each session is an interface of its own and has a queue of its own. */
    private static void sessions(AgentTree tree, World world) {
        Crowd people = world.district();
        for (int i = 1; i <= MOST_SESSIONS; i++) {
            int session = i;
            String name = "<pppoe-desa" + session + ">";
            Port port = new Port(
                    900 + session, name, "", PPP, 0, at -> true, at -> 0, List.of(people.up()), List.of(people.down()));
            tree.during(at -> online(at, session), rows -> {
                InterfaceTable.row(rows, 100 + DISTRICT, port);
                queue(rows, 900 + session, name, people.up(), people.down());
            });
        }
    }

    private static boolean online(World at, int session) {
        return at.district().people() * MOST_SESSIONS / at.district().most() >= session - 1;
    }

    /** mtxrLTEModemTable. */
    private static void lte(AgentTree tree, int number) {
        double dBm = -66 - 6.0 * (number - FAR);
        tree.reading(LTE + "2.1", at -> dBm + 3 * at.drift(700 + number))
                .reading(LTE + "3.1", at -> -9 + 1.5 * at.drift(710 + number))
                .reading(LTE + "4.1", at -> dBm - 29 + 3 * at.drift(700 + number))
                .reading(LTE + "7.1", at -> 14 + 3 * at.drift(720 + number));
    }
}
