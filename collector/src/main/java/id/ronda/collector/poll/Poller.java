package id.ronda.collector.poll;

import id.ronda.collector.DeviceId;
import id.ronda.collector.snmp.SnmpClient;
import id.ronda.collector.snmp.SnmpReply;
import id.ronda.collector.snmp.SnmpRequest;
import id.ronda.collector.spool.SpoolRecord;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches devices: every one at its slots, none in the way of another. What comes of it goes into a sink (samples and gaps, in
 * order) and to a listener (states). Holds no thread and no socket per device.
 */
public final class Poller implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Poller.class);

    /** Looks at a device and registers its series; blocking, on a virtual thread. */
    @FunctionalInterface
    public interface Look {
        PlannedDevice at(PollOrder target, id.ronda.collector.snmp.SnmpPeer peer);
    }

    private final SnmpClient client;
    private final InstantSource clock;
    private final ClockTrust trust;
    private final PollSettings settings;
    private final Look look;
    private final Consumer<SpoolRecord> sink;
    private final Consumer<DeviceState> states;
    private final PollCounters counted;
    private final Timetable timetable;
    private final ExecutorService lookers = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore looking;
    private final Map<DeviceId, DeviceWatch> watches = new ConcurrentHashMap<>();
    private final Map<DeviceId, Resume> left = new ConcurrentHashMap<>();

    /**
     * Prepares a poller.
     *
     * @param believed whether samples may be made at that time of the clock; while not, no slot is issued
     * @param sink must not block: it is called on an event loop
     */
    public Poller(
            SnmpClient client,
            InstantSource clock,
            Predicate<Instant> believed,
            PollSettings settings,
            Look look,
            Consumer<SpoolRecord> sink,
            Consumer<DeviceState> states,
            MeterRegistry meters) {
        this.client = client;
        this.clock = clock;
        this.trust = new ClockTrust(believed, meters);
        this.settings = settings;
        this.look = look;
        this.sink = sink;
        this.states = states;
        this.counted = new PollCounters(meters);
        this.timetable = new Timetable(clock);
        this.looking = new Semaphore(settings.looksAtOnce());
        meters.gaugeMapSize("ronda.poll.devices", List.of(), watches);
    }

    public void start() {
        timetable.start();
    }

    /**
     * Watches a device from now on. If it was watched before in this run, the new watch goes on from there and not from
     * {@code resume}. Blocks until a cycle of the old watch has ended; one call at a time for a device.
     */
    public void watch(PollOrder target, Resume resume) {
        forget(target.id());
        var last = left.remove(target.id());
        var fresh = new DeviceWatch(target, client.peer(target.endpoint()), this, last == null ? resume : last);
        watches.put(target.id(), fresh);
        fresh.start();
    }

    /** Ends the watch of a device and remembers where it ended. Blocks until a cycle that runs has ended. */
    public void forget(DeviceId device) {
        var old = watches.remove(device);
        if (old != null) {
            old.stop().join();
            left.put(device, old.resume());
        }
    }

    /** Looks at every device again, each soon after its next slot. */
    public void lookAgain() {
        watches.values().forEach(DeviceWatch::lookSoon);
    }

    void look(DeviceWatch watch, Consumer<PlannedDevice> whenDone) {
        lookers.execute(() -> whenDone.accept(lookAt(watch)));
    }

    private PlannedDevice lookAt(DeviceWatch watch) {
        if (knock(watch) instanceof SnmpReply.Failed silent) {
            return new PlannedDevice.Unknown(silent.failure().code(), PollCycle.reasonOf(silent.failure()));
        }
        looking.acquireUninterruptibly();
        try {
            return look.at(watch.target(), watch.peer());
        } catch (RuntimeException e) {
            log.error(
                    "Looking at device {} failed; it is tried again. Please report this.",
                    watch.target().id(),
                    e);
            return new PlannedDevice.Unknown("internal-error", null);
        } finally {
            looking.release();
        }
    }

    boolean believes(long epochMillis) {
        return trust.in(Instant.ofEpochMilli(epochMillis));
    }

    /** One small question before a look takes one of the places: many dead devices must not keep a live one waiting. */
    private SnmpReply knock(DeviceWatch watch) {
        return client.send(watch.peer(), new SnmpRequest.Get(List.of(PollPlan.SYS_UP_TIME)))
                .join();
    }

    void report(DeviceState state) {
        states.accept(state);
    }

    SnmpClient client() {
        return client;
    }

    InstantSource clock() {
        return clock;
    }

    PollSettings settings() {
        return settings;
    }

    Consumer<SpoolRecord> sink() {
        return sink;
    }

    PollCounters counted() {
        return counted;
    }

    Timetable timetable() {
        return timetable;
    }

    /** Devices under watch. */
    public int size() {
        return watches.size();
    }

    @Override
    public void close() {
        for (var watch : watches.values()) {
            var unused = watch.stop();
        }
        timetable.close();
        lookers.shutdownNow();
    }
}
