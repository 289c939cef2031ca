package id.ronda.collector;

import id.ronda.collector.device.DeviceParts;
import id.ronda.collector.device.DeviceStatusUpdate;
import id.ronda.collector.device.PollTarget;
import id.ronda.collector.live.LatestSamples;
import id.ronda.collector.live.StateBoard;
import id.ronda.collector.poll.DeviceState;
import id.ronda.collector.poll.PollOrder;
import id.ronda.collector.poll.PollSettings;
import id.ronda.collector.poll.Poller;
import id.ronda.collector.poll.Resume;
import id.ronda.collector.profile.ProfileCatalog;
import id.ronda.collector.snmp.SnmpClient;
import id.ronda.collector.snmp.SnmpClientConfig;
import id.ronda.collector.snmp.SnmpEndpoint;
import id.ronda.collector.spool.ClockGuard;
import id.ronda.collector.store.Resumption;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way from the register of devices to the spool, wired: who is polled, and what becomes of a device's state. */
final class Polling implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Polling.class);

    private final DeviceParts devices;
    private final SnmpClient client;
    private final Poller poller;
    private final StateBoard states;
    private final Duration statesEvery;
    private final Resumption resumption;
    /** Names are resolved here: it blocks. One at a time, so that the changes of one device stay in order. */
    private final ExecutorService changes = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("ronda-device-changes").factory());

    private final ConcurrentHashMap<DeviceId, Long> revisions = new ConcurrentHashMap<>();

    Polling(
            CollectorNeeds needs,
            CollectorSettings settings,
            DeviceParts devices,
            Storage storage,
            LatestSamples latest,
            ProfileCatalog catalog) {
        this.devices = devices;
        this.statesEvery = settings.statesEvery();
        this.resumption = storage.resume();
        client = SnmpClient.open(SnmpClientConfig.DEFAULT, needs.meters(), needs.random());
        states = new StateBoard(this::write, needs.meters());
        poller = new Poller(
                client,
                needs.clock(),
                now -> storage.guard().judge(now, resumption.newest()) instanceof ClockGuard.Verdict.Believed,
                PollSettings.DEFAULT,
                new SnmpLook(client, () -> catalog, devices.desk(), storage.series(), latest),
                storage.spool()::append,
                states,
                needs.meters());
    }

    void start() {
        poller.start();
        states.start(statesEvery);
        devices.registry().onChange(this::changed);
        devices.registry().all().forEach(target -> changed(target.id()));
    }

    private void changed(DeviceId id) {
        changes.execute(() -> devices.registry().find(id).ifPresent(this::apply));
    }

    private void apply(PollTarget target) {
        Long before = revisions.put(target.id(), target.revision());
        if (before != null && before == target.revision()) {
            return;
        }
        var address = new InetSocketAddress(target.address(), target.port());
        if (!target.enabled()) {
            poller.forget(target.id());
            states.accept(new DeviceState(target.id(), DeviceStatus.UNKNOWN, null, null, null, null));
        } else if (address.isUnresolved()) {
            log.warn("The name {} is not known here; device {} is not asked.", target.address(), target.id());
            states.accept(new DeviceState(target.id(), DeviceStatus.UNKNOWN, null, "unknown-name", null, null));
        } else {
            var endpoint = new SnmpEndpoint(address, target.credential(), false);
            poller.watch(new PollOrder(target.id(), endpoint, target.interval()), resumeOf(target));
        }
    }

    /** The first watch of a device goes on from the last run; a later one, after an edit, from the one before. */
    private Resume resumeOf(PollTarget target) {
        long device = target.id().value();
        return new Resume(resumption.lastAttended(device, target.interval()).orElse(0), resumption.openGaps(device));
    }

    private void write(Collection<DeviceState> changed) {
        var updates = changed.stream().map(Polling::update).toList();
        devices.desk()
                .saveStatus(updates)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private static DeviceStatusUpdate update(DeviceState state) {
        var failure = state.failure() == null || state.failureAt() == null
                ? null
                : new Device.LastFailure(state.failure(), state.failureAt());
        return new DeviceStatusUpdate(
                state.device(), state.status(), state.lastAnswerAt(), failure, state.uptimeSeconds());
    }

    @Override
    public void close() {
        changes.shutdownNow();
        poller.close();
        states.close();
        client.close();
    }
}
