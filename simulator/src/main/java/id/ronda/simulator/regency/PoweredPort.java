package id.ronda.simulator.regency;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A port of a switch that feeds what is in it (IEEE 802.3at), with the traffic of that device.
 *
 * @param number the port's number on the switch
 * @param name what is in it
 * @param watts what that draws
 * @param in what it sends
 * @param out what is sent to it
 */
record PoweredPort(int number, String name, ToDoubleFunction<World> watts, List<Meter> in, List<Meter> out) {
    /** A camera, which lights the dark by itself. */
    static PoweredPort camera(int number, String name, World world) {
        return new PoweredPort(number, name, at -> at.rhythm() < 0.1 ? 11.2 : 6.7, List.of(world.cameras()), List.of());
    }

    /** An access point: the more people, the more it sends. */
    static PoweredPort accessPoint(int number, String name, Crowd crowd) {
        return new PoweredPort(
                number,
                name,
                at -> 6.8 + 5.5 * crowd.people() / crowd.most(),
                List.of(crowd.up()),
                List.of(crowd.down()));
    }

    static double watts(List<PoweredPort> ports, World at) {
        return ports.stream().mapToDouble(port -> port.watts.applyAsDouble(at)).sum();
    }
}
