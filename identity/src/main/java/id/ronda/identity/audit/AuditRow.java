package id.ronda.identity.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of the trail as far as it is hashed: all of it.
 *
 * @param id as the database gave it
 * @param xid the transaction, the first part of the sealing order
 * @param at the database's time
 * @param programAt the program's time
 * @param texts every other column in the order of {@link AuditRows#TEXTS}
 */
record AuditRow(long id, long xid, Instant at, @Nullable Instant programAt, List<@Nullable String> texts) {}
