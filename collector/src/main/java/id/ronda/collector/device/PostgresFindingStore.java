package id.ronda.collector.device;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.ronda.collector.DeviceClass;
import id.ronda.collector.DeviceId;
import id.ronda.collector.DeviceIdentity;
import id.ronda.collector.DeviceInterface;
import id.ronda.collector.IfStatus;
import id.ronda.collector.Reach;
import id.ronda.collector.discovery.Inventory;
import id.ronda.collector.reach.ReachClause;
import id.ronda.kernel.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What devices told about themselves: status, identity, interfaces, readings. A fixed number of statements a method. */
final class PostgresFindingStore {

    /** Writes how devices are: one statement for all of them. No edit, so no new revision. */
    void saveStatus(Handle handle, List<DeviceStatusUpdate> updates) {
        ArrayNode rows = Json.mapper().createArrayNode();
        updates.forEach(update -> rows.add(row(update)));
        handle.createUpdate("""
                        update collector.device d
                           set status = r.status
                             , last_answer_at = coalesce(r.answered_at, d.last_answer_at)
                             , last_failure = r.failure
                             , last_failure_at = r.failed_at
                             , uptime_s = coalesce(r.uptime_s, d.uptime_s)
                          from jsonb_to_recordset(cast(:rows as jsonb)) as r (
                                   id bigint, status text, answered_at timestamptz, failure text
                                 , failed_at timestamptz, uptime_s double precision
                               )
                         where d.id = r.id and d.enabled
                        """).bind("rows", rows.toString()).execute();
    }

    private static ObjectNode row(DeviceStatusUpdate update) {
        ObjectNode row = Json.mapper()
                .createObjectNode()
                .put("id", update.id().value())
                .put("status", update.status().code())
                .put("uptime_s", update.uptimeSeconds());
        if (update.answeredAt() != null) {
            row.put("answered_at", update.answeredAt().toString());
        }
        if (update.failure() != null) {
            row.put("failure", update.failure().reason())
                    .put("failed_at", update.failure().at().toString());
        }
        return row;
    }

    /**
     * Writes what a look at a device found. A complete look marks what it no longer saw as not present; one that broke
     * off takes nothing away.
     *
     * @return false if there is no such device
     */
    boolean save(Handle handle, DeviceId id, Inventory inventory, Instant now) {
        if (!saveIdentity(handle, id, inventory.identity(), inventory.complete(), now)) {
            return false;
        }
        saveInterfaces(handle, id, inventory);
        saveReadings(handle, id, inventory, now);
        return true;
    }

    private static boolean saveIdentity(
            Handle handle, DeviceId id, DeviceIdentity identity, boolean complete, Instant now) {
        return handle.createUpdate("""
                        update collector.device
                           set profile = case when :seen then :profile else coalesce(profile, :profile) end
                             , class = case when :seen then :class else coalesce(class, :class) end
                             , vendor = coalesce(:vendor, case when not :complete then vendor end)
                             , model = coalesce(:model, case when not :complete then model end)
                             , version = coalesce(:version, case when not :complete then version end)
                             , serial = coalesce(:serial, case when not :complete then serial end)
                             , sys_object_id = coalesce(:sysObjectId, case when not :complete then sys_object_id end)
                             , sys_name = coalesce(:sysName, case when not :complete then sys_name end)
                             , sys_descr = coalesce(:sysDescr, case when not :complete then sys_descr end)
                             , uptime_s = coalesce(:uptimeSeconds, uptime_s)
                             , discovered_at = :now
                         where id = :id
                        """)
                        .bind("id", id.value())
                        .bindMethods(identity)
                        .bind("class", identity.deviceClass().code())
                        .bind("complete", complete)
                        // A look that broke off and says "unknown" knows less than what is there.
                        .bind("seen", complete || identity.deviceClass() != DeviceClass.UNKNOWN)
                        .bind("now", now)
                        .execute()
                == 1;
    }

