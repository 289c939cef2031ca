package id.ronda.collector.device;

import id.ronda.collector.DeviceId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every device with its credential, in memory, for the poller: as it is after the last committed change. */
public final class DeviceRegistry {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceRegistry.class);

    private final ConcurrentSkipListMap<DeviceId, PollTarget> targets = new ConcurrentSkipListMap<>();
    private final List<Consumer<DeviceId>> listeners = new CopyOnWriteArrayList<>();
    private final Counter failures;

    DeviceRegistry(MeterRegistry meters) {
        meters.gaugeMapSize("ronda.devices", List.of(), targets);
        failures = meters.counter("ronda.device.listener.failures");
    }

    /** All devices in the order of their ids, the disabled ones too. */
    public List<PollTarget> all() {
        return List.copyOf(targets.values());
    }

    public Optional<PollTarget> find(DeviceId id) {
        return Optional.ofNullable(targets.get(id));
    }

    /**
     * Calls the listener with each device that was added, edited, enabled or disabled, after the commit and after
     * {@link #all} shows it. It is called on the changing thread and must not block; one that throws is logged and kept.
     */
    public void onChange(Consumer<DeviceId> listener) {
        listeners.add(listener);
    }

    /** Takes committed changes in. Two changes of a device may come in either order: the newer one stays. */
    void put(Collection<KnownDevice> changed) {
        changed.forEach(device -> targets.merge(
                device.id(), PollTarget.of(device), (old, now) -> now.revision() >= old.revision() ? now : old));
        changed.forEach(device -> listeners.forEach(listener -> tell(listener, device.id())));
    }

    private void tell(Consumer<DeviceId> listener, DeviceId id) {
        try {
            listener.accept(id);
        } catch (RuntimeException e) {
            failures.increment();
            LOG.error("a listener failed at the change of device {}; it goes on with the next change", id, e);
        }
    }
}
