package id.ronda.collector.store;

import id.ronda.collector.StorageNote.SpoolTooSmall;
import id.ronda.collector.spool.SpoolLoad;
import id.ronda.collector.spool.SpoolSettings;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What the enabled devices give to the spool, by the series they are known to have. */
final class PolledLoad {

    private static final long MEBI = 1L << 20;

    private static final String LOAD = """
            select coalesce(sum(known.series / d.interval_s::double precision), 0)
                 , coalesce(sum(1 / d.interval_s::double precision), 0)
            from collector.device d
            cross join lateral (select count(*) as series from collector.series s where s.device_id = d.id) known
            where d.enabled
            """;

    private PolledLoad() {}

    static SpoolLoad read(Handle handle) {
        return handle.createQuery(LOAD)
                .map((row, context) -> new SpoolLoad(row.getDouble(1), row.getDouble(2)))
                .one();
    }

    /** The note when the spool does not hold {@link SpoolLoad#REQUIRED} of that load; pure. */
    static Optional<SpoolTooSmall> tooSmall(SpoolSettings spool, SpoolLoad load) {
        Duration holds = spool.holds(load);
        if (holds.compareTo(SpoolLoad.REQUIRED) >= 0) {
            return Optional.empty();
        }
        return Optional.of(new SpoolTooSmall(holds, SpoolLoad.REQUIRED, Math.ceilDiv(load.requiredBytes(), MEBI) + 1));
    }
}