    private static void saveInterfaces(Handle handle, DeviceId id, Inventory inventory) {
        ArrayNode rows = Json.mapper().createArrayNode();
        inventory.interfaces().forEach(each -> rows.add(row(each)));
        // Data-modifying parts of one statement see the same snapshot: the second marks only rows the first does not
        // touch.
        handle.createUpdate("""
                        with found as (
                            select *
                              from jsonb_to_recordset(cast(:rows as jsonb)) as r (
                                       if_index bigint, name text, instance text, description text, alias text, type int, mtu int
                                     , speed bigint, admin_status text, oper_status text
                                   )
                        ), gone as (
                            update collector.interface
                               set present = false
                             where device_id = :id and present and :complete
                               and if_index not in (select if_index from found)
                        )
                        insert into collector.interface
                        select :id, found.*, true from found
                        on conflict (device_id, if_index) do update
                           set name = excluded.name, instance = excluded.instance, description = excluded.description, alias = excluded.alias
                             , type = excluded.type, mtu = excluded.mtu, speed = excluded.speed
                             , admin_status = excluded.admin_status, oper_status = excluded.oper_status, present = true
                        """)
                .bind("id", id.value())
                .bind("complete", inventory.complete())
                .bind("rows", rows.toString())
                .execute();
    }

    private static ObjectNode row(DeviceInterface found) {
        return Json.mapper()
                .createObjectNode()
                .put("if_index", found.index())
                .put("name", found.name())
                .put("instance", found.instance())
                .put("description", found.description())
                .put("alias", found.alias())
                .put("type", found.type())
                .put("mtu", found.mtu())
                .put("speed", found.speed())
                .put("admin_status", found.adminStatus().code())
                .put("oper_status", found.operStatus().code());
    }

    private static void saveReadings(Handle handle, DeviceId id, Inventory inventory, Instant now) {
        handle.createUpdate("""
                        with found as (
                            select *
                              from jsonb_to_recordset(cast(:rows as jsonb)) as r (
                                       metric text, instance text, name text, oid text, unit text, states jsonb
                                     , last_value double precision, last_time timestamptz, limits jsonb
                                   )
                        ), gone as (
                            update collector.reading
                               set present = false
                             where device_id = :id and present and :complete
                               and (metric, instance) not in (select metric, instance from found)
                        )
                        insert into collector.reading (device_id, metric, instance, name, oid, unit, states, last_value
                                                     , last_time, limits, present)
                        select :id, found.*, true from found
                        on conflict (device_id, metric, instance) do update
                           set name = excluded.name, oid = excluded.oid, unit = excluded.unit
                             , states = excluded.states, last_value = excluded.last_value
                             , last_time = excluded.last_time, limits = excluded.limits, present = true
                        """)
                .bind("id", id.value())
                .bind("complete", inventory.complete())
                .bind("rows", ReadingRows.write(inventory, now).toString())
                .execute();
    }

    List<DeviceInterface> interfaces(Handle handle, Reach reach, DeviceId id) {
        ReachClause reached = ReachClause.of(reach);
        return handle.createQuery("select i.* from collector.interface i join collector.device d on d.id = i.device_id"
                        + " where d.id = :id and i.present and " + reached.sql() + " order by i.if_index")
                .bindMap(reached.values())
                .bind("id", id.value())
                .map((row, context) -> found(row))
                .list();
    }

    private static DeviceInterface found(ResultSet row) throws SQLException {
        return new DeviceInterface(
                row.getLong("if_index"),
                row.getString("name"),
                row.getString("instance"),
                row.getString("description"),
                row.getString("alias"),
                row.getObject("type", Integer.class),
                row.getObject("mtu", Integer.class),
                row.getObject("speed", Long.class),
                status(row.getString("admin_status")),
                status(row.getString("oper_status")));
    }

    private static IfStatus status(String code) {
        return Arrays.stream(IfStatus.values())
                .filter(status -> status.code().equals(code))
                .findFirst()
                .orElse(IfStatus.UNKNOWN);
    }

    /** Without the values that are the newest samples. */
    List<KnownReading> readings(Handle handle, Reach reach, DeviceId id) {
        ReachClause reached = ReachClause.of(reach);
        return handle.createQuery("select r.* from collector.reading r join collector.device d on d.id = r.device_id"
                        + " where d.id = :id and r.present and " + reached.sql() + " order by r.metric, r.instance")
                .bindMap(reached.values())
                .bind("id", id.value())
                .map((row, context) -> ReadingRows.read(row))
                .list();
    }
}
