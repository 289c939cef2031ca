package id.ronda.identity.audit;

import id.ronda.identity.AuditEntry;
import id.ronda.identity.AuditFilter;
import id.ronda.identity.AuditLog;
import id.ronda.identity.AuditSealing;
import id.ronda.identity.AuditTrail;
import id.ronda.kernel.Page;
import id.ronda.kernel.database.Database;
import id.ronda.kernel.database.Lane;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Where the trail is read. */
public final class TrailDesk implements AuditLog {

    private static final String END = """
            with sealed_to as (
                select s.position, s.audit_id, s.xid, a.at
                  from identity.audit_seal s join identity.audit a on a.id = s.audit_id
                 order by s.position desc limit 1
            ), waiting as (
                select a.at, a.xid from identity.audit a
                 where (a.xid, a.id) > (coalesce((select xid from sealed_to), '0')
                                      , coalesce((select audit_id from sealed_to), 0))
                 order by a.xid, a.id limit :most
            )
            select (select position from sealed_to) as position
                 , (select at from sealed_to) as sealed_to
                 , (select count(*) from waiting) as waiting
                 , exists (select from waiting
                            where at < now() - interval '10 seconds'
                              and xid < pg_snapshot_xmin(pg_current_snapshot())) as late
            """;

    private final Database database;
    private final AuditTrail trail;
    private final Path checkpoints;
    private final Path keys;
    private final TrailWatch watch;

    /**
     * A desk over the database.
     *
     * @param folder of the checkpoints
     * @param keys where the signing key is
     * @param watch what it saw last is told
     */
    public TrailDesk(Database database, AuditTrail trail, Path folder, Path keys, TrailWatch watch) {
        this.database = database;
        this.trail = trail;
        this.checkpoints = folder.resolve(CheckpointFile.NAME);
        this.keys = keys;
        this.watch = watch;
    }

    @Override
    public Future<Page<AuditEntry>> list(AuditFilter filter, int limit, @Nullable String after) {
        return database.call(Lane.EDITS, handle -> trail.page(handle, filter, limit, after));
    }

    @Override
    public Future<AuditSealing> sealing() {
        return database.call(Lane.EDITS, handle -> {
            // First the file, then the rows: the chain is at least as long as what is signed.
            Optional<Checkpoint> newest = CheckpointTail.of(checkpoints);
            return sealing(
                    handle, newest.map(checkpoint -> signed(handle, checkpoint)).orElse(null));
        });
    }

    private AuditSealing sealing(Handle handle, AuditSealing.@Nullable Signed signed) {
        return handle.createQuery(END)
                .bind("most", AuditSealing.MOST_WAITING)
                .map((row, context) -> new AuditSealing(
                        row.getLong("position"),
                        instant(row.getObject("sealed_to", OffsetDateTime.class)),
                        row.getLong("waiting"),
                        row.getBoolean("late"),
                        signed,
                        watch.last().orElse(null)))
                .one();
    }

    private AuditSealing.Signed signed(Handle handle, Checkpoint newest) {
        boolean fits = SigningKey.load(keys).map(newest::isSignedBy).orElse(false)
                && handle.createQuery("select encode(hash, 'hex') from identity.audit_seal where position = :position")
                        .bind("position", newest.position())
                        .mapTo(String.class)
                        .findOne()
                        .map(newest::signs)
                        .orElse(false);
        return new AuditSealing.Signed(newest.number(), newest.position(), newest.at(), newest.key(), fits);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
