package id.ronda.collector.device;

import id.ronda.collector.Device;
import id.ronda.collector.DeviceFilter;
import id.ronda.collector.DeviceHistory;
import id.ronda.collector.DeviceId;
import id.ronda.collector.FoundInterface;
import id.ronda.collector.Gap;
import id.ronda.collector.GapReason;
import id.ronda.collector.Lookup;
import id.ronda.collector.Reach;
import id.ronda.collector.reach.ReachClause;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Reads what the search of the pages and the page of one device show. A fixed number of statements a method. */
final class LookupStore {

    /** A word that thousands have is not sorted whole: some of them are shown, and another word makes them fewer. */
    private static final int MOST_CANDIDATES = 200;

    private static final String INTERFACES = """
            select device_id, device_name, name, alias, description
            from (
                select i.device_id, i.if_index, i.name, i.alias, i.description, d.sort_name, %s as device_name
                from collector.interface i join collector.device d on d.id = i.device_id
                where i.present and i.words @@ cast(:query as tsquery) and %s
                limit %d
            ) candidates
            order by sort_name collate "C", name collate "C", device_id, if_index limit :most
            """;

    private static final String GAPS = """
            select from_time, to_time, reason, count(series_id)::int as series
            from collector.gap where device_id = :id
            group by from_time, to_time, reason, series_id is null
            order by from_time desc, reason limit :most
            """;

    /** Two statements: devices, interfaces. */
    Lookup find(Handle handle, Reach reach, String words, int most) {
        DeviceFilter filter = new DeviceFilter(words, null, null, null, null, null);
        return filter.eachWord().isEmpty()
                ? Lookup.NOTHING
                : new Lookup(devices(handle, reach, filter, most), interfaces(handle, reach, filter, most));
    }

    /** Two statements: the device, its gaps. Empty if there is no such device. */
    Optional<DeviceHistory> history(Handle handle, Reach reach, DeviceId id, int most) {
        ReachClause reached = ReachClause.of(reach);
        return handle.createQuery("select d.created_at, d.discovered_at from collector.device d where d.id = :id and "
                        + reached.sql())
                .bindMap(reached.values())
                .bind("id", id.value())
                .map((row, context) -> new DeviceHistory(
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        DeviceRows.instant(row, "discovered_at"),
                        gaps(handle, id, most)))
                .findOne();
    }

    private static List<Device> devices(Handle handle, Reach reach, DeviceFilter filter, int most) {
        DeviceConditions conditions = DeviceConditions.of(reach, filter);
        return handle.createQuery("select d.* from collector.device d" + conditions.where()
                        + " order by not (starts_with(d.sort_name, :first) or starts_with(d.address, :first)),"
                        + " d.sort_name collate \"C\", d.id limit :most")
                .bindMap(conditions.values())
                .bind("first", filter.eachWord().getFirst())
                .bind("most", most)
                .map((row, context) -> DeviceRows.stored(row).device())
                .list();
    }

    private static List<FoundInterface> interfaces(Handle handle, Reach reach, DeviceFilter filter, int most) {
        String query = query(filter.eachWord());
        ReachClause reached = ReachClause.of(reach);
        return query.isEmpty()
                ? List.of()
                : handle.createQuery(INTERFACES.formatted(DeviceRows.SHOWN_NAME, reached.sql(), MOST_CANDIDATES))
                        .bindMap(reached.values())
                        .bind("query", query)
                        .bind("most", most)
                        .map((row, context) -> new FoundInterface(
                                new DeviceId(row.getLong("device_id")),
                                row.getString("device_name"),
                                row.getString("name"),
                                row.getString("alias"),
                                row.getString("description")))
                        .list();
    }

    /** All of the words, each by its beginning. Only letters and digits are left, so that none is an operator. */
    static String query(List<String> words) {
        return words.stream()
                .flatMap(word -> List.of(word.split("[^\\p{L}\\p{Nd}]+")).stream())
                .filter(part -> !part.isEmpty())
                .map(part -> "'" + part + "':*")
                .collect(Collectors.joining(" & "));
    }

    private static List<DeviceHistory.Silence> gaps(Handle handle, DeviceId id, int most) {
        return handle.createQuery(GAPS)
                .bind("id", id.value())
                .bind("most", most)
                .map((row, context) -> new DeviceHistory.Silence(gap(row), row.getInt("series")))
                .list();
    }

    private static Gap gap(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        return new Gap(
                row.getObject("from_time", OffsetDateTime.class).toInstant(),
                DeviceRows.instant(row, "to_time"),
                GapReason.ofCode(reason)
                        .orElseThrow(() -> new IllegalStateException("collector.gap holds the unknown reason " + reason
                                + ": it was written by a newer Ronda, start that one")));
    }
}
