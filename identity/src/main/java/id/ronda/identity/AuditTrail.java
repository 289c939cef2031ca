package id.ronda.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.ronda.kernel.Json;
import id.ronda.kernel.Page;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Who did what to which object, when and from where. A transaction that changes something begins by telling who acts; the
 * entries are then written by the database itself, in the same transaction, by the triggers a module has put on its tables
 * (identity.audit_row). A transaction in which nobody told is the system's.
 *
 * <pre>{@code
 * database.run(Lane.EDITS, handle -> {
 *     trail.begin(handle, actor);
 *     …
 * });
 * }</pre>
 */
public final class AuditTrail {

    private final InstantSource clock;

    /** @param clock the program's; each entry has the database's beside it */
    public AuditTrail(InstantSource clock) {
        this.clock = clock;
    }

    /** Tells who acts until the transaction ends; gives the id of its change set. A second call begins another set. */
    public UUID begin(Handle handle, Actor actor) {
        return begin(handle, actor, null);
    }

    /** The same with the reason that the actor gave, which each entry then carries. */
    public UUID begin(Handle handle, Actor actor, @Nullable String note) {
        return handle.createQuery("""
                        select set_config('ronda.change_set', gen_random_uuid()::text, true)::uuid
                          from (select set_config('ronda.actor', :actor, true)) as told
                        """)
                .bind("actor", json(actor, note))
                .mapTo(UUID.class)
                .one();
    }

    private String json(Actor actor, @Nullable String note) {
        ObjectNode told = Json.mapper()
                .createObjectNode()
                .put("kind", actor.kind().code())
                .put("id", actor.id())
                .put("name", actor.name())
                .put("address", actor.from().address())
                .put("session", actor.from().session())
                .put("agent", actor.from().agent())
                .put("at", clock.instant().toString())
                .put("note", AuditText.cleanOrNull(note, 2_000));
        return told.toString();
    }

    /** Writes what happened without a row; gives the entry's id. The actor is the one of {@link #begin}. */
    public long event(Handle handle, AuditEvent event) {
        return handle.createQuery("""
                        select identity.audit_event(:action, :type, :id, :label, cast(:details as jsonb), :note)
                        """)
                .bind("action", event.action().code())
                .bind("type", event.objectType())
                .bind("id", event.objectId())
                .bind("label", event.objectLabel())
                .bind("details", details(event.details()))
                .bind("note", event.note())
                .mapTo(Long.class)
                .one();
    }

    private static @Nullable String details(Map<String, Object> details) {
        try {
            return details.isEmpty() ? null : Json.mapper().writeValueAsString(details);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("details must be what JSON knows: " + details.keySet(), e);
        }
    }

    /**
     * A page of entries, the newest first.
     *
     * @param after the {@code next} of the page before, or null for the newest
     * @throws NumberFormatException when {@code after} is no such word
     */
    public Page<AuditEntry> page(Handle handle, AuditFilter filter, int limit, @Nullable String after) {
        StringBuilder where = new StringBuilder();
        Map<String, @Nullable Object> values = AuditEntryRows.values(filter);
        values.put("after", after == null ? null : Long.valueOf(after));
        AuditEntryRows.CONDITIONS.forEach((name, condition) -> {
            if (values.get(name) != null) {
                where.append(" and ").append(condition);
            }
        });
        try (Query query = handle.createQuery(AuditEntryRows.SELECT + where + " order by a.id desc limit :limit")) {
            query.bind("limit", limit + 1);
            values.forEach((name, value) -> {
                if (value != null) {
                    query.bind(name, value);
                }
            });
            return Page.of(
                    query.map((row, context) -> AuditEntryRows.entry(row)).list(),
                    limit,
                    entry -> String.valueOf(entry.id()));
        }
    }
}
