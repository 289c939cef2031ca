package id.ronda.identity.audit;

import id.ronda.kernel.database.Database;
import id.ronda.kernel.database.Lane;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The seals in the database, and the marks of the checkpoints outside it. Writes only through the owner's functions. */
final class SealStore {

    private static final String LOCK = "hashtext('identity.audit_seal')";

    private final Database database;

    SealStore(Database database) {
        this.database = database;
    }

    /** What one round came to. */
    sealed interface Round {
        /**
         * These were sealed.
         *
         * @param rows how many; fewer than asked for means that no more are there
         * @param last the last seal of the chain now
         */
        record Sealed(int rows, Seal last) implements Round {}

        /** Another sealer is at work. */
        record Occupied() implements Round {}

        /**
         * The server counts transactions from before the last sealed one: a dump was restored into another server, where
         * the order of sealing means nothing.
         */
        record CountedBack(Seal last) implements Round {}
    }

    /** Seals what is committed and behind the last seal, in the order of (transaction, id), at most {@code limit} rows. */
    Round seal(int limit) {
        return database.run(Lane.EDITS, handle -> {
            if (!is(handle, "select pg_try_advisory_xact_lock(" + LOCK + ")")) {
                return new Round.Occupied();
            }
            Seal last = last(handle);
            if (is(handle, """
                    select coalesce((select xid > pg_snapshot_xmax(pg_current_snapshot())
                                       from identity.audit_seal order by position desc limit 1), false)
                    """)) {
                return new Round.CountedBack(last);
            }
            List<Seal> seals = last.over(unsealed(handle, limit));
            if (!seals.isEmpty()) {
                append(handle, seals);
            }
            return new Round.Sealed(seals.size(), seals.isEmpty() ? last : seals.getLast());
        });
    }

    private static boolean is(Handle handle, String question) {
        return handle.createQuery(question).mapTo(Boolean.class).one();
    }

    private static Seal last(Handle handle) {
        return handle.createQuery(
                        "select position, audit_id, encode(hash, 'hex') as hash from identity.audit_seal order by position desc limit 1")
                .map((row, context) ->
                        new Seal(row.getLong("position"), row.getLong("audit_id"), row.getString("hash")))
                .findOne()
                .orElse(Seal.BEGIN);
    }

    /** Below the oldest running transaction nothing can come any more, so the order is final there. */
    private static List<AuditRow> unsealed(Handle handle, int limit) {
        return handle.createQuery("select " + AuditRows.COLUMNS + """
                          from identity.audit a
                         where (a.xid, a.id) > (
                                   coalesce((select xid from identity.audit_seal order by position desc limit 1), '0')
                                 , coalesce((select audit_id from identity.audit_seal order by position desc limit 1), 0))
                           and a.xid < pg_snapshot_xmin(pg_current_snapshot())
                         order by a.xid, a.id
                         limit :limit
                        """)
                .bind("limit", limit)
                .map((row, context) -> AuditRows.read(row))
                .list();
    }

    private static void append(Handle handle, List<Seal> seals) {
        handle.createQuery("select identity.audit_append_seals(:first, :version, :ids, :hashes)")
                .bind("first", seals.getFirst().position())
                .bind("version", ChainHash.VERSION)
                .bindArray("ids", Long.class, seals.stream().map(Seal::auditId).toList())
                .bindArray(
                        "hashes", String.class, seals.stream().map(Seal::hash).toList())
                .mapTo(Integer.class)
                .one();
    }

    /** The last seal. */
    Seal last() {
        return database.run(Lane.EDITS, SealStore::last);
    }

    /** The number of the last checkpoint that was told to be on the disk; 0 when there is none. */
    long lastCheckpoint() {
        return database.run(
                Lane.EDITS,
                handle -> handle.createQuery("select coalesce(max(number), 0) from identity.audit_checkpoint")
                        .mapTo(Long.class)
                        .one());
    }

    /** Notes that this checkpoint is on the disk, from when on its line cannot vanish unseen. */
    void note(Checkpoint checkpoint) {
        database.run(
                Lane.EDITS,
                handle -> handle.createQuery("select identity.audit_note_checkpoint(:number, :position, :line)::text")
                        .bind("number", checkpoint.number())
                        .bind("position", checkpoint.position())
                        .bind("line", checkpoint.lineHash())
                        .mapToMap()
                        .one());
    }
}
