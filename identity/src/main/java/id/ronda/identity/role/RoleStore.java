package id.ronda.identity.role;

import id.ronda.identity.AccountId;
import id.ronda.identity.Classification;
import id.ronda.identity.GrantId;
import id.ronda.identity.Label;
import id.ronda.identity.Right;
import id.ronda.identity.Role;
import id.ronda.identity.RoleDraft;
import id.ronda.identity.RoleGrant;
import id.ronda.identity.RoleId;
import id.ronda.identity.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The tables of roles and of who has them. */
final class RoleStore {

    private static final String ROLES = """
            select r.*, array(select x.name from identity.role_right x where x.role_id = r.id) as rights
            from identity.role r
            """;

    List<Role> all(Handle handle) {
        return handle.createQuery(ROLES + " order by r.preset is null, r.id")
                .map((row, context) -> role(row))
                .list();
    }

    Optional<Role> find(Handle handle, RoleId id) {
        return handle.createQuery(ROLES + " where r.id = :id")
                .bind("id", id.value())
                .map((row, context) -> role(row))
                .findOne();
    }

    Optional<Role> find(Handle handle, Preset preset) {
        return handle.createQuery(ROLES + " where r.preset = :preset")
                .bind("preset", preset.code())
                .map((row, context) -> role(row))
                .findOne();
    }

    /** Empty when the name is taken. */
    Optional<RoleId> insert(Handle handle, @Nullable Preset preset, RoleDraft draft) {
        Optional<RoleId> id = handle.createQuery("""
                        insert into identity.role (preset, name_id, name_en, name_key, clearance)
                        values (:preset, :name_id, :name_en, :name_key, :clearance)
                        on conflict do nothing returning id
                        """)
                .bind("preset", preset == null ? null : preset.code())
                .bind("name_id", draft.name().id())
                .bind("name_en", draft.name().en())
                .bind("name_key", key(draft))
                .bind("clearance", draft.clearance().name())
                .mapTo(Long.class)
                .findOne()
                .map(RoleId::new);
        id.ifPresent(known -> insertRights(handle, known, draft.rights()));
        return id;
    }

    void update(Handle handle, RoleId id, RoleDraft draft) {
        handle.createUpdate("""
                        update identity.role set name_id = :name_id, name_en = :name_en, name_key = :name_key
                             , clearance = :clearance, revision = revision + 1
                        where id = :id
                        """)
                .bind("id", id.value())
                .bind("name_id", draft.name().id())
                .bind("name_en", draft.name().en())
                .bind("name_key", key(draft))
                .bind("clearance", draft.clearance().name())
                .execute();
        handle.createUpdate("delete from identity.role_right where role_id = :id")
                .bind("id", id.value())
                .execute();
        insertRights(handle, id, draft.rights());
    }

    boolean nameTaken(Handle handle, RoleDraft draft, RoleId except) {
        return handle.createQuery("select exists (select from identity.role where name_key = :key and id <> :id)")
                .bind("key", key(draft))
                .bind("id", except.value())
                .mapTo(Boolean.class)
                .one();
    }

    boolean inUse(Handle handle, RoleId id) {
        return handle.createQuery("select exists (select from identity.role_grant where role_id = :id)")
                .bind("id", id.value())
                .mapTo(Boolean.class)
                .one();
    }

    void delete(Handle handle, RoleId id) {
        handle.createUpdate("delete from identity.role where id = :id")
                .bind("id", id.value())
                .execute();
    }

    List<RoleGrant> grants(Handle handle, AccountId account) {
        return handle.createQuery("select * from identity.role_grant where account_id = :account order by id")
                .bind("account", account.value())
                .map((row, context) -> grant(row))
                .list();
    }

    /** Gives it, or finds it given before. */
    RoleGrant give(Handle handle, AccountId account, RoleId role, @Nullable UnitId unit) {
        return handle.createQuery("""
                        insert into identity.role_grant as g (account_id, role_id, unit_id) values (:account, :role, :unit)
                        on conflict (account_id, role_id, coalesce(unit_id, 0)) do update set role_id = g.role_id
                        returning *
                        """)
                .bind("account", account.value())
                .bind("role", role.value())
                .bind("unit", unit == null ? null : unit.value())
                .map((row, context) -> grant(row))
                .one();
    }

    void take(Handle handle, GrantId grant) {
        handle.createUpdate("delete from identity.role_grant where id = :id")
                .bind("id", grant.value())
                .execute();
    }

    /** The unit with all below it; empty if there is none. */
    List<Long> below(Handle handle, UnitId top) {
        return handle.createQuery("""
                        with recursive below (id) as (
                            select id from identity.unit where id = :top
                            union select u.id from identity.unit u join below on u.parent_id = below.id)
                        select id from below
                        """)
                .bind("top", top.value())
                .mapTo(Long.class)
                .list();
    }

    private static void insertRights(Handle handle, RoleId id, Set<Right> rights) {
        if (rights.isEmpty()) {
            return;
        }
        PreparedBatch batch =
                handle.prepareBatch("insert into identity.role_right (role_id, name) values (:role, :name)");
        rights.forEach(right ->
                batch.bind("role", id.value()).bind("name", right.text()).add());
        batch.execute();
    }

    private static String key(RoleDraft draft) {
        return draft.name().id().strip().toLowerCase(Locale.ROOT);
    }

    private static Role role(ResultSet row) throws SQLException {
        Set<Right> rights = EnumSet.noneOf(Right.class);
        Arrays.stream((String[]) row.getArray("rights").getArray())
                .map(Right::of)
                .flatMap(Optional::stream)
                .forEach(rights::add);
        RoleDraft draft = new RoleDraft(
                new Label(row.getString("name_id"), row.getString("name_en")),
                rights,
                Classification.valueOf(row.getString("clearance")));
        return new Role(new RoleId(row.getLong("id")), row.getString("preset"), draft, row.getLong("revision"));
    }

    static RoleGrant grant(ResultSet row) throws SQLException {
        long unit = row.getLong("unit_id");
        return new RoleGrant(
                new GrantId(row.getLong("id")),
                new AccountId(row.getLong("account_id")),
                new RoleId(row.getLong("role_id")),
                unit == 0 ? null : new UnitId(unit));
    }
}
