package id.ronda.simulator;

import id.ronda.simulator.agent.AgentLoop;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Serves many simulated devices from one thread: those without an address of their own on one common socket, told apart
 * by community (SNMPv3: contextName); the others on a socket each. Only loopback addresses, never all interfaces.
 *
 * <p>SNMPv1 (RFC 1157), v2c (RFC 3416) and v3 with USM (RFC 3414). Nothing can be set.
 */
public final class AgentServer implements AutoCloseable {
    private final Map<String, SimulatedDevice> devices;
    private final AgentLoop loop;

    private AgentServer(Builder builder) {
        this.devices = Map.copyOf(builder.devices);
        this.loop = new AgentLoop(new AgentLoop.Setup(
                builder.listen,
                List.copyOf(builder.devices.values()),
                List.copyOf(builder.users),
                builder.log,
                builder.ticker,
                builder.clock,
                builder.seed));
    }

    /** Begins a server. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Binds every socket and begins to answer.
     *
     * @throws IOException when an address cannot be bound; nothing is left open then
     */
    public AgentServer start() throws IOException {
        loop.start();
        return this;
    }

    /** Every address that is listened on, with the ports the system chose for port 0. */
    public List<InetSocketAddress> addresses() {
        return loop.addresses();
    }

    /** Where a device is reached. */
    public InetSocketAddress address(String device) {
        return loop.address(device(device));
    }

    /** The device of this name. */
    public SimulatedDevice device(String name) {
        SimulatedDevice device = devices.get(name);
        if (device == null) {
            throw new IllegalArgumentException("no device is named " + name);
        }
        return device;
    }

    /** How often something happened since the start. */
    public long count(AgentCount what) {
        return loop.count(what);
    }

    /** Stops answering and frees every address before it returns. */
    @Override
    public void close() {
        loop.close();
    }

    /** Collects what a server serves. */
    public static final class Builder {
        private final Map<String, SimulatedDevice> devices = new LinkedHashMap<>();
        private final List<V3User> users = new ArrayList<>();
        private @Nullable InetSocketAddress listen;
        private @Nullable ServedLog log;
        private LongSupplier ticker = System::nanoTime;
        private InstantSource clock = InstantSource.system();
        private long seed;

        private Builder() {}

        /** The common socket of all devices that have no address of their own. */
        public Builder listen(InetSocketAddress address) {
            listen = address;
            return this;
        }

        /** Adds a device; names must differ. */
        public Builder device(SimulatedDevice device) {
            if (devices.putIfAbsent(device.name(), device) != null) {
                throw new IllegalArgumentException("two devices are named " + device.name());
            }
            return this;
        }

        /** Adds devices; names must differ. */
        public Builder devices(Collection<SimulatedDevice> more) {
            more.forEach(this::device);
            return this;
        }

        /** Adds a user whom every device knows for SNMPv3. */
        public Builder user(V3User user) {
            users.add(user);
            return this;
        }

        /** Notes what is served when. */
        public Builder log(ServedLog value) {
            log = value;
            return this;
        }

        /** Elapsed nanoseconds, which uptimes and counters follow. */
        public Builder ticker(LongSupplier value) {
            ticker = value;
            return this;
        }

        /** The time of day. */
        public Builder clock(InstantSource value) {
            clock = value;
            return this;
        }

        /** Decides which answers a fault of chance meets. */
        public Builder seed(long value) {
            seed = value;
            return this;
        }

        /** The server, not yet started. */
        public AgentServer build() {
            return new AgentServer(this);
        }
    }
}
