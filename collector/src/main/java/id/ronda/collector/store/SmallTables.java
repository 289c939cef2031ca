package id.ronda.collector.store;

import id.ronda.kernel.outbox.OutboxPruner;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** What grows beside the partitioned tables: gaps, and the facts on their way to other modules. */
final class SmallTables {

    static final Duration FACTS_KEPT = Duration.ofDays(30);

    /** Rows of each in one run: the next run, minutes later, takes the next ones. */
    private static final int AT_ONCE = 10_000;

    private SmallTables() {}

    /**
     * Deletes facts that nobody needs any more and gaps that ended before the time; an open gap is never old.
     *
     * @return how many rows went
     */
    static int prune(Handle handle, Instant gapsBefore) {
        int gaps = handle.createUpdate("""
                        delete from collector.gap
                        where id in (select id from collector.gap where to_time < :before order by id limit :limit)
                        """)
                .bind("before", gapsBefore)
                .bind("limit", AT_ONCE)
                .execute();
        return gaps + OutboxPruner.prune(handle, FACTS_KEPT, AT_ONCE);
    }

    /** Bytes of them on the disk, with indexes. */
    static long bytes(Handle handle) {
        long gaps = handle.createQuery("select pg_total_relation_size('collector.gap')")
                .mapTo(Long.class)
                .one();
        return gaps + OutboxPruner.bytes(handle);
    }
}
