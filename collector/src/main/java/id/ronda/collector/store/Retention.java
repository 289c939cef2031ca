package id.ronda.collector.store;

import id.ronda.collector.TimeSeries.StorageUse;
import id.ronda.kernel.database.Database;
import id.ronda.kernel.database.Lane;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the time series within their ages and their budget, and makes room for tomorrow. */
public final class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    /** The oldest sample: the earliest partition with one, and in it the first time of each series. */
    private static final String OLDEST = """
            select min(first.time)
            from collector.series s
            cross join lateral (
                select time from collector.sample where series_id = s.id order by time limit 1
            ) first
            """;

    private final Database database;
    private final SampleLayout layout;
    private final RetentionSettings settings;
    private final Counter pruned;
    private final AtomicLong used = new AtomicLong();

    /** Retention by those settings; the bytes used are told in {@code ronda_storage_bytes}. */
    public Retention(Database database, SampleLayout layout, RetentionSettings settings, MeterRegistry registry) {
        this.database = database;
        this.layout = layout;
        this.settings = settings;
        pruned = registry.counter("ronda.storage.pruned.rows");
        registry.gauge("ronda.storage.bytes", used);
    }

    /** Drops what must go, each partition in a transaction of its own, and makes what will be needed. */
    public void run(Instant now) {
        Holdings held = database.run(Lane.EDITS, layout::holdings);
        RetentionPlan plan = database.run(Lane.EDITS, handle -> plan(handle, held, now));
        used.set(plan.usedBytes() + held.passingBytes());
        for (Partition partition : plan.drops()) {
            LOG.info("dropping {} from {}: {} bytes", partition.table().table(), partition.from(), partition.bytes());
            database.run(Lane.EDITS, handle -> {
                layout.drop(handle, partition);
                return true;
            });
        }
        pruned.increment(database.run(Lane.EDITS, handle -> SmallTables.prune(handle, gapsBefore(handle, held, now))));
        database.run(Lane.EDITS, handle -> {
            long today = now.toEpochMilli();
            layout.makeRoom(handle, today, today + 2 * PartitionedTable.DAY_MILLIS);
            return true;
        });
    }

    /** Gaps are kept as long as the coarsest rollup that they explain. */
    private Instant gapsBefore(Handle handle, Holdings held, Instant now) {
        Instant known = StoredTime.capped(now, StoredTime.newest(handle));
        return StoredTime.ageing(known, held.partitions()).minus(Duration.ofDays(settings.dayDays()));
    }

    private RetentionPlan plan(Handle handle, Holdings held, Instant now) {
        List<Partition> partitions = held.partitions();
        Map<String, Long> state = Rollups.state(handle);
        Instant oldest = oldest(handle);
        Instant known = StoredTime.capped(now, StoredTime.newest(handle));
        long dayBytes = RetentionPlan.dayBytes(partitions, known, oldest == null ? known : oldest);
        Instant rolledUpTo = Instant.ofEpochMilli(state.getOrDefault("5m", 0L));
        RetentionSettings rest = settings.without(held.reservedBytes()).beside(SmallTables.bytes(handle));
        return RetentionPlan.of(partitions, rest, StoredTime.ageing(known, partitions), rolledUpTo, dayBytes);
    }

    private static @Nullable Instant oldest(Handle handle) {
        return handle.createQuery(OLDEST)
                .map((row, context) -> row.getTimestamp(1))
                .findOne()
                .map(time -> time.toInstant())
                .orElse(null);
    }

    /** The disk that is used, and how many days of raw samples fit. */
    StorageUse use(Handle handle, Instant now) {
        Holdings held = layout.holdings(handle);
        RetentionPlan plan = plan(handle, held, now);
        long usedNow = plan.usedBytes()
                + held.passingBytes()
                + plan.drops().stream().mapToLong(Partition::bytes).sum()
                + SmallTables.bytes(handle);
        return new StorageUse(usedNow, settings.budgetBytes(), plan.rawDays(), oldest(handle), plan.notes());
    }
}
