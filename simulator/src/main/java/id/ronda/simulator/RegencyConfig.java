package id.ronda.simulator;

import java.time.InstantSource;

/**
 * How the virtual regency is set up.
 *
 * @param seed decides all noise: the same seed and times give the same values
 * @param port the port of every device; 0 lets the system choose
 * @param clock the time of the regency, and of its scenarios
 * @param speed how many times faster than real time scenarios, batteries, engines and rooms go; traffic and uptimes never
 *     do
 */
public record RegencyConfig(long seed, int port, InstantSource clock, double speed) {
    /** The port of the demo's devices. */
    public static final int DEFAULT_PORT = 1161;

    /** Checks the numbers. */
    public RegencyConfig {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("a port is 0 to 65535, not " + port);
        }
        if (!(speed > 0 && speed <= 1_000)) {
            throw new IllegalArgumentException("a speed is above 0 and at most 1000, not " + speed);
        }
    }

    /** The regency as the demo shows it, at real speed. */
    public static RegencyConfig standard() {
        return new RegencyConfig(1, DEFAULT_PORT, InstantSource.system(), 1);
    }
}
