package id.ronda.collector;

import static org.awaitility.Awaitility.await;

import id.ronda.kernel.DataFolder;
import id.ronda.kernel.metrics.Meters;
import id.ronda.kernel.outbox.Outbox;
import id.ronda.kernel.secret.SecretBox;
import id.ronda.simulator.AgentServer;
import id.ronda.simulator.ServedLog;
import id.ronda.simulator.SimulatedDevice;
import id.ronda.simulator.SyntheticFleet;
import id.ronda.testkit.TestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;

/** Simulated devices that note what they serve, polled every second and stored by the whole collector. */
final class FleetUnderPoll implements AutoCloseable {

    static final int INTERFACES = 24;
    private static final long SEED = 7;
    private static final int REMEMBERED = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final MeterRegistry meters = Meters.prometheus();
    private final ServedLog log = new ServedLog(REMEMBERED);
    private final Vertx vertx = Vertx.vertx();
    private final SyntheticFleet fleet;
    private final AgentServer server;
    private final TestDatabase database;
    private final DataFolder folder;
    private final CollectorModule collector;
    /** What to add to a time in milliseconds since 1970 to have it, in nanoseconds, on the clock of the log. */
    private final long epochOnLog = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());

    FleetUnderPoll(int devices, TestDatabase database, Path data) throws IOException {
        this.database = database;
        fleet = SyntheticFleet.onOnePort(devices, INTERFACES, SEED);
        server = AgentServer.builder()
                .listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .devices(fleet.devices())
                .log(log)
                .seed(SEED)
                .build()
                .start();
        folder = DataFolder.open(data, DataFolder.Use.DEMO);
        var random = new SecureRandom();
        var needs = new CollectorNeeds(
                vertx,
                database.database(),
                SecretBox.open(folder.keys(), null, random),
                new Outbox(),
                folder,
                Clock.systemUTC(),
                random,
                meters);
        collector = new CollectorModule(needs, CollectorSettings.DEFAULT);
        collector.start();
        collector.importDevices(csv());
    }

    private String csv() {
        var csv = new StringBuilder("address,port,name,interval,version,community\n");
        for (var device : fleet.devices()) {
            int port = server.address(device.name()).getPort();
            csv.append("127.0.0.1,%d,%s,1s,2c,%s%n".formatted(port, device.name(), device.community()));
        }
        return csv.toString();
    }

    SimulatedDevice device(int number) {
        return server.device(SyntheticFleet.name(number));
    }

    ServedLog log() {
        return log;
    }

    /** The moment of a slot on the clock of the log. */
    long nanosOf(Instant slot) {
        return epochOnLog + TimeUnit.MILLISECONDS.toNanos(slot.toEpochMilli());
    }

    /** Waits until every device has a sample. */
    void awaitAllPolled() {
        var tables = new CollectorBench(database.database());
        await().atMost(PATIENCE)
                .until(() -> tables.polledDevices() == fleet.devices().size());
    }

    /** Waits until that moment has passed and all that was answered before it is stored, and stops. */
    void pollUntil(Instant end) {
        await().atMost(PATIENCE.plus(Duration.between(Instant.now(), end).abs()))
                .until(() -> Instant.now().isAfter(end.plusSeconds(3)) && collector.hasStoredThrough(end));
        collector.close();
    }

    AuditFigures audit(Instant from, Instant to) {
        return new CollectorBench(database.database()).audit(this::rate, from, to);
    }

    private OptionalDouble rate(String device, String metric, String instance) {
        int number = Integer.parseInt(device.substring(device.length() - 5));
        return switch (metric) {
            case "if.in.octets" -> OptionalDouble.of((double) fleet.inOctetsPerSecond(number, port(instance)));
            case "if.out.octets" -> OptionalDouble.of((double) fleet.outOctetsPerSecond(number, port(instance)));
            default -> OptionalDouble.empty();
        };
    }

    static int port(String instance) {
        return Integer.parseInt(instance.replace("port", ""));
    }

    /** The share of the slots that were asked within that time. */
    double shareOnTime(Duration lateness) {
        var buckets = meters.get("ronda.poll.lateness").timer().takeSnapshot().histogramCounts();
        double inTime = Arrays.stream(buckets)
                .filter(b -> b.bucket(TimeUnit.NANOSECONDS) <= lateness.toNanos())
                .mapToDouble(CountAtBucket::count)
                .max()
                .orElse(0);
        return inTime / buckets[buckets.length - 1].count();
    }

    double counted(String name) {
        return meters.find(name).counters().stream().mapToDouble(c -> c.count()).sum();
    }

    @Override
    public void close() {
        collector.close();
        server.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
        folder.close();
    }
}
