package id.ronda.collector.device;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.ronda.collector.DeviceId;
import id.ronda.collector.Reach;
import id.ronda.collector.reach.ReachClause;
import id.ronda.collector.snmp.Community;
import id.ronda.collector.snmp.NutAccess;
import id.ronda.collector.snmp.ScrapeAccess;
import id.ronda.collector.snmp.SnmpCredential;
import id.ronda.collector.snmp.UsmUser;
import id.ronda.identity.UnitId;
import id.ronda.kernel.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The table of devices and their sealed credentials. Every method is a fixed number of statements, however many devices
 * it is about. Called inside a transaction; those that write after {@link #lock}.
 */
final class PostgresDeviceStore {

    private static final String ROWS = """
            jsonb_to_recordset(cast(:rows as jsonb)) as r (
                n int, id bigint, address text, port int, name text, interval_s int, snmp_version text
              , snmp_identity text, snmp_user text, snmp_context text, auth_protocol text, priv_protocol text
              , ups text, path text, tls boolean, enabled boolean, from_file boolean, unit text, unit_id bigint
              , classification text, location text, parent text, tags text[]
            )""";

    private static final String KNOWN = """
            select d.*, s.community, s.auth_passphrase, s.priv_passphrase, s.access_secret
              from collector.device d
              join collector.device_secret s on s.device_id = d.id
            """;

    private final CredentialVault vault;

    PostgresDeviceStore(CredentialVault vault) {
        this.vault = vault;
    }

    /** Lets one transaction at a time add and edit devices: what it looked up stays true until it commits. */
    static void lock(Handle handle) {
        handle.createQuery("select pg_advisory_xact_lock(hashtext('collector.device'))")
                .mapToMap()
                .one();
    }

    List<StoredDevice> list(Handle handle, Reach reach, long after, int limit) {
        ReachClause reached = ReachClause.of(reach);
        return handle.createQuery("select * from collector.device d where d.id > :after and " + reached.sql()
                        + " order by d.id limit :limit")
                .bindMap(reached.values())
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> DeviceRows.stored(row))
                .list();
    }

    Optional<StoredDevice> find(Handle handle, Reach reach, DeviceId id) {
        ReachClause reached = ReachClause.of(reach);
        return handle.createQuery("select * from collector.device d where d.id = :id and " + reached.sql())
                .bindMap(reached.values())
                .bind("id", id.value())
                .map((row, context) -> DeviceRows.stored(row))
                .findOne();
    }

    /** Every device with its secrets opened. */
    List<KnownDevice> all(Handle handle) {
        return handle.createQuery(KNOWN + " order by d.id")
                .map((row, context) -> known(row))
                .list();
    }

    Optional<KnownDevice> known(Handle handle, DeviceId id) {
        return handle.createQuery(KNOWN + " where d.id = :id")
                .bind("id", id.value())
                .map((row, context) -> known(row))
                .findOne();
    }

    /** The known ones among these. */
    Map<DeviceId, KnownDevice> knownById(Handle handle, Collection<DeviceId> ids) {
        Map<DeviceId, KnownDevice> known = new HashMap<>();
        handle.createQuery(KNOWN + " where d.id = any(:ids)")
                .bind("ids", ids.stream().mapToLong(DeviceId::value).toArray())
                .map((row, context) -> known(row))
                .forEach(device -> known.put(device.id(), device));
        return known;
    }

    /** The known ones that are the same as these. */
    Map<DeviceKey, KnownDevice> known(Handle handle, Collection<DeviceKey> keys) {
        ArrayNode rows = Json.mapper().createArrayNode();
        keys.forEach(key -> rows.addObject()
                .put("address", key.address())
                .put("port", key.port())
                .put("snmp_version", key.version())
                .put("snmp_identity", key.identity()));
        Map<DeviceKey, KnownDevice> known = new HashMap<>();
        handle.createQuery(KNOWN + " join " + ROWS
                        + " on (r.address, r.port, r.snmp_version, r.snmp_identity)"
                        + " = (d.address, d.port, d.snmp_version, d.snmp_identity)")
                .bind("rows", rows.toString())
                .map((row, context) -> known(row))
                .forEach(device -> known.put(key(device.draft()), device));
        return known;
    }

    /**
     * Adds new devices: two statements. Their order is that of the drafts.
     *
     * @param meant the units that their offices mean
     */
    List<KnownDevice> insert(
            Handle handle, List<DeviceDraft> drafts, Map<String, UnitId> meant, boolean fromFile, Instant now) {
        ArrayNode rows = Json.mapper().createArrayNode();
        for (int n = 0; n < drafts.size(); n++) {
            DeviceDraft draft = drafts.get(n);
            rows.add(row(draft, DeviceUnitsStore.unit(meant, draft)).put("n", n).put("from_file", fromFile));
        }
        // Ids are taken in the order of the drafts, so that sorted ids are the drafts' order.
        List<Long> ids = handle
                .createQuery("""
                        insert into collector.device (
                            address, port, name, interval_s, snmp_version, snmp_identity, snmp_user, snmp_context
                          , auth_protocol, priv_protocol, ups, path, tls, enabled, from_file, unit, unit_id, classification
                          , location, parent, tags, created_at
                        )
                        select address, port, name, interval_s, snmp_version, snmp_identity, snmp_user, snmp_context
                             , auth_protocol, priv_protocol, ups, path, tls, enabled, from_file, unit, unit_id, classification
                             , location, parent, tags, :now
                          from\s""" + ROWS + " order by n returning id")
                .bind("rows", rows.toString())
                .bind("now", now)
                .mapTo(Long.class)
                .list()
                .stream()
                .sorted()
                .toList();
        List<KnownDevice> added = IntStream.range(0, ids.size())
                .mapToObj(n -> new KnownDevice(
                        new DeviceId(ids.get(n)),
                        1,
                        fromFile,
                        DeviceUnitsStore.unit(meant, drafts.get(n)),
                        drafts.get(n)))
                .toList();
        saveSecrets(handle, added);
        return added;
    }

    /** Writes edited devices, each with its next revision: three statements, or two when no credential differs. */
    List<KnownDevice> update(Handle handle, List<KnownDevice> edited) {
        List<KnownDevice> newSecrets = withOtherSecrets(handle, edited);
        ArrayNode rows = Json.mapper().createArrayNode();
        edited.forEach(device -> rows.add(row(device.draft(), device.unit())
                .put("id", device.id().value())
                .put("from_file", device.fromFile())));
        handle.createUpdate("""
                        update collector.device d
                           set address = r.address, port = r.port, name = r.name, interval_s = r.interval_s
                             , snmp_version = r.snmp_version, snmp_identity = r.snmp_identity, snmp_user = r.snmp_user
                             , snmp_context = r.snmp_context, auth_protocol = r.auth_protocol
                             , priv_protocol = r.priv_protocol, ups = r.ups, path = r.path, tls = r.tls, enabled = r.enabled, from_file = r.from_file
                             , unit = r.unit, unit_id = r.unit_id, classification = r.classification, location = r.location, parent = r.parent, tags = r.tags
                             , status = case when not r.enabled then 'unknown' when d.enabled then d.status else 'discovering' end
                             , revision = d.revision + 1
                          from\s""" + ROWS + " where d.id = r.id")
                .bind("rows", rows.toString())
                .execute();
        if (!newSecrets.isEmpty()) {
            saveSecrets(handle, newSecrets);
        }
        return edited.stream()
                .map(device -> new KnownDevice(
                        device.id(), device.revision() + 1, device.fromFile(), device.unit(), device.draft()))
                .toList();
    }

    /** Sealing the same secret anew gives other bytes, which the audit trail would tell as a change. */
    private List<KnownDevice> withOtherSecrets(Handle handle, List<KnownDevice> edited) {
        Map<DeviceId, SnmpCredential> stored = new HashMap<>();
        handle.createQuery(KNOWN + " where d.id = any(:ids)")
                .bindArray(
                        "ids",
                        Long.class,
                        edited.stream().map(device -> device.id().value()).toList())
                .map((row, context) -> known(row))
                .forEach(device -> stored.put(device.id(), device.draft().credential()));
        return edited.stream()
                .filter(device -> !device.draft().credential().equals(stored.get(device.id())))
                .toList();
    }

    private void saveSecrets(Handle handle, List<KnownDevice> devices) {
        ArrayNode rows = Json.mapper().createArrayNode();
        for (KnownDevice device : devices) {
            CredentialVault.Sealed sealed =
                    vault.seal(device.id(), device.draft().credential());
            rows.addObject()
                    .put("id", device.id().value())
                    .put("community", sealed.community())
                    .put("auth", sealed.authPassphrase())
                    .put("priv", sealed.privPassphrase())
                    .put("access", sealed.access());
        }
        handle.createUpdate("""
                        insert into collector.device_secret (device_id, community, auth_passphrase, priv_passphrase, access_secret)
                        select id, decode(community, 'base64'), decode(auth, 'base64'), decode(priv, 'base64'), decode(access, 'base64')
                          from jsonb_to_recordset(cast(:rows as jsonb))
                               as r (id bigint, community text, auth text, priv text, access text)
                        on conflict (device_id) do update
                           set community = excluded.community
                             , auth_passphrase = excluded.auth_passphrase
                             , priv_passphrase = excluded.priv_passphrase
                             , access_secret = excluded.access_secret
                        """).bind("rows", rows.toString()).execute();
    }

    /** What the unique key of the draft is; the digest is this installation's. */
    DeviceKey key(DeviceDraft draft) {
        return DeviceKey.of(draft, vault::digest);
    }

    private ObjectNode row(DeviceDraft draft, @Nullable UnitId unit) {
        DeviceKey key = key(draft);
        ObjectNode row = Json.mapper()
                .createObjectNode()
                .put("address", key.address())
                .put("port", key.port())
                .put("snmp_version", key.version())
                .put("snmp_identity", key.identity())
                .put("name", draft.name())
                .put("interval_s", draft.interval().toSeconds())
                .put("enabled", draft.enabled())
                .put("unit", draft.unit())
                .put("unit_id", unit == null ? null : unit.value())
                .put("classification", draft.classification().code())
                .put("location", draft.location())
                .put("parent", draft.parent());
        ArrayNode tags = row.putArray("tags");
        draft.tags().forEach(tags::add);
        asked(draft.credential(), row);
        return row;
    }

    private static void asked(SnmpCredential credential, ObjectNode row) {
        row.put("tls", false);
        switch (credential) {
            case Community ignored -> {}
            case UsmUser user -> {
                row.put("snmp_user", user.user()).put("snmp_context", user.context());
                row.put(
                        "auth_protocol",
                        user.auth() == null ? null : user.auth().text());
                row.put(
                        "priv_protocol",
                        user.priv() == null ? null : user.priv().text());
            }
            case NutAccess nut -> row.put("snmp_user", nut.user()).put("ups", nut.ups());
            case ScrapeAccess page -> row.put("path", page.path()).put("tls", page.tls());
        }
    }

    private KnownDevice known(ResultSet row) throws SQLException {
        DeviceDraft draft = new DeviceDraft(
                row.getString("address"),
                row.getInt("port"),
                row.getString("name"),
                Duration.ofSeconds(row.getInt("interval_s")),
                vault.open(row),
                row.getBoolean("enabled"),
                row.getString("unit"),
                DeviceRows.classification(row),
                row.getString("location"),
                row.getString("parent"),
                DeviceRows.texts(row, "tags"));
        return new KnownDevice(
                new DeviceId(row.getLong("id")),
                row.getLong("revision"),
                row.getBoolean("from_file"),
                DeviceRows.unit(row),
                draft);
    }
}
