package id.ronda.identity.audit;

import id.ronda.identity.AuditFault;
import id.ronda.kernel.database.Database;
import id.ronda.kernel.database.Lane;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;
import org.jdbi.v3.core.statement.Query;

/** The whole trail as one moment saw it, read through a cursor. */
final class TrailView {

    private static final int ROWS_AT_ONCE = 200;

    private final Database database;

    TrailView(Database database) {
        this.database = database;
    }

    /** What reads. */
    @FunctionalInterface
    interface Reading<T> {
        T of(Moment moment) throws Exception;
    }

    /** Looks at one seal after the other. */
    @FunctionalInterface
    interface SealReader {
        Optional<AuditFault> take(SealedRow row) throws IOException;
    }

    /** Whether this database has a trail at all. */
    boolean exists() {
        return database.run(
                Lane.EDITS,
                handle -> handle.createQuery("select to_regclass('identity.audit') is not null")
                        .mapTo(Boolean.class)
                        .one());
    }

    /** Reads within one snapshot, however long it takes. */
    <T> T read(Reading<T> reading) {
        return database.run(Lane.EDITS, handle -> {
            handle.execute("set transaction isolation level repeatable read, read only");
            return reading.of(new Moment(handle));
        });
    }

    /**
     * Rows without a seal.
     *
     * @param count all of them
     * @param inserted the first that stands among sealed ones
     * @param late the first that should have been sealed long ago
     */
    record Waiting(long count, Optional<Long> inserted, Optional<Long> late) {}

    /** The trail at one moment. */
    static final class Moment {

        private final Handle handle;

        private Moment(Handle handle) {
            this.handle = handle;
        }

        /** Shows the seals in the order of the chain, each with its row, until one is answered with a fault. */
        Optional<AuditFault> follow(SealReader reader) throws IOException {
            Optional<AuditFault> fault = Optional.empty();
            try (ResultIterator<SealedRow> seals = seals()) {
                while (fault.isEmpty() && seals.hasNext()) {
                    fault = reader.take(seals.next());
                }
            }
            return fault;
        }

        private ResultIterator<SealedRow> seals() {
            return handle.createQuery("select s.position, s.audit_id, s.version, s.xid::text as sealed_xid"
                            + ", encode(s.hash, 'hex') as hash, " + AuditRows.COLUMNS
                            + " from identity.audit_seal s left join identity.audit a on a.id = s.audit_id"
                            + " order by s.position")
                    .setFetchSize(ROWS_AT_ONCE)
                    .map((row, context) -> sealed(row))
                    .iterator();
        }

        private static SealedRow sealed(ResultSet row) throws SQLException {
            Seal seal = new Seal(row.getLong("position"), row.getLong("audit_id"), row.getString("hash"));
            return new SealedRow(
                    seal,
                    row.getInt("version"),
                    Long.parseUnsignedLong(row.getString("sealed_xid")),
                    row.getString("id") == null ? null : AuditRows.read(row));
        }

        /** What has no seal. A row that an older transaction hides, or that is younger than 10 s, is not late. */
        Waiting waiting() {
            try (Query query = handle.createQuery("""
                    with sealed_to as (
                        select xid, audit_id from identity.audit_seal order by position desc limit 1
                    ), unsealed as (
                        select a.id, a.at, a.xid
                             , coalesce((a.xid, a.id) <= (select xid, audit_id from sealed_to), false) as behind
                          from identity.audit a
                         where not exists (select from identity.audit_seal s where s.audit_id = a.id)
                    )
                    select count(*) as waiting
                         , min(id) filter (where behind) as inserted
                         , min(id) filter (where not behind and xid < pg_snapshot_xmin(pg_current_snapshot())
                                             and at < now() - interval '10 seconds') as late
                      from unsealed
                    """)) {
                return query.map((row, context) -> new Waiting(
                                row.getLong("waiting"),
                                Optional.ofNullable(row.getObject("inserted", Long.class)),
                                Optional.ofNullable(row.getObject("late", Long.class))))
                        .one();
            }
        }

        /** The first place in the chain behind which a row without a seal stands. */
        long placeOf(long auditId) {
            return handle.createQuery("""
                            select count(*) + 1
                              from identity.audit_seal s
                              join identity.audit a on a.id = :id and (s.xid, s.audit_id) < (a.xid, a.id)
                            """).bind("id", auditId).mapTo(Long.class).one();
        }
    }
}
