package id.ronda.kernel.outbox;

import java.time.Duration;
import org.jdbi.v3.core.Handle;

/** Keeps the outbox small when no reader does: one that runs prunes what its consumers have taken. */
public final class OutboxPruner {

    private OutboxPruner() {}

    /**
     * Deletes facts that are older than the age, by the database's clock, and that no known consumer still has to take;
     * oldest first.
     *
     * @return how many there were, at most {@code limit}
     */
    public static int prune(Handle handle, Duration age, int limit) {
        return handle.createUpdate("""
                        delete from kernel.outbox
                        where id in (
                            select o.id
                            from kernel.outbox o
                            where o.written_at < now() - :seconds * interval '1 second'
                              and not exists (select from kernel.outbox_consumer c where (c.xid, c.id) < (o.xid, o.id))
                            order by o.id
                            limit :limit)
                        """)
                .bind("seconds", age.toSeconds())
                .bind("limit", limit)
                .execute();
    }

    /** Bytes on the disk, with indexes. */
    public static long bytes(Handle handle) {
        return handle.createQuery("select pg_total_relation_size('kernel.outbox')")
                .mapTo(Long.class)
                .one();
    }
}
