package id.ronda.collector.device;

import id.ronda.collector.Device;
import id.ronda.collector.DeviceHistory;
import id.ronda.collector.DeviceHits;
import id.ronda.collector.DeviceId;
import id.ronda.collector.DeviceInterface;
import id.ronda.collector.DeviceSearch;
import id.ronda.collector.DeviceStates;
import id.ronda.collector.Devices;
import id.ronda.collector.IfStatus;
import id.ronda.collector.Lookup;
import id.ronda.collector.Overview;
import id.ronda.collector.Reach;
import id.ronda.collector.Reading;
import id.ronda.collector.WatchedReadings;
import id.ronda.collector.device.LatestValues.Latest;
import id.ronda.collector.device.LatestValues.SeriesKey;
import id.ronda.kernel.Page;
import id.ronda.kernel.database.Database;
import id.ronda.kernel.database.Lane;
import id.ronda.kernel.list.ListQuery;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Reads devices out of the database and lays their newest samples over what was found on them. */
public final class DeviceView implements Devices {

    private static final String OPER_STATUS = "if.oper.status";

    private final Database database;
    private final PostgresDeviceStore devices;
    private final PostgresFindingStore findings;
    private final LatestValues latest;
    private final DeviceSearchStore search = new DeviceSearchStore();
    private final OverviewStore overview = new OverviewStore();
    private final LookupStore lookup = new LookupStore();
    private final ReadingSurvey survey;

    DeviceView(
            Database database,
            PostgresDeviceStore devices,
            PostgresFindingStore findings,
            LatestValues latest,
            NewestSamples newest,
            InstantSource clock) {
        this.database = database;
        this.devices = devices;
        this.findings = findings;
        this.latest = latest;
        this.survey = new ReadingSurvey(database, overview, newest, clock);
    }

    @Override
    public Future<Page<Device>> list(Reach reach, long after, int limit) {
        return stored(reach, after, limit)
                .map(page -> new Page<>(
                        page.items().stream().map(StoredDevice::device).toList(), page.next()));
    }

    /** Like {@link #list}, with what only the API shows. One statement. */
    public Future<Page<StoredDevice>> stored(Reach reach, long after, int limit) {
        return database.call(Lane.EDITS, handle -> devices.list(handle, reach, after, limit + 1))
                .map(rows -> Page.of(rows, limit, stored -> stored.device().id().toString()));
    }

    /** One page of what a request asks for. One statement. */
    public Future<Page<StoredDevice>> stored(Reach reach, ListQuery query) {
        return database.call(Lane.EDITS, handle -> search.list(handle, reach, query));
    }

    @Override
    public Future<Optional<Device>> find(Reach reach, DeviceId id) {
        return stored(reach, id).map(found -> found.map(StoredDevice::device));
    }

    /** Like {@link #find}, with what only the API shows. */
    public Future<Optional<StoredDevice>> stored(Reach reach, DeviceId id) {
        return database.call(Lane.EDITS, handle -> devices.find(handle, reach, id));
    }

    @Override
    public Future<DeviceHits> search(Reach reach, DeviceSearch asked) {
        return database.call(Lane.EDITS, handle -> search.search(handle, reach, asked));
    }

    @Override
    public Future<DeviceStates> states(Reach reach, Set<DeviceId> ids) {
        return database.call(Lane.EDITS, handle -> search.states(handle, reach, ids));
    }

    @Override
    public Future<Overview> overview(Reach reach, String tagPrefix, int mostOutages) {
        return database.call(Lane.EDITS, handle -> overview.overview(handle, reach, tagPrefix, mostOutages));
    }

    @Override
    public Future<Lookup> lookup(Reach reach, String words, int most) {
        return database.call(Lane.EDITS, handle -> lookup.find(handle, reach, words, most));
    }

    @Override
    public Future<Optional<DeviceHistory>> history(Reach reach, DeviceId id, int most) {
        return database.call(Lane.EDITS, handle -> lookup.history(handle, reach, id, most));
    }

    @Override
    public Future<WatchedReadings> watched(Reach reach, Set<String> metrics, Predicate<Reading> wanted) {
        return survey.look(reach, metrics, wanted);
    }

    @Override
    public Future<List<DeviceInterface>> interfaces(Reach reach, DeviceId id) {
        return database.call(Lane.EDITS, handle -> findings.interfaces(handle, reach, id))
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture(found)
                        : latest.of(id)
                                .map(values -> found.stream()
                                        .map(each -> now(each, values))
                                        .toList()));
    }

    /** Discovery looks once a day, the series knows better. */
    private static DeviceInterface now(DeviceInterface found, Map<SeriesKey, Latest> values) {
        Latest status = values.get(new SeriesKey(OPER_STATUS, found.instance()));
        return status == null
                ? found
                : new DeviceInterface(
                        found.index(),
                        found.name(),
                        found.instance(),
                        found.description(),
                        found.alias(),
                        found.type(),
                        found.mtu(),
                        found.speed(),
                        found.adminStatus(),
                        IfStatus.of((int) status.value()));
    }

    @Override
    public Future<List<Reading>> readings(Reach reach, DeviceId id) {
        return database.call(Lane.EDITS, handle -> findings.readings(handle, reach, id))
                .compose(known -> known.isEmpty()
                        ? Future.succeededFuture(List.of())
                        : latest.of(id)
                                .map(values -> known.stream()
                                        .map(each ->
                                                each.with(values.get(new SeriesKey(each.metric(), each.instance()))))
                                        .toList()));
    }
}
