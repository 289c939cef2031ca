package id.ronda.dashboards.directory;

import id.ronda.collector.DeviceId;
import id.ronda.collector.DeviceStates;
import id.ronda.collector.Devices;
import id.ronda.collector.Reach;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How the devices that pages show were at most {@link #FRESH} ago. All open pages of one reach share one reading of the database, so
 * a hundred of them cost as much as one.
 */
public final class DeviceDirectory {

    /** How old an answer may be. */
    public static final Duration FRESH = Duration.ofSeconds(2);

    private final Devices devices;
    private final Reach reach;
    private final Clock clock;
    private @Nullable Future<Snapshot> reading;
    private Set<DeviceId> beingRead = Set.of();
    private @Nullable Snapshot last;

    public DeviceDirectory(Devices devices, Reach reach, Clock clock) {
        this.devices = devices;
        this.reach = reach;
        this.clock = clock;
    }

    /**
     * Some devices at one moment, with the counts of all in reach.
     *
     * @param asked the ids that were asked for, of unknown devices too
     */
    public record Snapshot(DeviceStates states, Set<DeviceId> asked, Instant at) {}

    /**
     * How these devices are, among others that some page shows. Completes on any context.
     *
     * @param mine must be in the answer
     * @param everybodys what all pages show, read together if it must be read
     */
    public synchronized Future<Snapshot> of(Set<DeviceId> mine, Supplier<Set<DeviceId>> everybodys) {
        if (last != null && last.asked().containsAll(mine) && isFresh(last)) {
            return Future.succeededFuture(last);
        }
        if (reading == null || reading.isComplete() || !beingRead.containsAll(mine)) {
            Set<DeviceId> all = new HashSet<>(everybodys.get());
            all.addAll(mine);
            beingRead = Set.copyOf(all);
            reading = read(beingRead).onSuccess(this::remember);
        }
        return reading;
    }

    private boolean isFresh(Snapshot snapshot) {
        return Duration.between(snapshot.at(), clock.instant()).abs().compareTo(FRESH) < 0;
    }

    private Future<Snapshot> read(Set<DeviceId> asked) {
        return devices.states(reach, asked).map(states -> new Snapshot(states, asked, clock.instant()));
    }

    private synchronized void remember(Snapshot snapshot) {
        last = snapshot;
    }
}
