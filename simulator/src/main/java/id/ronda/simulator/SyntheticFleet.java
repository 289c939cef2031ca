package id.ronda.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Any number of like devices for load tests: each with so many interfaces, whose counters are linear in time, and two
 * gauges that follow smooth curves. Values are computed when asked for, so a device costs a few hundred octets.
 */
public final class SyntheticFleet {
    private static final String COMMUNITY = "public";

    private final List<SimulatedDevice> devices;
    private final int interfaces;
    private final long seed;

    private SyntheticFleet(int devices, int interfaces, long seed, IntFunction<SimulatedDevice.Builder> placing) {
        this.interfaces = interfaces;
        this.seed = seed;
        FleetShape shape = FleetShape.of(interfaces);
        this.devices = IntStream.range(0, devices)
                .mapToObj(device -> build(device, shape, placing.apply(device)))
                .toList();
    }

    /** Devices on one port; each has its name as its community. */
    public static SyntheticFleet onOnePort(int devices, int interfaces, long seed) {
        return new SyntheticFleet(devices, interfaces, seed, device -> SimulatedDevice.named(name(device)));
    }

    /** Devices on an address each, 127.1.0.1 and on, with this port and the community {@code public}. */
    public static SyntheticFleet onAddresses(int devices, int interfaces, long seed, int port) {
        return new SyntheticFleet(
                devices,
                interfaces,
                seed,
                device -> SimulatedDevice.named(name(device))
                        .community(COMMUNITY)
                        .address(Loopback.socket(1 + device / 64_516, device / 254 % 254, 1 + device % 254, port)));
    }

    /** The devices, to be served. */
    public List<SimulatedDevice> devices() {
        return devices;
    }

    /** The name of a device, counted from 0. */
    public static String name(int device) {
        return String.format(Locale.ROOT, "fleet-%05d", device);
    }

    /** How many objects each device has. */
    public int objectsPerDevice() {
        return devices.isEmpty() ? 0 : devices.getFirst().tree().size();
    }

    /** The exact rate of ifInOctets and ifHCInOctets in octets a second; {@code ifIndex} from 1. */
    public long inOctetsPerSecond(int device, int ifIndex) {
        return values(device).inRate(ifIndex);
    }

    /** The exact rate of ifOutOctets and ifHCOutOctets in octets a second. */
    public long outOctetsPerSecond(int device, int ifIndex) {
        return values(device).outRate(ifIndex);
    }

    private FleetValues values(int device) {
        return new FleetValues(name(device), seed * 1_000_003 + device, interfaces);
    }

    private SimulatedDevice build(int device, FleetShape shape, SimulatedDevice.Builder builder) {
        FleetValues values = values(device);
        ObjectTree tree = new ObjectTree(shape.names(), place -> values.value(shape.column(place), shape.row(place)));
        return builder.tree(tree)
                .uptime(Duration.ofHours(24 + values.chance(7, 0, 9_000)))
                .build();
    }
}
