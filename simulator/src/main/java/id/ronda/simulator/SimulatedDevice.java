package id.ronda.simulator;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A device to be served: who it is, where it listens, what it says, and what is wrong with it just now. */
public final class SimulatedDevice {
    /** How large an answer may be unless a device says otherwise: more than any recorded value, less than 8 KiB. */
    public static final int DEFAULT_MAX_MESSAGE_SIZE = 8_000;

    private final String name;
    private final String community;
    private final @Nullable InetSocketAddress address;
    private final ObjectTree tree;
    private final Duration uptime;
    private final int maxMessageSize;
    private final Faults faults = new Faults();

    private SimulatedDevice(Builder builder) {
        this.name = builder.name;
        this.community = builder.community;
        this.address = builder.address;
        this.tree = Objects.requireNonNull(builder.tree, () -> "device " + builder.name + " has no objects");
        this.uptime = builder.uptime;
        this.maxMessageSize = builder.maxMessageSize;
    }

    /** Begins a device; its name is also its community until another is given, and its SNMPv3 context. */
    public static Builder named(String name) {
        return new Builder(name);
    }

    /** The device's name, its own among those of one server. */
    public String name() {
        return name;
    }

    /** The community of SNMPv1 and SNMPv2c it answers to. */
    public String community() {
        return community;
    }

    /** Its own socket, or null when it is reached through the server's common one. */
    public @Nullable InetSocketAddress address() {
        return address;
    }

    /** What it serves. */
    public ObjectTree tree() {
        return tree;
    }

    /** How long it has been running when the server starts. */
    public Duration uptime() {
        return uptime;
    }

    /** The largest answer it sends, in octets. */
    public int maxMessageSize() {
        return maxMessageSize;
    }

    /** What is wrong with it; to be switched at any time and from any thread. */
    public Faults faults() {
        return faults;
    }

    /** Collects what a device is made of. */
    public static final class Builder {
        private final String name;
        private String community;
        private @Nullable InetSocketAddress address;
        private @Nullable ObjectTree tree;
        private Duration uptime = Duration.ofDays(1);
        private int maxMessageSize = DEFAULT_MAX_MESSAGE_SIZE;

        private Builder(String name) {
            this.name = name;
            this.community = name;
        }

        /** The community it answers to. */
        public Builder community(String value) {
            community = value;
            return this;
        }

        /** Its own socket; the address must be one of 127.0.0.0/8. */
        public Builder address(InetSocketAddress value) {
            address = value;
            return this;
        }

        /** What it serves. */
        public Builder tree(ObjectTree value) {
            tree = value;
            return this;
        }

        /** How long it has been running when the server starts. */
        public Builder uptime(Duration value) {
            uptime = value;
            return this;
        }

        /** The largest answer it sends, in octets; 484 is the least an agent must manage (RFC 3417 section 3). */
        public Builder maxMessageSize(int octets) {
            if (octets < 484 || octets > 65_507) {
                throw new IllegalArgumentException("a message has 484 to 65507 octets, not " + octets);
            }
            maxMessageSize = octets;
            return this;
        }

        /** The device. */
        public SimulatedDevice build() {
            return new SimulatedDevice(this);
        }
    }
}
