package id.ronda.dashboards.office;

import id.ronda.collector.Device;
import id.ronda.collector.DeviceId;
import id.ronda.collector.DeviceInterface;
import id.ronda.collector.Devices;
import id.ronda.collector.Reading;
import id.ronda.kernel.Page;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Devices in memory, in the order of their ids. */
public final class InMemoryDevices implements Devices {

    /** How often the list was asked for. */
    public final AtomicInteger listings = new AtomicInteger();

    private final NavigableMap<DeviceId, Device> devices = new ConcurrentSkipListMap<>();
    private final Map<DeviceId, List<DeviceInterface>> interfaces = new ConcurrentHashMap<>();
    private final Map<DeviceId, List<Reading>> readings = new ConcurrentHashMap<>();
    private volatile boolean away;

    /** Adds a device or puts another in its place. */
    public void put(Device device) {
        devices.put(device.id(), device);
    }

    public void putInterfaces(DeviceId id, List<DeviceInterface> rows) {
        interfaces.put(id, rows);
    }

    public void putReadings(DeviceId id, List<Reading> rows) {
        readings.put(id, rows);
    }

    /** From now on every question fails, as when the database is away; or is answered again. */
    public void goAway(boolean gone) {
        away = gone;
    }

    @Override
    public Future<Page<Device>> list(long after, int limit) {
        listings.incrementAndGet();
        List<Device> rows = devices.tailMap(new DeviceId(after), false).values().stream()
                .limit(limit + 1L)
                .toList();
        return answer(Page.of(rows, limit, device -> device.id().toString()));
    }

    @Override
    public Future<Optional<Device>> find(DeviceId id) {
        return answer(Optional.ofNullable(devices.get(id)));
    }

    @Override
    public Future<List<DeviceInterface>> interfaces(DeviceId id) {
        return answer(interfaces.getOrDefault(id, List.of()));
    }

    @Override
    public Future<List<Reading>> readings(DeviceId id) {
        return answer(readings.getOrDefault(id, List.of()));
    }

    private <T> Future<T> answer(T answer) {
        return away ? Future.failedFuture("the database is away") : Future.succeededFuture(answer);
    }
}
