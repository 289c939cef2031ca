package id.ronda.collector.store;

import id.ronda.collector.DeviceId;
import id.ronda.kernel.database.Database;
import id.ronda.kernel.database.Lane;
import io.vertx.core.Future;
import java.sql.Types;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Gives each series its number, which it keeps for ever. */
public final class SeriesRegistry {

    /** Numbers are only spent on series that are new: the ones that are there are not touched unless their unit changed. */
    private static final String MAKE = """
            with wanted as (
                select *
                from unnest(:metrics::text[], :instances::text[], :units::text[], :kinds::text[])
                    as w(metric, instance, unit, kind)
            ), changed as (
                update collector.series s
                set unit = w.unit, kind = w.kind
                from wanted w
                where s.device_id = :device and s.metric = w.metric and s.instance = w.instance
                  and (s.unit, s.kind) is distinct from (w.unit, w.kind)
            )
            insert into collector.series (device_id, metric, instance, unit, kind, since)
            select distinct on (metric, instance) :device, metric, instance, unit, kind, :since
            from wanted w
            where not exists (
                select from collector.series s
                where s.device_id = :device and s.metric = w.metric and s.instance = w.instance)
            on conflict (device_id, metric, instance) do nothing
            """;

    private static final String FIND = "select id, metric, instance from collector.series where device_id = :device";

    private final Database database;
    private final Clock clock;

    /** A registry of that database; new series begin at the clock's time. */
    public SeriesRegistry(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The ids of the keys, in their order; series that are new begin now. */
    public Future<int[]> idsFor(DeviceId device, List<SeriesKey> keys) {
        return database.call(Lane.EDITS, handle -> idsFor(handle, device, keys));
    }

    private record Name(String metric, String instance) {}

    private int[] idsFor(Handle handle, DeviceId device, List<SeriesKey> keys) {
        handle.createUpdate(MAKE)
                .bind("device", device.value())
                .bind("since", clock.instant())
                .bindBySqlType("metrics", column(keys, SeriesKey::metric), Types.ARRAY)
                .bindBySqlType("instances", column(keys, SeriesKey::instance), Types.ARRAY)
                .bindBySqlType("units", column(keys, SeriesKey::unit), Types.ARRAY)
                .bindBySqlType("kinds", column(keys, SeriesKey::kindCode), Types.ARRAY)
                .execute();
        Map<Name, Integer> ids = new HashMap<>();
        handle.createQuery(FIND)
                .bind("device", device.value())
                .map((row, context) -> ids.put(new Name(row.getString(2), row.getString(3)), row.getInt(1)) == null)
                .list();
        return keys.stream()
                .mapToInt(key -> idOf(ids, new Name(key.metric(), key.instance())))
                .toArray();
    }

    private static int idOf(Map<Name, Integer> ids, Name name) {
        Integer id = ids.get(name);
        if (id == null) {
            throw new IllegalStateException("the series " + name + " was made and is not there");
        }
        return id;
    }

    private static String[] column(List<SeriesKey> keys, Function<SeriesKey, String> word) {
        return keys.stream().map(word).toArray(String[]::new);
    }
}
