package id.ronda.simulator;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What {@code ronda simulate --scenario NAME} does: the virtual regency alone, and something that happens to it.
 *
 * @param config of the regency
 * @param scenario the name of what happens, or null for an ordinary day
 * @param users who may ask by SNMPv3
 */
public record SimulateScenario(
        RegencyConfig config, @Nullable String scenario, List<V3User> users) {
    /**
     * Starts regency and scenario and returns; the devices answer until the regency is closed.
     *
     * @param progress takes what a person should read, a line each
     * @throws IllegalArgumentException when no scenario has this name, before anything is started
     * @throws IOException when an address cannot be bound
     */
    public VirtualRegency run(Consumer<String> progress) throws IOException {
        Scenario chosen = scenario == null ? null : VirtualRegency.scenario(scenario);
        VirtualRegency regency = VirtualRegency.create(config, users).start();
        List<RegencyDevice> devices = regency.devices();
        RegencyDevice first = devices.getFirst();
        progress.accept(devices.size() + " devices, the first at " + first.address() + ":" + first.port()
                + ", community " + first.community());
        if (chosen != null) {
            regency.start(chosen.name());
            progress.accept(chosen.name() + ": " + chosen.description());
        }
        return regency;
    }
}
