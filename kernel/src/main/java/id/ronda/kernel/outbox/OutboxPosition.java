package id.ronda.kernel.outbox;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * How far one consumer has come, and what lies behind that.
 *
 * @param xid the writing transaction of the last fact taken, as text because no Java type holds an unsigned 64-bit number
 * @param id the fact
 */
record OutboxPosition(String xid, long id) {

    /** One fact on its way. */
    record Row(String xid, long id, String type, String fact) {

        OutboxPosition position() {
            return new OutboxPosition(xid, id);
        }
    }

    static void register(Handle handle, String consumer) {
        handle.createUpdate("insert into kernel.outbox_consumer (name) values (:name) on conflict do nothing")
                .bind("name", consumer)
                .execute();
    }

    /** The position, locked until the end of the transaction, so that two readers of one name take turns. */
    static OutboxPosition lock(Handle handle, String consumer) {
        return handle.createQuery(
                        "select xid::text as xid, id from kernel.outbox_consumer where name = :name for update")
                .bind("name", consumer)
                .map((row, context) -> new OutboxPosition(row.getString("xid"), row.getLong("id")))
                .one();
    }

    void save(Handle handle, String consumer) {
        handle.createUpdate("update kernel.outbox_consumer set xid = :xid::xid8, id = :id where name = :name")
                .bind("xid", xid)
                .bind("id", id)
                .bind("name", consumer)
                .execute();
    }

    /**
     * The facts behind this position whose writers have all ended: below the oldest transaction still running nothing new
     * can appear.
     */
    List<Row> next(Handle handle, int limit) {
        return handle.createQuery("""
                        select xid::text as xid, id, type, fact::text as fact
                        from kernel.outbox
                        where (xid, id) > (:xid::xid8, :id)
                        and xid < pg_snapshot_xmin(pg_current_snapshot())
                        -- qualified, for the bare name would be the text of the result
                        order by outbox.xid, outbox.id
                        limit :limit
                        """)
                .bind("xid", xid)
                .bind("id", id)
                .bind("limit", limit)
                .map((row, context) ->
                        new Row(row.getString("xid"), row.getLong("id"), row.getString("type"), row.getString("fact")))
                .list();
    }

    /** Whether there is anything behind this position, be it to be taken yet or not. */
    boolean hasMore(Handle handle) {
        return handle.createQuery("select exists (select from kernel.outbox where (xid, id) > (:xid::xid8, :id))")
                .bind("xid", xid)
                .bind("id", id)
                .mapTo(Boolean.class)
                .one();
    }

    /** Deletes facts that every one of the consumers has taken; gives their number. */
    static int prune(Handle handle, List<String> consumers, int limit) {
        Optional<OutboxPosition> slowest = handle.createQuery("""
                        select xid::text as xid, id
                        from kernel.outbox_consumer
                        where name in (<names>)
                        order by outbox_consumer.xid, outbox_consumer.id
                        limit 1
                        """)
                .bindList("names", consumers)
                .map((row, context) -> new OutboxPosition(row.getString("xid"), row.getLong("id")))
                .findOne();
        return slowest.map(position -> position.deleteUpTo(handle, limit)).orElse(0);
    }

    private int deleteUpTo(Handle handle, int limit) {
        return handle.createUpdate("""
                        delete from kernel.outbox
                        where id in (
                            select id from kernel.outbox where (xid, id) <= (:xid::xid8, :id) order by xid, id limit :limit)
                        """)
                .bind("xid", xid)
                .bind("id", id)
                .bind("limit", limit)
                .execute();
    }
}
