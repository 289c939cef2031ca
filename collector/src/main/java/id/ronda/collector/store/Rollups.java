package id.ronda.collector.store;

import id.ronda.kernel.database.Database;
import id.ronda.kernel.database.Lane;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;

/**
 * Writes the rollups: 5 minutes from the samples, hours from those, days from hours.
 *
 * <p>A stretch is written once everything that belongs to it has left the spool; how far that is, the database knows.
 * Samples that come later all the same are noted by {@link SampleStore} in their own transaction, and their stretches
 * are written again. Writing a stretch twice gives the same row.
 */
public final class Rollups {

    /** Answers of a slot may take this long to reach the spool. */
    private static final long LAG_MILLIS = Duration.ofSeconds(90).toMillis();

    /** Stretches in one transaction: short ones leave the vacuum and the readers their room. */
    private static final int STRETCHES_AT_ONCE = 12;

    /** One index look-up a series and stretch: what it costs follows the series, not the size of the day. */
    private static final String FROM_SAMPLES = """
            insert into collector.sample_5m (series_id, time, min, max, avg, last, count)
            select s.id, b.time, r.*
            from (select timestamptz 'epoch' + ms * interval '1 millisecond' from unnest(:buckets::bigint[]) as u(ms))
                as b(time)
            cross join collector.series s
            cross join lateral (
                select min(value), max(value), avg(value), (array_agg(value order by time desc))[1], count(*)::int
                from collector.sample
                where series_id = s.id and time >= b.time and time < b.time + :width * interval '1 millisecond'
                having count(*) > 0
            ) r
            on conflict (series_id, time) do update
            set min = excluded.min, max = excluded.max, avg = excluded.avg, last = excluded.last, count = excluded.count
            """;

    private static final String FROM_ROLLUP = """
            insert into collector.%s (series_id, time, min, max, avg, last, count)
            select s.id, b.time, r.*
            from (select timestamptz 'epoch' + ms * interval '1 millisecond' from unnest(:buckets::bigint[]) as u(ms))
                as b(time)
            cross join collector.series s
            cross join lateral (
                select min(min), max(max), sum(avg * count) / sum(count), (array_agg(last order by time desc))[1]
                     , sum(count)::int
                from collector.%s
                where series_id = s.id and time >= b.time and time < b.time + :width * interval '1 millisecond'
                having count(*) > 0
            ) r
            on conflict (series_id, time) do update
            set min = excluded.min, max = excluded.max, avg = excluded.avg, last = excluded.last, count = excluded.count
            """;

    private final Database database;
    private final LongSupplier oldestUnstored;
    private final Counter lateLost;
    private volatile long rolledUpTo = Long.MAX_VALUE;

    /**
     * Rollups in that database.
     *
     * @param oldestUnstored slot of the oldest sample that has not left the spool, in milliseconds
     */
    public Rollups(Database database, LongSupplier oldestUnstored, MeterRegistry registry) {
        this.database = database;
        this.oldestUnstored = oldestUnstored;
        lateLost = registry.counter("ronda.rollup.late.lost");
    }

    /** Samples before this time, in milliseconds, come late; all of them until {@link #run} was called once. */
    public long rolledUpTo() {
        return rolledUpTo;
    }

    /**
     * Writes all stretches that are complete and those that got late samples; never further than a day behind the
     * newest sample, however far ahead the clock is.
     */
    public void run(Instant now) {
        Map<String, Long> done = database.run(Lane.EDITS, Rollups::state);
        Instant known =
                StoredTime.capped(now, database.run(Lane.EDITS, Rollups::newest).orElse(null));
        long horizon = Math.min(horizon(known), oldestUnstored.getAsLong());
        long to = Math.max(at(done, RollupLevel.FIVE_MINUTES.code()), RollupLevel.FIVE_MINUTES.floor(horizon));
        rolledUpTo = to;
        // Asked again: what entered the spool between the two is either seen here, or finds the new mark and is late.
        to = Math.min(to, Math.max(at(done, "5m"), RollupLevel.FIVE_MINUTES.floor(oldestUnstored.getAsLong())));
        for (RollupLevel level : RollupLevel.values()) {
            to = writeUpTo(level, at(done, level.code()), level.floor(to));
        }
        repeatLate(at(done, "raw"));
    }

