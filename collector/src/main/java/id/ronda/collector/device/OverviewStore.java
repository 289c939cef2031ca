package id.ronda.collector.device;

import id.ronda.collector.DeviceClass;
import id.ronda.collector.DeviceGroup;
import id.ronda.collector.DeviceId;
import id.ronda.collector.DeviceStatus;
import id.ronda.collector.Outage;
import id.ronda.collector.Overview;
import id.ronda.collector.Reach;
import id.ronda.collector.reach.ReachClause;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** All devices at a glance. A fixed number of statements a method, however many devices there are. */
final class OverviewStore {

    private static final String GROUPS = """
            select case when d.tags = '{}' then null
                        else (select t from unnest(d.tags) t where starts_with(t, :prefix) order by t collate "C" limit 1)
                   end as tag
                 , coalesce(d.class, 'unknown') as class, d.unit, d.location, d.status, count(*) as devices
              from collector.device d
             where %s
             group by 1, 2, 3, 4, 5
            """;

    private static final String OUTAGES = """
            select d.*, coalesce(g.from_time, d.last_answer_at, d.created_at) as since
              from collector.device d
              left join collector.gap g on g.device_id = d.id and coalesce(g.series_id, 0) = 0 and g.to_time is null
             where (case d.status when 'down' then 0 when 'unknown' then 1 when 'discovering' then 2 else 3 end) = 0 and %s
             order by since, d.id
             limit :most
            """;

    private static final String WATCHED = """
            select r.*, s.id as series, d.id as of_device, %s as device_name
              from collector.reading r
              join collector.device d on d.id = r.device_id
              left join collector.series s
                on s.device_id = r.device_id and s.metric = r.metric and s.instance = r.instance
             where r.present and d.enabled and (r.states is not null or r.metric = any(:metrics))
             order by r.device_id, r.metric, r.instance
            """.formatted(DeviceRows.SHOWN_NAME);

    private static final String REACHED = "select d.id from collector.device d where ";

    /** Two statements: the groups, the longest outages. */
    Overview overview(Handle handle, Reach reach, String tagPrefix, int most) {
        ReachClause reached = ReachClause.of(reach);
        return new Overview(groups(handle, reached, tagPrefix), outages(handle, reached, most));
    }

    /** The devices in reach. */
    Set<DeviceId> reached(Handle handle, Reach reach) {
        ReachClause reached = ReachClause.of(reach);
        return handle.createQuery(REACHED + reached.sql())
                .bindMap(reached.values())
                .mapTo(Long.class)
                .map(DeviceId::new)
                .set();
    }

    /** Readings of these metrics and all states, of all devices that are asked: whoever looks at them picks those in his reach. */
    List<WatchedReading> watched(Handle handle, Set<String> metrics) {
        return handle.createQuery(WATCHED)
                .bind("metrics", metrics.toArray(String[]::new))
                .map((row, context) -> new WatchedReading(
                        new DeviceId(row.getLong("of_device")),
                        row.getString("device_name"),
                        ReadingRows.read(row),
                        row.getObject("series", Integer.class)))
                .list();
    }

    private static List<DeviceGroup> groups(Handle handle, ReachClause reached, String tagPrefix) {
        return handle.createQuery(GROUPS.formatted(reached.sql()))
                .bindMap(reached.values())
                .bind("prefix", tagPrefix)
                .map((row, context) -> new DeviceGroup(
                        row.getString("tag"),
                        DeviceClass.ofCode(row.getString("class")).orElse(DeviceClass.UNKNOWN),
                        row.getString("unit"),
                        row.getString("location"),
                        DeviceStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                        row.getInt("devices")))
                .list();
    }

    private static List<Outage> outages(Handle handle, ReachClause reached, int most) {
        return handle.createQuery(OUTAGES.formatted(reached.sql()))
                .bindMap(reached.values())
                .bind("most", most)
                .map((row, context) -> new Outage(
                        DeviceRows.stored(row).device(),
                        row.getObject("since", OffsetDateTime.class).toInstant()))
                .list();
    }
}
