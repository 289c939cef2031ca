package id.ronda.simulator.regency;

import id.ronda.simulator.Loopback;
import id.ronda.simulator.ObjectTree;
import id.ronda.simulator.SimulatedDevice;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which devices there are, where they stand and on which address of 127.10.0.0/16 they listen. */
public final class Plan {
    /** The community of every device. */
    public static final String COMMUNITY = "public";

    private static final String ROOM = "Ruang server Dinas Kominfo";
    private static final String CORE = "core-router";
    private static final String SERVERS = "switch-1";

    private final World world;
    private final int port;
    private final List<Place> places = new ArrayList<>();

    /** A device with where it stands, what it is, and what it is reached through. */
    public record Place(
            SimulatedDevice device,
            String location,
            String deviceClass,
            @Nullable String parent) {}

    /** Plans the devices of a world, all on this port. */
    public Plan(World world, int port) {
        this.world = world;
        this.port = port;
        network();
        power();
        servers();
        offices();
    }

    /** Every device, the core router first. */
    public List<Place> places() {
        return List.copyOf(places);
    }

    private void network() {
        NetworkAgents agents = new NetworkAgents(world);
        add(CORE, ROOM, "router", null, 0, 1, agents.coreRouter());
        add("firewall", ROOM, "firewall", CORE, 0, 2, agents.firewall());
        add(SERVERS, ROOM, "switch", CORE, 0, 11, agents.accessSwitch(1, 24));
        add("switch-2", ROOM, "switch", CORE, 0, 12, agents.accessSwitch(2, 48));
        add("switch-3", ROOM, "switch", CORE, 0, 13, agents.accessSwitch(3, 48));
    }

    private void power() {
        PowerAgents agents = new PowerAgents(world);
        add("ups-a", ROOM, "ups", SERVERS, 1, 1, agents.standardUps());
        add("ups-b", ROOM, "ups", SERVERS, 1, 2, agents.apcUps());
        add("ats-1", ROOM, "ats", SERVERS, 1, 3, agents.transferSwitch());
        add("genset-1", "Rumah genset Dinas Kominfo", "genset", SERVERS, 1, 4, agents.generator());
        add("sensor-ruang", ROOM, "environment", SERVERS, 1, 5, RoomAgent.tree(world));
    }

    private void servers() {
        for (ServerLoad load : world.servers()) {
            SeedFacts.Server server = load.server();
            String name = String.format(Locale.ROOT, "server-%02d", server.number());
            add(name, server.office(), "server", SERVERS, 2, server.number(), ServerAgent.tree(world, load, name));
        }
    }

    private void offices() {
        NetworkAgents agents = new NetworkAgents(world);
        for (OfficeLink link : world.links()) {
            int number = link.office().number();
            String name = String.format(Locale.ROOT, "kantor-%02d", number);
            add(name, link.office().name(), "router", CORE, 3, number, agents.officeRouter(link));
        }
    }

    private void add(
            String name,
            String location,
            String deviceClass,
            @Nullable String parent,
            int net,
            int host,
            ObjectTree tree) {
        InetSocketAddress address = Loopback.socket(10, net, host, port);
        SimulatedDevice device = SimulatedDevice.named(name)
                .community(COMMUNITY)
                .address(address)
                .uptime(Duration.ofDays(20 + (net * 61L + host * 17L) % 200))
                .tree(tree)
                .build();
        places.add(new Place(device, location, deviceClass, parent));
    }
}
