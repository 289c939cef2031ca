package id.ronda.collector.store;

import id.ronda.collector.DeviceId;
import id.ronda.collector.device.LatestValues;
import id.ronda.kernel.database.Database;
import id.ronda.kernel.database.Lane;
import io.vertx.core.Future;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The newest stored sample of each series of a device: what is known after a start, before anything was polled again. */
public final class StoredLatest implements LatestValues {

    // One look into the index a series: it is read backwards and left at the first row.
    private static final String NEWEST = """
            select s.metric, s.instance, n.time, n.value
              from collector.series s
             cross join lateral (
                       select time, value from collector.sample where series_id = s.id order by time desc limit 1
                   ) n
             where s.device_id = :device
            """;

    private final Database database;

    /** Reads from that database. */
    public StoredLatest(Database database) {
        this.database = database;
    }

    @Override
    public Future<Map<LatestValues.SeriesKey, Latest>> of(DeviceId device) {
        return database.call(Lane.EDITS, handle -> newest(handle, device));
    }

    private static Map<LatestValues.SeriesKey, Latest> newest(Handle handle, DeviceId device) {
        return handle
                .createQuery(NEWEST)
                .bind("device", device.value())
                .map((row, context) -> Map.entry(
                        new LatestValues.SeriesKey(row.getString(1), row.getString(2)),
                        new Latest(
                                row.getDouble(4),
                                row.getObject(3, OffsetDateTime.class).toInstant())))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
