package id.ronda.kernel.repeat;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The rows of requests that may be repeated. */
final class RepeatStore {

    /**
     * A request.
     *
     * @param answer sealed; null unless the state is {@code kept}
     */
    record Row(
            String fingerprint,
            Instant begunAt,
            String state,
            @Nullable Buffer answer) {}

    private RepeatStore() {}

    /**
     * Writes down that it begins.
     *
     * @param oldest what began before is forgotten
     * @param most rows that one caller may have
     * @return false if there is such a row, or too many of that caller
     */
    static boolean insert(
            Handle handle, String caller, String key, String fingerprint, Instant now, Instant oldest, int most) {
        handle.createUpdate(
                        "delete from kernel.repeated_post where caller = :caller and key = :key and begun_at < :oldest")
                .bind("caller", caller)
                .bind("key", key)
                .bind("oldest", oldest)
                .execute();
        return handle.createUpdate("""
                        insert into kernel.repeated_post (caller, key, fingerprint, begun_at, state)
                        select :caller, :key, :fingerprint, :now, 'under-way'
                        where (select count(*) from kernel.repeated_post where caller = :caller) < :most
                        on conflict do nothing
                        """)
                        .bind("caller", caller)
                        .bind("key", key)
                        .bind("fingerprint", fingerprint)
                        .bind("now", now)
                        .bind("most", most)
                        .execute()
                == 1;
    }

    static Optional<Row> find(Handle handle, String caller, String key) {
        return handle.createQuery("""
                        select fingerprint, begun_at, state, answer
                        from kernel.repeated_post
                        where caller = :caller and key = :key
                        """)
                .bind("caller", caller)
                .bind("key", key)
                .map((row, ctx) -> new Row(
                        row.getString("fingerprint"),
                        row.getTimestamp("begun_at").toInstant(),
                        row.getString("state"),
                        buffer(row.getBytes("answer"))))
                .findOne();
    }

    private static @Nullable Buffer buffer(byte @Nullable [] bytes) {
        return bytes == null ? null : Buffer.buffer(bytes);
    }

    /** Ends it with its answer, or without one. */
    static void finish(Handle handle, String caller, String key, byte @Nullable [] answer) {
        handle.createUpdate("""
                        update kernel.repeated_post
                        set state = :state, answer = :answer
                        where caller = :caller and key = :key
                        """)
                .bind("state", answer == null ? "not-kept" : "kept")
                .bind("answer", answer)
                .bind("caller", caller)
                .bind("key", key)
                .execute();
    }

    static void delete(Handle handle, String caller, String key) {
        handle.createUpdate("delete from kernel.repeated_post where caller = :caller and key = :key")
                .bind("caller", caller)
                .bind("key", key)
                .execute();
    }

    /** Forgets what is older; how many there were, at most {@code limit}. */
    static int prune(Handle handle, Instant oldest, int limit) {
        return handle.createUpdate("""
                        delete from kernel.repeated_post
                        where ctid in (
                            select ctid from kernel.repeated_post where begun_at < :oldest order by begun_at limit :limit)
                        """)
                .bind("oldest", oldest)
                .bind("limit", limit)
                .execute();
    }
}
