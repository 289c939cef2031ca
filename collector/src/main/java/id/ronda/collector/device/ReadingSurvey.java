package id.ronda.collector.device;

import id.ronda.collector.DeviceReading;
import id.ronda.collector.Reach;
import id.ronda.collector.Reading;
import id.ronda.collector.WatchedReadings;
import id.ronda.kernel.database.Database;
import id.ronda.kernel.database.Lane;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the readings of all devices at once. Which readings there are changes seldom and is read once a minute; their values
 * come out of memory, since a look into the time series for each would take seconds.
 */
final class ReadingSurvey {

    private static final Duration KEPT = Duration.ofMinutes(1);

    private final Database database;
    private final OverviewStore store;
    private final NewestSamples samples;
    private final InstantSource clock;
    private @Nullable Kept kept;

    ReadingSurvey(Database database, OverviewStore store, NewestSamples samples, InstantSource clock) {
        this.database = database;
        this.store = store;
        this.samples = samples;
        this.clock = clock;
    }

    private record Kept(Set<String> metrics, List<WatchedReading> all, Instant at) {}

    /** Those of the metrics, and all states, that are wanted of the devices in reach. */
    Future<WatchedReadings> look(Reach reach, Set<String> metrics, Predicate<Reading> wanted) {
        return all(metrics).compose(all -> reached(reach, all)).map(all -> look(all, wanted));
    }

    /** Which devices are in reach is asked each time: what is kept here may be of before a device was given to another office. */
    private Future<List<WatchedReading>> reached(Reach reach, List<WatchedReading> all) {
        return reach.isEverything()
                ? Future.succeededFuture(all)
                : database.call(Lane.EDITS, handle -> store.reached(handle, reach))
                        .map(devices -> all.stream()
                                .filter(each -> devices.contains(each.device()))
                                .toList());
    }

    private WatchedReadings look(List<WatchedReading> all, Predicate<Reading> wanted) {
        List<DeviceReading> known = all.stream()
                .map(each -> each.now(samples))
                .filter(each -> each.reading().value() != null)
                .toList();
        return new WatchedReadings(
                known.stream().filter(each -> wanted.test(each.reading())).toList(), known.size(), all.size());
    }

    private synchronized Future<List<WatchedReading>> all(Set<String> metrics) {
        if (kept != null
                && kept.metrics().equals(metrics)
                && Duration.between(kept.at(), clock.instant()).abs().compareTo(KEPT) < 0) {
            return Future.succeededFuture(kept.all());
        }
        return database.call(Lane.EDITS, handle -> store.watched(handle, metrics))
                .onSuccess(all -> keep(new Kept(metrics, all, clock.instant())));
    }

    /** None are kept while devices are still being discovered for the first time: they would be missed for a minute. */
    private synchronized void keep(Kept now) {
        kept = now.all().isEmpty() ? null : now;
    }
}
