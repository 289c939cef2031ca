package id.ronda.identity.unit;

import id.ronda.identity.Scope;
import id.ronda.identity.Unit;
import id.ronda.identity.UnitDraft;
import id.ronda.identity.UnitId;
import id.ronda.identity.Units;
import id.ronda.identity.store.UnitScope;
import id.ronda.kernel.Page;
import id.ronda.kernel.list.ListGrammar;
import id.ronda.kernel.list.ListQuery;
import id.ronda.kernel.list.ListSql;
import id.ronda.kernel.list.PlacedRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The tables of units and of what they are called too. */
final class UnitStore {

    private static final String UNITS = """
            select u.*, array(select x.alias from identity.unit_alias x where x.unit_id = u.id order by x.alias) as aliases
            from identity.unit u
            """;

    /** For a row {@code u} of {@code identity.unit}. */
    private static final String SEEN = UnitScope.sql("u.id", "seen");

    private static final ListSql LIST = ListSql.of(
            Units.LIST,
            Map.of(
                    ListGrammar.ID,
                    "u.id",
                    "name",
                    ListSql.text("u.name"),
                    "kind",
                    ListSql.text("u.kind"),
                    "parent",
                    ListSql.id("u.parent_id")));

    Page<Unit> list(Handle handle, Scope seen, ListQuery query) {
        ListSql.Parts parts = LIST.parts(query);
        return PlacedRow.page(
                UnitScope.bind(
                                handle.createQuery("""
                                        select u.*, array(
                                            select x.alias from identity.unit_alias x
                                            where x.unit_id = u.id order by x.alias) as aliases
                                        """ + parts.keys() + " from identity.unit u where " + SEEN + " and "
                                        + parts.where() + " order by " + parts.orderBy() + " limit :limit"),
                                "seen",
                                seen)
                        .bindMap(parts.values())
                        .map((row, context) -> PlacedRow.of(query, unit(row), row::getString))
                        .list(),
                query);
    }

