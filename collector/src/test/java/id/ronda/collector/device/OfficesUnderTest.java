package id.ronda.collector.device;

import id.ronda.collector.DeviceId;
import id.ronda.collector.Reach;
import id.ronda.identity.Actor;
import id.ronda.identity.Caller;
import id.ronda.identity.Classification;
import id.ronda.identity.Credential;
import id.ronda.identity.Grant;
import id.ronda.identity.Grants;
import id.ronda.identity.Right;
import id.ronda.identity.Scope;
import id.ronda.identity.UnitId;
import id.ronda.identity.unit.UnitKey;
import id.ronda.kernel.database.Database;
import id.ronda.kernel.database.Lane;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Two offices, each with somebody who may everything with what is his office's, up to a clearance. */
public final class OfficesUnderTest {

    /** The office of the one. */
    public static final String HEALTH = "Dinas Kesehatan";

    /** The office of the other. */
    public static final String SCHOOLS = "Dinas Pendidikan";

    private final Database database;
    private final UnitId health;
    private final UnitId schools;

    /** Makes both units anew. */
    public OfficesUnderTest(Database database) {
        this.database = database;
        database.run(Lane.EDITS, handle -> {
            handle.execute("delete from identity.unit_alias");
            return handle.execute("delete from identity.unit");
        });
        health = unit(HEALTH);
        schools = unit(SCHOOLS);
    }

    /** A new unit of that name. */
    public UnitId unit(String name) {
        return database.run(
                Lane.EDITS,
                handle -> handle.createQuery(
                                "insert into identity.unit (name, name_key, kind) values (:name, :key, 'dinas') returning id")
                        .bind("name", name)
                        .bind("key", UnitKey.of(name))
                        .mapTo(Long.class)
                        .map(UnitId::new)
                        .one());
    }

    /** Gives a unit another name, without anybody following. */
    void rename(UnitId unit, String name) {
        database.run(
                Lane.EDITS,
                handle -> handle.createUpdate("update identity.unit set name = :name, name_key = :key where id = :id")
                        .bind("name", name)
                        .bind("key", UnitKey.of(name))
                        .bind("id", unit.value())
                        .execute());
    }

    /** The unit of {@link #HEALTH}. */
    public UnitId health() {
        return health;
    }

    /** The unit of {@link #SCHOOLS}. */
    public UnitId schools() {
        return schools;
    }

    /** Somebody of that office alone. */
    public static Caller of(UnitId unit, Classification clearance) {
        Grant all = new Grant(EnumSet.allOf(Right.class), new Scope.Units(Set.of(unit)), clearance);
        return new Caller.Service("unit-" + unit, null, new Credential.OfServer(), new Grants(List.of(all)));
    }

    /** What he sees. */
    static Reach reach(UnitId unit, Classification clearance) {
        return Reach.of(of(unit, clearance), Right.DEVICE_READ);
    }

    /** He at the desk. */
    static Editor editor(UnitId unit, Classification clearance) {
        return Editor.of(of(unit, clearance), Actor.system());
    }

    /** The unit in the row of a device. */
    @Nullable
    UnitId unitOf(DeviceId device) {
        return database.run(
                        Lane.EDITS,
                        handle -> handle.createQuery("select unit_id from collector.device where id = :id")
                                .bind("id", device.value())
                                .map((row, context) -> Optional.ofNullable(DeviceRows.unit(row)))
                                .one())
                .orElse(null);
    }
}
