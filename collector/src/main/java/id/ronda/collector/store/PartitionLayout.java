package id.ronda.collector.store;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Plain PostgreSQL: partitions made ahead and dropped by us, rollups written by us. */
final class PartitionLayout extends SampleLayout {

    private final Rollups rollups;

    PartitionLayout(Rollups rollups) {
        this.rollups = rollups;
    }

    @Override
    public long lateBefore() {
        return rollups.rolledUpTo();
    }

    @Override
    void rollUp(Instant now) {
        rollups.run(now);
    }

    @Override
    void makeRoom(Handle handle, long from, long to) {
        PartitionedTable.SAMPLE.make(handle, from, to);
    }

    @Override
    List<Partition> partitions(Handle handle) {
        return Partition.list(handle);
    }

    @Override
    Holdings holdings(Handle handle) {
        return Holdings.settled(partitions(handle));
    }

    @Override
    void drop(Handle handle, Partition partition) {
        partition.table().drop(handle, partition.from().toEpochMilli());
        if (partition.isRaw()) {
            handle.createUpdate("update collector.rollup_state set done_to = greatest(done_to, :to) where name = 'raw'")
                    .bind("to", partition.to())
                    .execute();
        }
    }

    @Override
    String describe() {
        return "partitions, btree (series_id, time)";
    }
}
