package id.ronda.collector.store;

import id.ronda.kernel.database.Database;
import id.ronda.kernel.database.Lane;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * TimescaleDB: it makes its chunks itself, packs them, and writes the rollups as continuous aggregates in a job of its
 * own, late rows included. Left to us is what may be dropped, and to see that the job runs.
 */
final class TimescaleLayout extends SampleLayout {

    private static final Logger LOG = LoggerFactory.getLogger(TimescaleLayout.class);

    /** The job runs every minute and its newest stretch is up to seven minutes old: this is no longer a delay. */
    private static final Duration TOO_LATE = Duration.ofMinutes(20);

    private static final String CHUNKS =
            "select table_name, start, behind, bytes, unpacked_bytes from collector.chunks()";

    private final Database database;
    private final Counter lateLost;
    private final AtomicLong lagSeconds = new AtomicLong();
    private volatile long keptFrom = Long.MIN_VALUE;
    private boolean told;

    private TimescaleLayout(Database database, MeterRegistry registry) {
        this.database = database;
        lateLost = registry.counter("ronda.rollup.late.lost");
        registry.gauge("ronda.rollup.lag.seconds", lagSeconds);
    }

    /** @throws IllegalStateException when the server's licence setting locks the packed samples up */
    static TimescaleLayout open(Database database, MeterRegistry registry) {
        String licence = database.run(
                Lane.EDITS,
                handle -> handle.createQuery("select coalesce(current_setting('timescaledb.license', true), '')")
                        .mapTo(String.class)
                        .one());
        if (!licence.equals("timescale")) {
            throw new IllegalStateException("the samples lie in TimescaleDB's columnstore, and timescaledb.license is '"
                    + licence + "': set it to 'timescale' in the server's configuration and restart the server");
        }
        return new TimescaleLayout(database, registry);
    }

    /** What is later than this, the extension sees by itself; before it, samples were dropped. */
    @Override
    public long lateBefore() {
        return keptFrom;
    }

    @Override
    void rollUp(Instant now) {
        Map<String, Long> state = database.run(Lane.EDITS, Rollups::state);
        keptFrom = state.getOrDefault("raw", Long.MIN_VALUE);
        // Rolled up again they would replace a whole stretch by the part that came late.
        lateLost.increment(database.run(Lane.EDITS, handle -> handle.execute("delete from collector.rollup_late")));
        watch(Duration.between(Instant.ofEpochMilli(state.getOrDefault("5m", 0L)), now));
    }

    private void watch(Duration lag) {
        lagSeconds.set(Math.max(0, lag.toSeconds()));
        boolean tooLate = lag.compareTo(TOO_LATE) > 0;
        if (tooLate && !told) {
            LOG.warn(
                    "the rollups are {} behind: look into timescaledb_information.job_errors, and whether the server"
                            + " has background workers left (max_worker_processes, timescaledb.max_background_workers)",
                    lag);
        } else if (!tooLate && told) {
            LOG.info("the rollups are written again");
        }
        told = tooLate;
    }

    @Override
    void makeRoom(Handle handle, long from, long to) {
        // The extension makes a chunk when its first row comes.
    }

    @Override
    List<Partition> partitions(Handle handle) {
        return chunks(handle).stream().map(Holdings.Chunk::partition).toList();
    }

    @Override
    Holdings holdings(Handle handle) {
        return Holdings.of(chunks(handle));
    }

    private static List<Holdings.Chunk> chunks(Handle handle) {
        return handle.createQuery(CHUNKS).map((row, context) -> chunk(row)).list();
    }

    private static Holdings.Chunk chunk(ResultSet row) throws SQLException {
        Instant from = row.getTimestamp("start").toInstant();
        Partition partition =
                new Partition(PartitionedTable.of(row.getString("table_name")), from, row.getLong("bytes"));
        if (!partition.to().equals(row.getTimestamp("behind").toInstant())) {
            throw new IllegalStateException(
                    "a chunk of collector." + partition.table().table() + " from " + from
                            + " is not as wide as collector.partition_width says: set its chunk interval back");
        }
        long unpacked = row.getLong("unpacked_bytes");
        return new Holdings.Chunk(partition, row.wasNull() ? null : (Long) unpacked);
    }

    /** Notes in the same transaction up to where nothing may be rolled up again. */
    @Override
    void drop(Handle handle, Partition partition) {
        handle.createQuery("select 1 from (select collector.drop_chunk(:table, :from)) as dropped")
                .bind("table", partition.table().table())
                .bind("from", partition.from())
                .mapTo(Integer.class)
                .one();
        if (partition.isRaw()) {
            keptFrom = Math.max(keptFrom, partition.to().toEpochMilli());
        }
    }

    @Override
    String describe() {
        return "TimescaleDB hypertable, btree (series_id, time) until packed";
    }
}
