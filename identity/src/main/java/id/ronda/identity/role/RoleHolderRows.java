package id.ronda.identity.role;

import id.ronda.identity.RoleHolder;
import id.ronda.identity.RoleId;
import id.ronda.identity.Scope;
import id.ronda.identity.store.UnitScope;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Reads who has a role; accounts outside the scope are left out. */
final class RoleHolderRows {

    private static final String HELD = """
            from identity.role_grant g
            join identity.account a on a.id = g.account_id
            left join identity.unit u on u.id = g.unit_id
            where %s
            """.formatted(UnitScope.sql("a.unit_id", "seen"));

    List<RoleHolder> list(Handle handle, Scope seen, RoleId role, long after, int limit) {
        return UnitScope.bind(
                        handle.createQuery("select g.*, a.name, a.display_name, u.name as unit_name " + HELD
                                + " and g.role_id = :role and g.id > :after order by g.id limit :limit"),
                        "seen",
                        seen)
                .bind("role", role.value())
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> new RoleHolder(
                        RoleStore.grant(row),
                        row.getString("name"),
                        row.getString("display_name"),
                        row.getString("unit_name")))
                .list();
    }

    /** Somebody who has a role for two units is one. */
    Map<RoleId, Integer> counts(Handle handle, Scope seen) {
        return UnitScope.bind(
                        handle.createQuery("select g.role_id, count(distinct g.account_id) as holders " + HELD
                                + " group by g.role_id"),
                        "seen",
                        seen)
                .map((row, context) -> Map.entry(new RoleId(row.getLong("role_id")), row.getInt("holders")))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
