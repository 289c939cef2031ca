package id.ronda.dashboards.directory;

import id.ronda.collector.Device;
import id.ronda.collector.Devices;
import id.ronda.kernel.Page;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All devices as they were at most {@link #FRESH} ago. Everyone who looks at the list shares one reading of the database,
 * so a hundred open pages cost as much as one.
 */
public final class DeviceDirectory {

    /** How old an answer may be. */
    public static final Duration FRESH = Duration.ofSeconds(2);

    /** More devices than one installation is built for; what is beyond is not shown, and {@link Snapshot#complete} says so. */
    static final int MOST = 20_000;

    private static final int PAGE = 1_000;

    private final Devices devices;
    private final Clock clock;
    private @Nullable Future<Snapshot> reading;
    private @Nullable Snapshot last;

    public DeviceDirectory(Devices devices, Clock clock) {
        this.devices = devices;
        this.clock = clock;
    }

    /**
     * All devices at one moment, in the order of their ids.
     *
     * @param complete false if there are more than are shown
     */
    public record Snapshot(List<Device> devices, Instant at, boolean complete) {}

    /** The devices; one reading of the database serves all who ask meanwhile. Completes on any context. */
    public synchronized Future<Snapshot> all() {
        if (last != null && Duration.between(last.at(), clock.instant()).abs().compareTo(FRESH) < 0) {
            return Future.succeededFuture(last);
        }
        if (reading == null || reading.isComplete()) {
            reading = read(0, new ArrayList<>()).onSuccess(this::remember);
        }
        return reading;
    }

    private synchronized void remember(Snapshot snapshot) {
        last = snapshot;
    }

    private Future<Snapshot> read(long after, List<Device> before) {
        return devices.list(after, PAGE).compose(page -> {
            before.addAll(page.items());
            return page.next() == null || before.size() >= MOST
                    ? Future.succeededFuture(snapshot(before, page))
                    : read(Long.parseLong(page.next()), before);
        });
    }

    private Snapshot snapshot(List<Device> all, Page<Device> lastPage) {
        return new Snapshot(List.copyOf(all), clock.instant(), lastPage.next() == null);
    }
}
