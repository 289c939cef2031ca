package id.ronda.collector.discovery;

/** What became of a look at a device. */
public sealed interface DiscoveryResult {

    /** The device answered. */
    record Discovered(Inventory inventory) implements DiscoveryResult {}

    /** The device did not answer the first question; {@code failure} is its name, for example {@code timeout}. */
    record Unreachable(String failure, String detail) implements DiscoveryResult {}
}
