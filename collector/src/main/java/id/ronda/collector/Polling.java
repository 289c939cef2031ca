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
import id.ronda.collector.source.DeviceClient;
import id.ronda.collector.spool.ClockGuard;
import id.ronda.collector.store.Resumption;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way from the register of devices to the spool, wired: who is polled, and what becomes of a device's state. */
final class Polling implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Polling.class);
    private static final String UNKNOWN_NAME = "unknown-name";
    private static final Duration RESOLVE_AGAIN = Duration.ofMinutes(1);

    private final DeviceParts devices;
    private final SnmpClient client;
    private final Poller poller;
    private final StateBoard states;
    private final Duration statesEvery;
    private final Resumption resumption;
    private final Clock clock;
    /** What each device is polled as. */
    private final ConcurrentHashMap<DeviceId, PollOrder> orders = new ConcurrentHashMap<>();
    /** Names are resolved and cycles waited for here, which blocks: side by side, but one change of a device at a time. */
    private final ExecutorService changes = Executors.newVirtualThreadPerTaskExecutor();

    private final ReentrantLock[] turns =
            Stream.generate(ReentrantLock::new).limit(256).toArray(ReentrantLock[]::new);

    Polling(
            CollectorNeeds needs,
            CollectorSettings settings,
            DeviceParts devices,
            Storage storage,
            LatestSamples latest,
            Supplier<ProfileCatalog> catalog) {
        this.devices = devices;
        this.statesEvery = settings.statesEvery();
        this.clock = needs.clock();
        this.resumption = storage.resume();
        client = DeviceClient.open(SnmpClientConfig.DEFAULT, needs.meters(), needs.random(), needs.clock());
        states = new StateBoard(this::write, needs.meters());
        poller = new Poller(
                client,
                needs.clock(),
                now -> storage.guard().judge(now, resumption.newest()) instanceof ClockGuard.Verdict.Believed,
                PollSettings.DEFAULT,
                new SnmpLook(client, catalog, devices.desk(), storage.series(), latest),
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

    /** The profiles have changed: every device is looked at anew, each soon after its next slot. */
    void lookAgain() {
        poller.lookAgain();
    }

    private void changed(DeviceId id) {
        changes.execute(() -> {
            var turn = turns[Math.floorMod(Long.hashCode(id.value()), turns.length)];
            turn.lock();
            try {
                devices.registry().find(id).ifPresent(this::apply);
            } finally {
                turn.unlock();
            }
        });
    }

    private void apply(PollTarget target) {
        if (!target.enabled()) {
            forget(target.id(), null);
            return;
        }
        var address = new InetSocketAddress(target.address(), target.port());
        if (address.isUnresolved()) {
            log.warn(
                    "The name {} is not known here; device {} is not asked until it is.",
                    target.address(),
                    target.id());
            forget(target.id(), UNKNOWN_NAME);
            CompletableFuture.delayedExecutor(RESOLVE_AGAIN.toMillis(), TimeUnit.MILLISECONDS, changes)
                    .execute(() -> changed(target.id()));
        } else {
            watch(
                    target,
                    new PollOrder(
                            target.id(), new SnmpEndpoint(address, target.credential(), false), target.interval()));
        }
    }

    private void forget(DeviceId id, @Nullable String failure) {
        orders.remove(id);
        poller.forget(id);
        var at = failure == null ? null : clock.instant();
        states.accept(new DeviceState(id, DeviceStatus.UNKNOWN, null, failure, at, null));
    }

    /** A new name or tag is no reason to look at the device again; another address, credential or interval is. */
    private void watch(PollTarget target, PollOrder order) {
        if (!order.equals(orders.put(target.id(), order))) {
            poller.watch(order, resumeOf(target));
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
