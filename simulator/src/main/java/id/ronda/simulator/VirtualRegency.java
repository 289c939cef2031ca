package id.ronda.simulator;

import id.ronda.simulator.regency.Plan;
import id.ronda.simulator.regency.Scenarios;
import id.ronda.simulator.regency.World;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A regency's data centre and the offices behind it, made up but for the names and bandwidths of the offices: core
 * router, firewall, switches, optical access, radios, servers with their boards, NAS, UPS, power strips, transfer switch,
 * generator, air conditioner, room sensors, a tower's 48 V plant, printers, cameras, and a router in each of 54 offices.
 * Every device listens on an address of 127.10.0.0/16; its values follow the time of day and each other.
 */
public final class VirtualRegency implements AutoCloseable {
    private final RegencyConfig config;
    private final World world;
    private final List<Plan.Place> places;
    private final AgentServer server;

    private VirtualRegency(RegencyConfig config, List<V3User> users) {
        this.config = config;
        Instant start = config.clock().instant();
        this.world = new World(config.seed(), config.speed(), start.toEpochMilli());
        this.places = new Plan(world, config.port()).places();
        AgentServer.Builder builder = AgentServer.builder()
                .clock(config.clock())
                .ticker(() -> nanosSince(start))
                .seed(config.seed());
        places.forEach(place -> builder.device(place.device()));
        users.forEach(builder::user);
        this.server = builder.build();
    }

    private long nanosSince(Instant start) {
        return Duration.between(start, config.clock().instant()).toNanos();
    }

    /** A regency that is not yet listening. */
    public static VirtualRegency create(RegencyConfig config) {
        return new VirtualRegency(config, List.of());
    }

    /** A regency whose devices also answer these users by SNMPv3. */
    public static VirtualRegency create(RegencyConfig config, List<V3User> users) {
        return new VirtualRegency(config, users);
    }

    /**
     * Begins to listen.
     *
     * @throws IOException when an address cannot be bound, such as when another regency is running
     */
    public VirtualRegency start() throws IOException {
        server.start();
        return this;
    }

    /** Every device as it would be registered; call it after {@link #start()} when the system chooses the ports. */
    public List<RegencyDevice> devices() {
        return places.stream().map(this::registered).toList();
    }

    private RegencyDevice registered(Plan.Place place) {
        SimulatedDevice device = place.device();
        InetSocketAddress planned = device.address();
        InetSocketAddress address = config.port() == 0 || planned == null ? server.address(device.name()) : planned;
        return new RegencyDevice(
                device.name(),
                place.office(),
                place.location(),
                address.getAddress().getHostAddress(),
                address.getPort(),
                device.community(),
                place.deviceClass(),
                place.parent());
    }

    /** The scenarios there are. */
    public List<Scenario> scenarios() {
        return Scenarios.ALL;
    }

    /**
     * Starts a scenario by its name; one that is running ends.
     *
     * @throws IllegalArgumentException when there is none of this name; the message lists those there are
     */
    public void start(String scenarioName) {
        world.start(scenario(scenarioName), config.clock().millis());
    }

    /** The name of the running scenario. */
    public Optional<String> running() {
        return Optional.ofNullable(world.running(config.clock().millis()));
    }

    static Scenario scenario(String name) {
        return Scenarios.ALL.stream()
                .filter(scenario -> scenario.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no scenario is named " + name + "; there are "
                        + Scenarios.ALL.stream().map(Scenario::name).collect(Collectors.joining(", "))));
    }

    /** The server behind the devices: its counts, and each device's faults. */
    public AgentServer server() {
        return server;
    }

    @Override
    public void close() {
        server.close();
    }
}
