package id.ronda.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.ronda.collector.KnownRates;
import id.ronda.simulator.SyntheticFleet;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;

/** The simulated devices of a benchmark, answering in another process. */
final class FleetProcess implements AutoCloseable {

    private final Process process;
    private final PrintWriter orders;
    private final FleetSize size;
    private final int port;

    private FleetProcess(Process process, FleetSize size, int port) {
        this.process = process;
        this.size = size;
        this.port = port;
        this.orders = new PrintWriter(process.getOutputStream(), true, UTF_8);
    }

    /** Starts the devices with the Java and the class path of this process. */
    static FleetProcess start(FleetSize size) throws IOException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-Xlog:disable",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "bench",
                        "fleet",
                        size.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var said = new BufferedReader(process.inputReader(UTF_8)).readLine();
        if (said == null) {
            throw new IOException("the simulated devices did not start; their process says why on stderr");
        }
        return new FleetProcess(process, size, Integer.parseInt(said));
    }

    /** Silences that many of the devices. */
    void mute(int dead) {
        orders.println("mute " + dead);
    }

    long pid() {
        return process.pid();
    }

    /** The devices as a person would register them. */
    String csv(String interval) {
        var csv = new StringBuilder("address,port,name,interval,version,community\n");
        SyntheticFleet.onAddresses(size.devices(), size.interfaces(), BenchFleetCommand.SEED, port)
                .devices()
                .forEach(device -> csv.append("%s,%d,%s,%s,2c,%s%n"
                        .formatted(
                                Objects.requireNonNull(device.address())
                                        .getAddress()
                                        .getHostAddress(),
                                port,
                                device.name(),
                                interval,
                                device.community())));
        return csv.toString();
    }

    /** What the interfaces' octet counters really do. */
    KnownRates rates() {
        var fleet = SyntheticFleet.onAddresses(size.devices(), size.interfaces(), BenchFleetCommand.SEED, port);
        Map<String, Integer> numbers = new HashMap<>();
        for (int device = 0; device < size.devices(); device++) {
            numbers.put(SyntheticFleet.name(device), device);
        }
        return (device, metric, instance) -> switch (metric) {
            case "if.in.octets" ->
                OptionalDouble.of((double) fleet.inOctetsPerSecond(numbers.getOrDefault(device, 0), port(instance)));
            case "if.out.octets" ->
                OptionalDouble.of((double) fleet.outOctetsPerSecond(numbers.getOrDefault(device, 0), port(instance)));
            default -> OptionalDouble.empty();
        };
    }

    /** The fleet names its interfaces port1, port2... by their ifIndex. */
    private static int port(String instance) {
        return Integer.parseInt(instance.replaceAll("\\D", ""));
    }

    @Override
    public void close() {
        orders.close();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
        }
    }
}
