package id.ronda.identity;

import id.ronda.kernel.Page;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

/** The audit trail to be read. Futures complete on the caller's Vert.x context. */
public interface AuditLog {

    /**
     * A page of entries, the newest first.
     *
     * @param after the {@code next} of the page before, or null for the newest; a number
     */
    Future<Page<AuditEntry>> list(AuditFilter filter, int limit, @Nullable String after);

    /** How far the chain over the trail has come and whether its end is the one that was signed. A cheap read, not the walk. */
    Future<AuditSealing> sealing();
}
