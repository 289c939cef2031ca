package id.ronda.app;

import de.siegmar.fastcsv.writer.CsvWriter;
import id.ronda.simulator.RegencyConfig;
import id.ronda.simulator.RegencyDevice;
import id.ronda.simulator.VirtualRegency;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The virtual regency of the demo, and its registration as devices like any others. */
final class DemoRegency {

    private static final String INTERVAL = "2s";

    private final @Nullable String scenario;

    /** @param scenario the course of events to start with, or null */
    DemoRegency(@Nullable String scenario) {
        this.scenario = scenario;
    }

    /** Starts the regency and gives its devices to the collector, as an operator would: as CSV. */
    void join(Platform platform, Shutdown shutdown) throws IOException {
        var regency = VirtualRegency.create(RegencyConfig.standard());
        if (scenario != null) {
            regency.start(scenario);
        }
        regency.start();
        shutdown.add("virtual regency", regency);
        platform.collector().importDevices(csv(regency.devices()));
    }

    private static String csv(List<RegencyDevice> devices) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord("address", "port", "name", "interval", "version", "community", "location", "parent");
            for (var d : devices) {
                csv.writeRecord(
                        d.address(),
                        Integer.toString(d.port()),
                        d.name(),
                        INTERVAL,
                        "2c",
                        d.community(),
                        d.location(),
                        Objects.requireNonNullElse(d.parent(), ""));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
