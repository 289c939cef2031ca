package id.ronda.collector.store;

import id.ronda.collector.spool.ClockGuard;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * By which time the history ages; pure but for {@link #newest}. A clock that is years ahead must not make the whole
 * history old at once: time that left no samples makes nothing older.
 */
final class StoredTime {

    private static final Duration MOST_AHEAD = Duration.ofDays(1);

    private StoredTime() {}

    /** The clock's time, but at most a day behind the newest sample; {@link Instant#EPOCH} while there is none. */
    static Instant capped(Instant now, @Nullable Instant newest) {
        if (newest == null) {
            return Instant.EPOCH;
        }
        Instant bound = newest.plus(MOST_AHEAD);
        return now.isAfter(bound) ? bound : now;
    }

    /**
     * The time by which ages are reckoned. Where the days of raw samples leave out more than
     * {@link ClockGuard#FAR}, the samples behind that hole may have been made with a wrong clock: the hole does not
     * count, until the raw days before it are over by what was really lived through. Who runs that long with a wrong
     * clock loses history; until then it is told at each start, and setting the clock right saves all of it.
     */
    static Instant ageing(Instant capped, List<Partition> partitions) {
        List<Partition> days = partitions.stream()
                .filter(p -> p.isRaw() && !p.from().isAfter(capped))
                .sorted(Comparator.comparing(Partition::from))
                .toList();
        Duration unlived = Duration.ZERO;
        for (int i = 1; i < days.size(); i++) {
            Duration hole = Duration.between(days.get(i - 1).to(), days.get(i).from());
            unlived = hole.compareTo(ClockGuard.FAR) > 0 ? unlived.plus(hole) : unlived;
        }
        return capped.minus(unlived);
    }

    /** The newest slot with a stored sample, null if there is none. */
    static @Nullable Instant newest(Handle handle) {
        return handle.createQuery("select max(last_slot) from collector.device_progress")
                .map((row, context) -> row.getTimestamp(1))
                .findOne()
                .map(time -> time.toInstant())
                .orElse(null);
    }
}
