package id.ronda.collector.device;

import id.ronda.collector.Device;
import id.ronda.collector.DeviceClass;
import id.ronda.collector.DeviceFilter;
import id.ronda.collector.DeviceHits;
import id.ronda.collector.DeviceId;
import id.ronda.collector.DeviceOrder;
import id.ronda.collector.DevicePosition;
import id.ronda.collector.DeviceSearch;
import id.ronda.collector.DeviceStates;
import id.ronda.collector.DeviceStatus;
import id.ronda.collector.Reach;
import id.ronda.collector.StatusCounts;
import id.ronda.collector.reach.ReachClause;
import id.ronda.kernel.Page;
import id.ronda.kernel.list.ListQuery;
import id.ronda.kernel.list.ListSql;
import id.ronda.kernel.list.PlacedRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Finds devices among many. A fixed number of statements a method, however many devices there are. */
final class DeviceSearchStore {

    private static final String CHOICES = """
            select * from (
                select 'class' as kind, coalesce(d.class, 'unknown') as value from collector.device d where %1$s group by 2
                union all
                (select 'unit', d.unit from collector.device d where d.unit is not null and d.unit <> '' and %1$s
                  group by d.unit order by d.unit limit :most)
            ) choices
            order by kind, value collate "C"
            """;

    /** A device and what it is sorted by. */
    private record Placed(Device device, String key) {

        DevicePosition position(boolean backwards) {
            return new DevicePosition(key, device.id().value(), backwards);
        }
    }

    /** One value that a list can be filtered by. */
    private record Choice(String kind, String value) {}

    /** Three statements: the page, the counts, what one can filter by. */
    DeviceHits search(Handle handle, Reach reach, DeviceSearch asked) {
        DevicePosition from = usable(asked);
        boolean backwards = from != null && from.backwards();
        List<Placed> rows = page(handle, reach, asked, from);
        boolean more = rows.size() > asked.limit();
        List<Placed> shown = new ArrayList<>(more ? rows.subList(0, asked.limit()) : rows);
        if (backwards) {
            Collections.reverse(shown);
        }
        boolean before = !shown.isEmpty() && (backwards ? more : from != null);
        boolean behind = !shown.isEmpty() && (backwards || more);
        List<Choice> choices = choices(handle, reach);
        return new DeviceHits(
                shown.stream().map(Placed::device).toList(),
                counts(handle, reach, asked.filter().withStatus(null)),
                classes(choices),
                values(choices, "unit"),
                before ? shown.getFirst().position(true) : null,
                behind ? shown.getLast().position(false) : null);
    }

    /** One statement: the page that a request asks for. */
    Page<StoredDevice> list(Handle handle, Reach reach, ListQuery query) {
        ListSql.Parts parts = DeviceList.SQL.parts(query);
        ReachClause reached = ReachClause.of(reach);
        return PlacedRow.page(
                handle.createQuery("select d.*" + parts.keys() + " from collector.device d where " + reached.sql()
                                + " and " + parts.where() + " order by " + parts.orderBy() + " limit :limit")
                        .bindMap(reached.values())
                        .bindMap(parts.values())
                        .map((row, context) -> PlacedRow.of(query, DeviceRows.stored(row), row::getString))
                        .list(),
                query);
    }

    /** Two statements: the devices and the counts of all in reach. */
    DeviceStates states(Handle handle, Reach reach, Set<DeviceId> ids) {
        ReachClause reached = ReachClause.of(reach);
        List<Device> devices = handle.createQuery("select * from collector.device d where d.id = any(:ids) and "
                        + reached.sql() + " order by d.id")
                .bindMap(reached.values())
                .bind("ids", ids.stream().mapToLong(DeviceId::value).toArray())
                .map((row, context) -> DeviceRows.stored(row).device())
                .list();
        return new DeviceStates(devices, counts(handle, reach, DeviceFilter.ALL));
    }

    private static List<Placed> page(Handle handle, Reach reach, DeviceSearch asked, @Nullable DevicePosition from) {
        String key = key(asked.order());
        boolean ascending = asked.descending() == (from != null && from.backwards());
        DeviceConditions conditions = DeviceConditions.of(reach, asked.filter());
        if (from != null) {
            String bound = isNumber(asked.order()) ? "cast(:key as bigint)" : "cast(:key as text)";
            conditions.add(
                    "(%s, d.id) %s (%s, :id)".formatted(key, ascending ? ">" : "<", bound),
                    Map.of("key", from.key(), "id", from.id()));
        }
        String direction = ascending ? "" : " desc";
        return handle.createQuery("select d.*, cast(%1$s as text) as sort_key from collector.device d".formatted(key)
                        + conditions.where()
                        + " order by %1$s%2$s, d.id%2$s limit :limit".formatted(key, direction))
                .bindMap(conditions.values())
                .bind("limit", asked.limit() + 1)
                .map((row, context) -> new Placed(DeviceRows.stored(row).device(), row.getString("sort_key")))
                .list();
    }

    private static StatusCounts counts(Handle handle, Reach reach, DeviceFilter filter) {
        DeviceConditions conditions = DeviceConditions.of(reach, filter);
        Map<DeviceStatus, Integer> counts = new EnumMap<>(DeviceStatus.class);
        handle.createQuery(
                        "select d.status, count(*) from collector.device d" + conditions.where() + " group by d.status")
                .bindMap(conditions.values())
                .map((row, context) ->
                        Map.entry(DeviceStatus.valueOf(row.getString(1).toUpperCase(Locale.ROOT)), row.getInt(2)))
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return new StatusCounts(counts);
    }

    private static List<Choice> choices(Handle handle, Reach reach) {
        ReachClause reached = ReachClause.of(reach);
        return handle.createQuery(CHOICES.formatted(reached.sql()))
                .bindMap(reached.values())
                .bind("most", DeviceHits.MOST_UNITS)
                .map((row, context) -> new Choice(row.getString(1), row.getString(2)))
                .list();
    }

    private static List<DeviceClass> classes(List<Choice> choices) {
        List<String> present = values(choices, "class");
        return Arrays.stream(DeviceClass.values())
                .filter(each -> present.contains(each.code()))
                .toList();
    }

    private static List<String> values(List<Choice> choices, String kind) {
        return choices.stream()
                .filter(choice -> choice.kind().equals(kind))
                .map(Choice::value)
                .toList();
    }

    /** The expressions are those of the indexes of V9. */
    private static String key(DeviceOrder order) {
        return switch (order) {
            case STATE ->
                "(case d.status when 'down' then 0 when 'unknown' then 1 when 'discovering' then 2 else 3 end)";
            case NAME -> "(d.sort_name collate \"C\")";
            case CLASS -> "(coalesce(d.class, 'unknown') collate \"C\")";
            case VENDOR -> "(lower(coalesce(d.vendor, '')) collate \"C\")";
            case MODEL -> "(lower(coalesce(d.model, '')) collate \"C\")";
            case LAST_ANSWER -> "coalesce(cast(extract(epoch from d.last_answer_at) * 1000000 as bigint), 0)";
        };
    }

    private static boolean isNumber(DeviceOrder order) {
        return order == DeviceOrder.STATE || order == DeviceOrder.LAST_ANSWER;
    }

    /** A position of another order, as when somebody edits the address, is the first page. */
    private static @Nullable DevicePosition usable(DeviceSearch asked) {
        DevicePosition from = asked.from();
        return from != null && isNumber(asked.order()) && !from.key().matches("-?\\d{1,18}") ? null : from;
    }
}
