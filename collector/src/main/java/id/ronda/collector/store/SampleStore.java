package id.ronda.collector.store;

import id.ronda.collector.SampleBatch;
import id.ronda.collector.spool.SegmentContent;
import id.ronda.collector.spool.Unstored;
import id.ronda.kernel.database.BinaryCopy;
import id.ronda.kernel.database.Database;
import id.ronda.kernel.database.Lane;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jdbi.v3.core.Handle;

/**
 * Stores batches, each in one transaction with its name, so that a batch that is sent twice is stored once. For one
 * writing thread; {@link #resume} may be called from any.
 */
public final class SampleStore {

    private static final String COPY = "copy collector.sample (series_id, time, value) from stdin (format binary)";

    /** One round trip for all that is not a row of samples. */
    private static final String ENTER = """
            with swept as (
                delete from collector.ingested_batch where spool = :spool and segment < :first
            ), entered as (
                insert into collector.ingested_batch (spool, segment)
                values (:spool, :segment)
                on conflict do nothing
                returning segment
            ), progress as (
                insert into collector.device_progress as p (device_id, last_slot)
                select device_id, timestamptz 'epoch' + slot * interval '1 millisecond'
                from unnest(:devices::bigint[], :slots::bigint[]) as u(device_id, slot)
                where exists (select from entered)
                on conflict (device_id) do update set last_slot = greatest(p.last_slot, excluded.last_slot)
            )
            select count(*) from entered
            """;

    private static final String LATE = """
            insert into collector.rollup_late (bucket)
            select timestamptz 'epoch' + ms * interval '1 millisecond' from unnest(:buckets::bigint[]) as b(ms)
            on conflict do nothing
            """;

    private final Database database;
    private final SampleLayout layout;
    private final LongSupplier rolledUpTo;
    private final BinaryCopy copy = new BinaryCopy();
    private final Set<Long> days = ConcurrentHashMap.newKeySet();

    /**
     * A store in that database.
     *
     * @param layout how samples lie in it
     * @param rolledUpTo samples before this time (milliseconds) come too late for their rollup, which is then repeated
     */
    public SampleStore(Database database, SampleLayout layout, LongSupplier rolledUpTo) {
        this.database = database;
        this.layout = layout;
        this.rolledUpTo = rolledUpTo;
    }

    /**
     * Stores the batch unless it is there already, and forgets batches that the spool will not send again.
     *
     * @param firstUnacknowledged batches of the spool with a lower number are done with
     * @return whether it was stored now; false: it had been before
     * @throws id.ronda.kernel.database.DatabaseAway when there is no connection; whether it was stored is then unknown
     */
    public boolean store(UUID spool, long segment, long firstUnacknowledged, SegmentContent content) {
        Set<Long> newDays = newDays(content.samples());
        try {
            boolean stored = database.run(Lane.INGEST, handle -> {
                if (!enter(handle, spool, segment, firstUnacknowledged, content.lastSlots())) {
                    return false;
                }
                makeRoom(handle, newDays);
                insert(handle, content);
                return true;
            });
            days.addAll(newDays);
            return stored;
        } catch (RuntimeException e) {
            // A partition may have been dropped since: look again next time.
            days.clear();
            throw e;
        }
    }

    private static boolean enter(Handle handle, UUID spool, long segment, long first, Map<Long, Long> lastSlots) {
        return handle.createQuery(ENTER)
                        .bind("spool", spool)
                        .bind("segment", segment)
                        .bind("first", first)
                        .bindBySqlType("devices", longs(lastSlots.keySet()), Types.ARRAY)
                        .bindBySqlType("slots", longs(lastSlots.values()), Types.ARRAY)
                        .mapTo(Long.class)
                        .one()
                == 1;
    }

    private static long[] longs(java.util.Collection<Long> numbers) {
        return numbers.stream().mapToLong(Long::longValue).toArray();
    }

    private void insert(Handle handle, SegmentContent content) throws SQLException {
        SampleBatch samples = content.samples();
        if (samples.size() > 0) {
            copy.into(handle, COPY, rows -> {
                for (int i = 0; i < samples.size(); i++) {
                    rows.sample(samples.series()[i], samples.slots()[i] * 1000, samples.values()[i]);
                }
            });
            markLate(handle, samples);
        }
        if (!content.marks().isEmpty()) {
            GapTable.apply(handle, GapChanges.of(content.marks()));
        }
    }

    private void markLate(Handle handle, SampleBatch samples) {
        long done = rolledUpTo.getAsLong();
        Set<Long> late = new TreeSet<>();
        long previous = Long.MIN_VALUE;
        for (int i = 0; i < samples.size(); i++) {
            long slot = samples.slots()[i];
            if (slot != previous && slot < done) {
                late.add(RollupLevel.FIVE_MINUTES.floor(slot));
            }
            previous = slot;
        }
        if (!late.isEmpty()) {
            handle.createUpdate(LATE)
                    .bindBySqlType("buckets", longs(late), Types.ARRAY)
                    .execute();
        }
    }

    private Set<Long> newDays(SampleBatch samples) {
        Set<Long> found = new TreeSet<>();
        long previous = Long.MIN_VALUE;
        for (int i = 0; i < samples.size(); i++) {
            long day = Math.floorDiv(samples.slots()[i], PartitionedTable.DAY_MILLIS);
            if (day != previous && !days.contains(day)) {
                found.add(day);
            }
            previous = day;
        }
        return found;
    }

    private void makeRoom(Handle handle, Set<Long> newDays) {
        for (long day : newDays) {
            long from = day * PartitionedTable.DAY_MILLIS;
            layout.makeRoom(handle, from, from);
        }
    }

    /** Where the last run ended, by the database and by what the spool still holds. */
    public Resumption resume(Unstored unstored) {
        return database.run(Lane.EDITS, handle -> Resumption.read(handle, unstored));
    }
}
