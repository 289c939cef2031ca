package id.ronda.app;

import de.siegmar.fastcsv.writer.CsvWriter;
import id.ronda.simulator.RegencyConfig;
import id.ronda.simulator.RegencyDevice;
import id.ronda.simulator.VirtualRegency;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The virtual regency of the demo, and its registration as devices like any others. */
final class DemoRegency {

    private static final String INTERVAL = "2s";
    private static final long SEED = 1;

    /** What guards the office is not for everybody who looks after its devices. */
    private static final Set<String> SECRET = Set.of("firewall", "access-control", "camera");

    private final @Nullable String scenario;
    private final int port;

    /**
     * @param scenario the course of events to start with, or null
     * @param port where its devices listen
     */
    DemoRegency(@Nullable String scenario, int port) {
        this.scenario = scenario;
        this.port = port;
    }

    /** Starts the regency and gives its devices to the collector, as an operator would: as CSV. */
    void join(Platform platform, Shutdown shutdown) {
        var regency = listen();
        shutdown.add("virtual regency", regency);
        new DemoOffices(platform.identity().units()).make(regency.devices());
        platform.collector().importDevices(csv(regency.devices()));
    }

    /** The regency, answering. */
    VirtualRegency listen() {
        var regency = VirtualRegency.create(new RegencyConfig(SEED, port, InstantSource.system(), 1));
        if (scenario != null) {
            regency.start(scenario);
        }
        try {
            return regency.start();
        } catch (IOException e) {
            throw new NotListening(port, e);
        }
    }

    /** The port of the virtual devices is taken, most often by another demo. */
    static final class NotListening extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotListening(int port, IOException cause) {
            super(
                    "the virtual devices " + cause.getMessage() + ": stop the other demo, or give another port than "
                            + port + " with --device-port",
                    cause);
        }
    }

    private static String csv(List<RegencyDevice> devices) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(
                    "address",
                    "port",
                    "name",
                    "interval",
                    "version",
                    "community",
                    "unit",
                    "classification",
                    "location",
                    "parent");
            for (var d : devices) {
                csv.writeRecord(
                        d.address(),
                        Integer.toString(d.port()),
                        d.name(),
                        INTERVAL,
                        "2c",
                        d.community(),
                        d.office(),
                        SECRET.contains(d.deviceClass()) ? "rahasia" : "terbatas",
                        d.location(),
                        Objects.requireNonNullElse(d.parent(), ""));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
