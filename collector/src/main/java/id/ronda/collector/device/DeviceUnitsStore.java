package id.ronda.collector.device;

import com.fasterxml.jackson.databind.node.ArrayNode;
import id.ronda.identity.UnitFollower;
import id.ronda.identity.UnitId;
import id.ronda.identity.UnitMove;
import id.ronda.identity.UnitNamesView;
import id.ronda.kernel.Json;
import id.ronda.kernel.database.Work;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Which unit of identity a device belongs to: the one that is called as its office was written, if exactly one is. */
public final class DeviceUnitsStore implements UnitFollower {

    private static final String MOVE = """
            with meant as (
                select * from jsonb_to_recordset(cast(:rows as jsonb)) as r (unit text, unit_id bigint)
            ), moved as (
                select d.id, d.unit_id as of, m.unit_id as now_of
                  from collector.device d
                  left join meant m on m.unit = d.unit
                 where d.unit_id is distinct from m.unit_id
            ), written as (
                update collector.device d set unit_id = m.now_of from moved m where m.id = d.id
            )
            select distinct of, now_of from moved
            """;

    private final UnitNamesView names = new UnitNamesView();

    /** What the offices in these drafts mean; one that cannot be told is left out. One statement. */
    Map<String, UnitId> meant(Handle handle, Collection<DeviceDraft> drafts) {
        List<String> written =
                drafts.stream().map(DeviceDraft::unit).filter(Objects::nonNull).toList();
        return names.of(handle, written);
    }

    /** The unit of an office as it was written. */
    static @Nullable UnitId unit(Map<String, UnitId> meant, DeviceDraft draft) {
        return draft.unit() == null ? null : meant.get(draft.unit());
    }

    /** Four statements; no device is added or edited before its transaction has ended. */
    @Override
    public Work<Set<UnitMove>> follow() {
        return handle -> {
            PostgresDeviceStore.lock(handle);
            Map<String, UnitId> meant = names.of(handle, written(handle));
            ArrayNode rows = Json.mapper().createArrayNode();
            meant.forEach((text, unit) -> rows.addObject().put("unit", text).put("unit_id", unit.value()));
            return new HashSet<>(handle.createQuery(MOVE)
                    .bind("rows", rows.toString())
                    .map((row, context) -> new UnitMove(
                            unit(row.getObject("of", Long.class)), unit(row.getObject("now_of", Long.class))))
                    .list());
        };
    }

    private static List<String> written(Handle handle) {
        return handle.createQuery("select unit from collector.device where unit is not null group by unit")
                .mapTo(String.class)
                .list();
    }

    private static @Nullable UnitId unit(@Nullable Long id) {
        return id == null ? null : new UnitId(id);
    }
}
