package id.ronda.identity;

import id.ronda.identity.unit.UnitKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** What names of units mean, for whoever keeps them as texts. */
public final class UnitNamesView {

    private static final String MEANT = """
            select key, min(id) as unit
              from (select id, name_key as key from identity.unit
                    union
                    select unit_id, alias_key from identity.unit_alias) called
             where key = any(:keys)
             group by key
            having count(*) = 1
            """;

    /**
     * The units that are called so, by name or alias, whatever the case and the usual abbreviations. A name that no unit has, or more
     * than one, is left out. One statement, in the transaction of the handle.
     */
    public Map<String, UnitId> of(Handle handle, Collection<String> names) {
        Map<String, String> keys = names.stream().distinct().collect(Collectors.toMap(name -> name, UnitKey::of));
        Map<String, UnitId> meant = handle.createQuery(MEANT)
                .bind("keys", keys.values().stream().distinct().toArray(String[]::new))
                .reduceRows(new HashMap<>(), (found, row) -> {
                    found.put(row.getColumn("key", String.class), new UnitId(row.getColumn("unit", Long.class)));
                    return found;
                });
        Map<String, UnitId> units = new HashMap<>();
        keys.forEach((name, key) -> {
            UnitId unit = meant.get(key);
            if (unit != null) {
                units.put(name, unit);
            }
        });
        return units;
    }
}