    List<Unit> list(Handle handle, Scope seen, long after, int limit) {
        return UnitScope.bind(
                        handle.createQuery(UNITS + " where u.id > :after and " + SEEN + " order by u.id limit :limit"),
                        "seen",
                        seen)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> unit(row))
                .list();
    }

    Optional<Unit> find(Handle handle, UnitId id) {
        return handle.createQuery(UNITS + " where u.id = :id")
                .bind("id", id.value())
                .map((row, context) -> unit(row))
                .findOne();
    }

    List<Unit> named(Handle handle, String key) {
        return handle.createQuery(UNITS + """
                        where u.name_key = :key
                           or u.id in (select x.unit_id from identity.unit_alias x where x.alias_key = :key)
                        order by u.id
                        """)
                .bind("key", key)
                .map((row, context) -> unit(row))
                .list();
    }

    /** Every unit that is seen, from the top down; those beside each other in the order of their names. */
    List<Unit> tree(Handle handle, Scope seen) {
        return UnitScope.bind(handle.createQuery("""
                        with recursive placed (id, path) as (
                            select id, array[name_key, id::text] from identity.unit where parent_id is null
                            union all
                            select c.id, placed.path || array[c.name_key, c.id::text]
                            from identity.unit c join placed on c.parent_id = placed.id)
                        select u.*, array(
                            select x.alias from identity.unit_alias x where x.unit_id = u.id order by x.alias) as aliases
                        from placed join identity.unit u on u.id = placed.id where %s order by placed.path
                        """.formatted(SEEN)), "seen", seen)
                .map((row, context) -> unit(row))
                .list();
    }

    /** From the top down; those beside each other in the order of their names. */
    List<Unit> subtree(Handle handle, UnitId top) {
        return handle.createQuery("""
                        with recursive below (id, path) as (
                            select id, array[name_key, id::text] from identity.unit where id = :top
                            union all
                            select c.id, below.path || array[c.name_key, c.id::text]
                            from identity.unit c join below on c.parent_id = below.id)
                        select u.*, array(
                            select x.alias from identity.unit_alias x where x.unit_id = u.id order by x.alias) as aliases
                        from below join identity.unit u on u.id = below.id order by below.path
                        """)
                .bind("top", top.value())
                .map((row, context) -> unit(row))
                .list();
    }

    /** Whether the unit is this one or stands above it. */
    boolean isAtOrAbove(Handle handle, UnitId unit, UnitId below) {
        return handle.createQuery("""
                        with recursive above (id) as (
                            select :below::bigint
                            union select u.parent_id from identity.unit u join above on u.id = above.id)
                        select exists (select from above where id = :unit)
                        """)
                .bind("unit", unit.value())
                .bind("below", below.value())
                .mapTo(Boolean.class)
                .one();
    }

    /** Two moves at the same time could make a cycle that neither of them sees. */
    void lockTree(Handle handle) {
        handle.execute("lock table identity.unit in share row exclusive mode");
    }

    UnitId insert(Handle handle, UnitDraft draft) {
        long id = handle.createQuery("""
                        insert into identity.unit (name, name_key, kind, parent_id)
                        values (:name, :key, :kind, :parent) returning id
                        """)
                .bind("name", draft.name().strip())
                .bind("key", UnitKey.of(draft.name()))
                .bind("kind", draft.kind().strip())
                .bind("parent", value(draft.parent()))
                .mapTo(Long.class)
                .one();
        insertAliases(handle, new UnitId(id), draft.aliases());
        return new UnitId(id);
    }

    void update(Handle handle, UnitId id, UnitDraft draft) {
        handle.createUpdate("""
                        update identity.unit set name = :name, name_key = :key, kind = :kind, parent_id = :parent
                             , revision = revision + 1
                        where id = :id
                        """)
                .bind("id", id.value())
                .bind("name", draft.name().strip())
                .bind("key", UnitKey.of(draft.name()))
                .bind("kind", draft.kind().strip())
                .bind("parent", value(draft.parent()))
                .execute();
        handle.createUpdate("delete from identity.unit_alias where unit_id = :id")
                .bind("id", id.value())
                .execute();
        insertAliases(handle, id, draft.aliases());
    }

    /** Whether another unit beside it is called so. */
    boolean nameTaken(Handle handle, UnitDraft draft, @Nullable UnitId except) {
        return handle.createQuery("""
                        select exists (select from identity.unit
                                       where name_key = :key and id <> :id
                                         and parent_id is not distinct from :parent::bigint)
                        """)
                .bind("key", UnitKey.of(draft.name()))
                .bind("id", except == null ? 0 : except.value())
                .bind("parent", value(draft.parent()))
                .mapTo(Boolean.class)
                .one();
    }

    boolean inUse(Handle handle, UnitId id) {
        return handle.createQuery("""
                        select exists (select from identity.unit where parent_id = :id)
                            or exists (select from identity.account where unit_id = :id)
                            or exists (select from identity.role_grant where unit_id = :id)
                        """)
                .bind("id", id.value())
                .mapTo(Boolean.class)
                .one();
    }

    void delete(Handle handle, UnitId id) {
        handle.createUpdate("delete from identity.unit where id = :id")
                .bind("id", id.value())
                .execute();
    }

    private static void insertAliases(Handle handle, UnitId id, List<String> aliases) {
        if (aliases.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("""
                insert into identity.unit_alias (unit_id, alias, alias_key) values (:id, :alias, :key)
                on conflict do nothing
                """);
        aliases.forEach(alias -> batch.bind("id", id.value())
                .bind("alias", alias.strip())
                .bind("key", UnitKey.of(alias))
                .add());
        batch.execute();
    }

    private static @Nullable Long value(@Nullable UnitId unit) {
        return unit == null ? null : unit.value();
    }

    private static Unit unit(ResultSet row) throws SQLException {
        long parent = row.getLong("parent_id");
        List<String> aliases = Arrays.asList((String[]) row.getArray("aliases").getArray());
        UnitDraft draft = new UnitDraft(
                row.getString("name"), row.getString("kind"), parent == 0 ? null : new UnitId(parent), aliases);
        return new Unit(new UnitId(row.getLong("id")), draft, row.getLong("revision"));
    }
}