    private static Optional<Instant> newest(Handle handle) {
        return Optional.ofNullable(StoredTime.newest(handle));
    }

    private static long horizon(Instant now) {
        return now.toEpochMilli() - LAG_MILLIS;
    }

    static Map<String, Long> state(Handle handle) {
        Map<String, Long> done = new HashMap<>();
        handle.createQuery("select name, done_to from collector.rollup_state")
                .map((row, context) ->
                        done.put(row.getString(1), row.getTimestamp(2).getTime()) == null)
                .list();
        return done;
    }

    private static long at(Map<String, Long> done, String name) {
        return done.getOrDefault(name, 0L);
    }

    /** Gives the time up to which the level is written now. */
    private long writeUpTo(RollupLevel level, long from, long to) {
        long step = level.widthMillis() * STRETCHES_AT_ONCE;
        for (long start = from; start < to; start += step) {
            long end = Math.min(start + step, to);
            long[] buckets = LongStream.iterate(start, b -> b < end, b -> b + level.widthMillis())
                    .toArray();
            database.run(Lane.EDITS, handle -> {
                write(handle, level, buckets);
                return handle.createUpdate("update collector.rollup_state set done_to = :to where name = :name")
                        .bind("to", Instant.ofEpochMilli(end))
                        .bind("name", level.code())
                        .execute();
            });
        }
        return Math.max(from, to);
    }

    private static void write(Handle handle, RollupLevel level, long[] buckets) {
        if (buckets.length == 0) {
            return;
        }
        level.table().make(handle, buckets[0], buckets[buckets.length - 1]);
        handle.createUpdate(statement(level))
                .bindBySqlType("buckets", buckets, Types.ARRAY)
                .bind("width", level.widthMillis())
                .execute();
    }

    private static String statement(RollupLevel level) {
        return switch (level) {
            case FIVE_MINUTES -> FROM_SAMPLES;
            case HOUR -> FROM_ROLLUP.formatted("sample_1h", "sample_5m");
            case DAY -> FROM_ROLLUP.formatted("sample_1d", "sample_1h");
        };
    }

    private void repeatLate(long rawFrom) {
        boolean more = true;
        while (more) {
            more = database.run(Lane.EDITS, handle -> repeatSome(handle, rawFrom)) == STRETCHES_AT_ONCE;
        }
    }

    /** Repeats some late stretches and what is made from them; gives how many there were. */
    private int repeatSome(Handle handle, long rawFrom) {
        List<Long> late = handle.createQuery("""
                        delete from collector.rollup_late
                        where bucket in (select bucket from collector.rollup_late order by bucket limit :some)
                        returning bucket
                        """)
                .bind("some", STRETCHES_AT_ONCE)
                .map((row, context) -> row.getTimestamp(1).getTime())
                .list();
        // Of a day whose samples were dropped only the late ones are there: repeating would replace the whole by a
        // part.
        long[] possible = late.stream()
                .mapToLong(Long::longValue)
                .filter(b -> b >= rawFrom)
                .sorted()
                .toArray();
        lateLost.increment(late.size() - possible.length);
        Map<String, Long> done = state(handle);
        for (RollupLevel level : RollupLevel.values()) {
            TreeSet<Long> buckets = new TreeSet<>();
            for (long bucket : possible) {
                // What is not written yet will be, with all that came late.
                if (level.floor(bucket) < at(done, level.code())) {
                    buckets.add(level.floor(bucket));
                }
            }
            write(handle, level, buckets.stream().mapToLong(Long::longValue).toArray());
        }
        return late.size();
    }
}
