package id.ronda.dashboards.start;

import id.ronda.collector.Devices;
import id.ronda.collector.Reach;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The situation as it was at most {@link #FRESH} ago: all who look with one reach share one reading of the database. */
public final class SituationDesk {

    /** How old an answer may be. */
    public static final Duration FRESH = Duration.ofSeconds(2);

    private final Devices devices;
    private final Reach reach;
    private final Clock clock;
    private @Nullable Future<Situation> reading;
    private @Nullable Situation last;

    public SituationDesk(Devices devices, Reach reach, Clock clock) {
        this.devices = devices;
        this.reach = reach;
        this.clock = clock;
    }

    /** The situation. Completes on any context. */
    public synchronized Future<Situation> now() {
        if (last != null && Duration.between(last.at(), clock.instant()).abs().compareTo(FRESH) < 0) {
            return Future.succeededFuture(last);
        }
        if (reading == null || reading.isComplete()) {
            reading = read().onSuccess(this::remember);
        }
        return reading;
    }

    private Future<Situation> read() {
        return devices.overview(reach, PublicService.TAG, Situation.MOST_OUTAGES)
                .compose(overview -> devices.watched(
                                reach, Watch.METRICS, reading -> new Watch(clock.instant()).wants(reading))
                        .map(readings -> Situation.of(overview, readings, clock.instant())));
    }

    private synchronized void remember(Situation now) {
        last = now;
    }
}
