package id.ronda.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import id.ronda.kernel.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Entries as pages show them: the row, and its place in the chain. */
final class AuditEntryRows {

    static final String SELECT = """
            select a.*, s.position
              from identity.audit a
              left join identity.audit_seal s on s.audit_id = a.id
             where true
            """;

    /** What a filter's field asks for; a field that is null asks for nothing. */
    static final Map<String, String> CONDITIONS = Map.of(
            "actor", "(a.actor_id = :actor or lower(a.actor_name) = lower(:actor))",
            "objectType", "a.object_type = :objectType",
            "objectId", "a.object_id = :objectId",
            "action", "a.action = :action",
            "changeSet", "a.change_set = :changeSet",
            "from", "a.at >= :from",
            "to", "a.at < :to",
            "after", "a.id < :after");

    private AuditEntryRows() {}

    static Map<String, @Nullable Object> values(AuditFilter filter) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("actor", filter.actor());
        values.put("objectType", filter.objectType());
        values.put("objectId", filter.objectId());
        values.put("action", filter.action() == null ? null : filter.action().code());
        values.put("changeSet", filter.changeSet());
        values.put("from", utc(filter.from()));
        values.put("to", utc(filter.to()));
        return values;
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                instant(row, "program_at"),
                row.getObject("change_set", UUID.class),
                actor(row),
                row.getString("database_role"),
                AuditAction.ofCode(row.getString("action")),
                row.getString("object_type"),
                row.getString("object_id"),
                row.getString("object_label"),
                json(row, "before"),
                json(row, "after"),
                row.getString("note"),
                row.getObject("position", Long.class));
    }

    private static Actor actor(ResultSet row) throws SQLException {
        return new Actor(
                Actor.Kind.ofCode(row.getString("actor_kind")),
                row.getString("actor_id"),
                row.getString("actor_name"),
                new Actor.Origin(row.getString("address"), row.getString("session"), row.getString("agent")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable JsonNode json(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        try {
            return text == null ? null : Json.mapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new SQLException("the entry " + row.getLong("id") + " holds no JSON in " + column, e);
        }
    }
}
