package id.ronda.dashboards.office;

import id.ronda.collector.Device;
import id.ronda.collector.DeviceFilter;
import id.ronda.collector.DeviceGroup;
import id.ronda.collector.DeviceHistory;
import id.ronda.collector.DeviceHits;
import id.ronda.collector.DeviceId;
import id.ronda.collector.DeviceInterface;
import id.ronda.collector.DeviceOrder;
import id.ronda.collector.DeviceReading;
import id.ronda.collector.DeviceSearch;
import id.ronda.collector.DeviceStates;
import id.ronda.collector.DeviceStatus;
import id.ronda.collector.Devices;
import id.ronda.collector.FoundInterface;
import id.ronda.collector.Lookup;
import id.ronda.collector.Outage;
import id.ronda.collector.Overview;
import id.ronda.collector.Reach;
import id.ronda.collector.Reading;
import id.ronda.collector.WatchedReadings;
import id.ronda.kernel.Page;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Devices in memory, in the order of their ids. */
public final class InMemoryDevices implements Devices {

    /** How often states were asked for. */
    public final AtomicInteger listings = new AtomicInteger();

    /** How often an overview was asked for. */
    public final AtomicInteger overviews = new AtomicInteger();

    private final NavigableMap<DeviceId, Device> devices = new ConcurrentSkipListMap<>();
    private final Map<DeviceId, List<DeviceInterface>> interfaces = new ConcurrentHashMap<>();
    private final Map<DeviceId, List<Reading>> readings = new ConcurrentHashMap<>();
    private final Map<DeviceId, DeviceHistory> histories = new ConcurrentHashMap<>();
    private volatile boolean away;

    /** Adds a device or puts another in its place. */
    public void put(Device device) {
        devices.put(device.id(), device);
    }

    /** Forgets all devices and their readings. */
    public void clear() {
        devices.clear();
        readings.clear();
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
    public Future<Page<Device>> list(Reach reach, long after, int limit) {
        List<Device> rows = devices.tailMap(new DeviceId(after), false).values().stream()
                .filter(device -> sees(reach, device))
                .limit(limit + 1L)
                .toList();
        return answer(Page.of(rows, limit, device -> device.id().toString()));
    }

    @Override
    public Future<Optional<Device>> find(Reach reach, DeviceId id) {
        return answer(Optional.ofNullable(devices.get(id)).filter(device -> sees(reach, device)));
    }

    @Override
    public Future<DeviceHits> search(Reach reach, DeviceSearch asked) {
        List<Device> all = seen(reach).toList();
        return answer(new PlainSearch(all).page(asked));
    }

    @Override
    public Future<DeviceStates> states(Reach reach, Set<DeviceId> ids) {
        listings.incrementAndGet();
        List<Device> all = seen(reach).toList();
        return answer(new DeviceStates(
                all.stream().filter(device -> ids.contains(device.id())).toList(), PlainSearch.counts(all)));
    }

    @Override
    public Future<Overview> overview(Reach reach, String tagPrefix, int mostOutages) {
        overviews.incrementAndGet();
        List<DeviceGroup> groups = seen(reach)
                .map(device -> new DeviceGroup(
                        device.tags().stream()
                                .filter(tag -> tag.startsWith(tagPrefix))
                                .findFirst()
                                .orElse(null),
                        device.deviceClass(),
                        device.unit(),
                        device.location(),
                        device.status(),
                        1))
                .toList();
        List<Outage> outages = seen(reach)
                .filter(device -> device.status() == DeviceStatus.DOWN)
                .map(device -> new Outage(device, Objects.requireNonNullElse(device.lastAnswerAt(), Instant.EPOCH)))
                .sorted(Comparator.comparing(Outage::since))
                .limit(mostOutages)
                .toList();
        return answer(new Overview(groups, outages));
    }

    @Override
    public Future<WatchedReadings> watched(Reach reach, Set<String> metrics, Predicate<Reading> wanted) {
        List<DeviceReading> all = readings.entrySet().stream()
                .filter(entry -> sees(reach, entry.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .flatMap(entry -> entry.getValue().stream()
                        .filter(reading -> reading.state() != null || metrics.contains(reading.metric()))
                        .map(reading ->
                                new DeviceReading(entry.getKey(), nameOf(entry.getKey()), reading, reading.time())))
                .toList();
        return answer(new WatchedReadings(
                all.stream().filter(each -> wanted.test(each.reading())).toList(), all.size(), all.size()));
    }

    @Override
    public Future<List<DeviceInterface>> interfaces(Reach reach, DeviceId id) {
        return answer(sees(reach, id) ? interfaces.getOrDefault(id, List.of()) : List.of());
    }

    @Override
    public Future<List<Reading>> readings(Reach reach, DeviceId id) {
        return answer(sees(reach, id) ? readings.getOrDefault(id, List.of()) : List.of());
    }

    private Stream<Device> seen(Reach reach) {
        return devices.values().stream().filter(device -> sees(reach, device));
    }

    boolean sees(Reach reach, DeviceId id) {
        Device device = devices.get(id);
        return device == null ? reach.isEverything() : sees(reach, device);
    }

    private static boolean sees(Reach reach, Device device) {
        return reach.covers(device.unitId(), device.classification());
    }

    private String nameOf(DeviceId id) {
        Device device = devices.get(id);
        return device == null ? "" : device.name();
    }

    private <T> Future<T> answer(T answer) {
        return away ? Future.failedFuture("the database is away") : Future.succeededFuture(answer);
    }

    @Override
    public Future<Lookup> lookup(Reach reach, String words, int most) {
        DeviceFilter filter = new DeviceFilter(words, null, null, null, null, null);
        DeviceHits found = new PlainSearch(seen(reach).toList())
                .page(new DeviceSearch(filter, DeviceOrder.NAME, false, null, most));
        return answer(new Lookup(found.devices(), interfacesWith(reach, filter.eachWord(), most)));
    }

    private List<FoundInterface> interfacesWith(Reach reach, List<String> words, int most) {
        return interfaces.entrySet().stream()
                .filter(of -> sees(reach, of.getKey()))
                .flatMap(of -> of.getValue().stream().map(each -> found(of.getKey(), each)))
                .filter(each -> words.stream()
                        .allMatch(word -> (each.name() + " " + each.alias())
                                .toLowerCase(Locale.ROOT)
                                .contains(word)))
                .limit(most)
                .toList();
    }

    private FoundInterface found(DeviceId id, DeviceInterface row) {
        String name = Objects.requireNonNull(devices.get(id)).name();
        return new FoundInterface(id, name, row.name(), row.alias(), row.description());
    }

    /** What happened to a device, from now on. */
    public void putHistory(DeviceId id, DeviceHistory history) {
        histories.put(id, history);
    }

    @Override
    public Future<Optional<DeviceHistory>> history(Reach reach, DeviceId id, int most) {
        return answer(Optional.ofNullable(devices.get(id))
                .filter(device -> sees(reach, device))
                .map(known -> histories.getOrDefault(id, new DeviceHistory(Instant.EPOCH, null, List.of()))));
    }
}
