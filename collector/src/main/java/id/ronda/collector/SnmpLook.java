package id.ronda.collector;

import id.ronda.collector.device.DeviceDesk;
import id.ronda.collector.device.LatestValues;
import id.ronda.collector.discovery.Discoverer;
import id.ronda.collector.discovery.DiscoveryResult.Discovered;
import id.ronda.collector.discovery.DiscoveryResult.Unreachable;
import id.ronda.collector.discovery.Inventory;
import id.ronda.collector.discovery.SnmpAgent;
import id.ronda.collector.live.LatestSamples;
import id.ronda.collector.poll.PlannedDevice;
import id.ronda.collector.poll.PollOrder;
import id.ronda.collector.poll.Poller;
import id.ronda.collector.profile.ProfileCatalog;
import id.ronda.collector.reading.PolledObject;
import id.ronda.collector.snmp.SnmpClient;
import id.ronda.collector.snmp.SnmpFailure;
import id.ronda.collector.snmp.SnmpPeer;
import id.ronda.collector.store.SeriesKey;
import id.ronda.collector.store.SeriesRegistry;
import id.ronda.kernel.database.DatabaseAway;
import id.ronda.kernel.database.DatabaseBusy;
import io.vertx.core.Future;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Looks at a device over SNMP and writes what was found into the register of devices and of series. */
final class SnmpLook implements Poller.Look {

    private final SnmpClient client;
    private final Supplier<ProfileCatalog> catalog;
    private final DeviceDesk desk;
    private final SeriesRegistry series;
    private final LatestSamples latest;

    SnmpLook(
            SnmpClient client,
            Supplier<ProfileCatalog> catalog,
            DeviceDesk desk,
            SeriesRegistry series,
            LatestSamples latest) {
        this.client = client;
        this.catalog = catalog;
        this.desk = desk;
        this.series = series;
        this.latest = latest;
    }

    @Override
    public PlannedDevice at(PollOrder order, SnmpPeer peer) {
        return switch (new Discoverer(catalog.get()).discover(new SnmpAgent(client, peer), desk.watched(order.id()))) {
            case Discovered found -> register(order.id(), found.inventory());
            case Unreachable none -> new PlannedDevice.Unknown(none.failure(), reason(none.failure()));
        };
    }

    private PlannedDevice register(DeviceId device, Inventory inventory) {
        List<PolledObject> objects = inventory.objects();
        try {
            await(desk.saveInventory(device, inventory));
            int[] ids = await(series.idsFor(device, keys(objects)));
            tellLatest(device, objects, ids, inventory.complete());
            return new PlannedDevice.Known(objects, ids, inventory.complete());
        } catch (DatabaseAway | DatabaseBusy e) {
            return withKnownSeries(device, objects);
        }
    }

    /** Polling goes on without the database: a device whose series are all known needs it for nothing. */
    private PlannedDevice withKnownSeries(DeviceId device, List<PolledObject> objects) {
        var known = latest.known(device);
        var ids = objects.stream()
                .map(o -> known.get(new LatestValues.SeriesKey(o.metric(), o.instance())))
                .toList();
        return ids.contains(null)
                ? new PlannedDevice.Unknown("database-away", null)
                : new PlannedDevice.Known(
                        objects, ids.stream().mapToInt(Integer::intValue).toArray(), false);
    }

    private static List<SeriesKey> keys(List<PolledObject> objects) {
        return objects.stream()
                .map(o -> new SeriesKey(o.metric(), o.instance(), o.unit(), o.kind()))
                .toList();
    }

    private void tellLatest(DeviceId device, List<PolledObject> objects, int[] ids, boolean all) {
        var known = new HashMap<LatestValues.SeriesKey, Integer>();
        for (int i = 0; i < ids.length; i++) {
            var object = objects.get(i);
            known.put(new LatestValues.SeriesKey(object.metric(), object.instance()), ids[i]);
        }
        latest.know(device, known, all);
    }

    private static GapReason reason(String failure) {
        return Arrays.stream(SnmpFailure.values())
                .filter(f -> f.code().equals(failure))
                .findFirst()
                .flatMap(f -> GapReason.ofCode(f.gapReason()))
                .orElse(GapReason.MALFORMED);
    }

    /** Waits on a virtual thread; a failure goes on as the exception it is. */
    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
