package id.ronda.identity.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads rows of the trail with every column as it is hashed. */
final class AuditRows {

    /** The order is part of the first version of the encoding: a new column needs a new version. */
    static final List<String> TEXTS = List.of(
            "change_set",
            "actor_kind",
            "actor_id",
            "actor_name",
            "address",
            "session",
            "agent",
            "database_role",
            "action",
            "object_type",
            "object_id",
            "object_label",
            "before",
            "after",
            "note");

    /** The columns, for a query in which the trail is called {@code a}. */
    static final String COLUMNS = "a.id, a.xid::text as xid, a.at, a.program_at, "
            + TEXTS.stream().map(name -> "a." + name + "::text as " + name).collect(Collectors.joining(", "));

    private AuditRows() {}

    static AuditRow read(ResultSet row) throws SQLException {
        List<@Nullable String> texts = new ArrayList<>(TEXTS.size());
        for (String name : TEXTS) {
            texts.add(row.getString(name));
        }
        return new AuditRow(
                row.getLong("id"),
                Long.parseUnsignedLong(row.getString("xid")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                instant(row, "program_at"),
                texts);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
