package id.ronda.collector.source;

import id.ronda.collector.DeviceId;
import id.ronda.collector.discovery.Discoverer;
import id.ronda.collector.discovery.DiscoveryResult;
import id.ronda.collector.discovery.Inventory;
import id.ronda.collector.discovery.SnmpAgent;
import id.ronda.collector.poll.DeviceState;
import id.ronda.collector.poll.PlannedDevice;
import id.ronda.collector.poll.PollOrder;
import id.ronda.collector.poll.PollSettings;
import id.ronda.collector.poll.Poller;
import id.ronda.collector.poll.Resume;
import id.ronda.collector.profile.ProfileCatalog;
import id.ronda.collector.reading.PolledObject;
import id.ronda.collector.snmp.SnmpClientConfig;
import id.ronda.collector.snmp.SnmpCredential;
import id.ronda.collector.snmp.SnmpEndpoint;
import id.ronda.collector.snmp.SnmpPeer;
import id.ronda.collector.spool.SpoolRecord;
import id.ronda.collector.spool.SpoolRecord.SampleGroup;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/** A source looked at and polled every second, as the product does it, with what comes of it. */
final class Watched implements AutoCloseable {
    private static final DeviceId ID = new DeviceId(1);
    private static final ProfileCatalog PROFILES = ProfileCatalog.shipped();

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final Queue<SpoolRecord> records = new ConcurrentLinkedQueue<>();
    final Queue<DeviceState> states = new ConcurrentLinkedQueue<>();
    private final DeviceClient client =
            DeviceClient.open(SnmpClientConfig.DEFAULT, meters, new SplittableRandom(7), InstantSource.system());
    private final SnmpEndpoint endpoint;
    private volatile List<PolledObject> objects = List.of();
    private final Poller poller;

    Watched(InetSocketAddress address, SnmpCredential credential) {
        endpoint = new SnmpEndpoint(address, credential, false);
        poller = new Poller(
                client,
                InstantSource.system(),
                now -> true,
                PollSettings.DEFAULT,
                (order, peer) -> look(peer),
                records::add,
                states::add,
                meters);
    }

    /** A look at the source, which must answer. */
    Inventory inventory() {
        return switch (discover()) {
            case DiscoveryResult.Discovered found -> found.inventory();
            case DiscoveryResult.Unreachable none -> throw new AssertionError(none.toString());
        };
    }

    DiscoveryResult discover() {
        return discover(client.peer(endpoint));
    }

    private DiscoveryResult discover(SnmpPeer peer) {
        return new Discoverer(PROFILES).discover(new SnmpAgent(client, peer));
    }

    private PlannedDevice look(SnmpPeer peer) {
        return switch (discover(peer)) {
            case DiscoveryResult.Discovered found -> {
                objects = found.inventory().objects();
                yield new PlannedDevice.Known(
                        objects, IntStream.range(0, objects.size()).toArray(), true);
            }
            case DiscoveryResult.Unreachable none -> new PlannedDevice.Unknown(none.failure(), null);
        };
    }

    void poll() {
        poller.start();
        poller.watch(new PollOrder(ID, endpoint, Duration.ofSeconds(1)), Resume.NEW);
    }

    /** The samples of a series so far, oldest first. */
    List<Double> samples(String metric, String instance) {
        int series = IntStream.range(0, objects.size())
                .filter(i -> objects.get(i).metric().equals(metric)
                        && objects.get(i).instance().equals(instance))
                .findFirst()
                .orElse(-1);
        return records.stream()
                .filter(SampleGroup.class::isInstance)
                .map(SampleGroup.class::cast)
                .flatMap(group -> IntStream.range(0, group.series().length)
                        .filter(i -> group.series()[i] == series)
                        .mapToObj(i -> group.values()[i]))
                .toList();
    }

    Optional<Double> last(String metric, String instance) {
        var samples = samples(metric, instance);
        return samples.isEmpty() ? Optional.empty() : Optional.of(samples.getLast());
    }

    @Override
    public void close() {
        poller.close();
        client.close();
    }
}
