package id.ronda.collector.store;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** The tables that are cut by time, with the widths that {@code collector.partition_width} has. */
enum PartitionedTable {
    SAMPLE("sample", 1),
    FIVE_MINUTES("sample_5m", 7),
    HOUR("sample_1h", 91),
    DAY("sample_1d", 364);

    static final long DAY_MILLIS = 86_400_000L;

    private final String table;
    private final int days;

    PartitionedTable(String table, int days) {
        this.table = table;
        this.days = days;
    }

    static PartitionedTable of(String name) {
        for (PartitionedTable candidate : values()) {
            if (candidate.table.equals(name)) {
                return candidate;
            }
        }
        throw new IllegalArgumentException("no partitioned table of the collector is called " + name);
    }

    String table() {
        return table;
    }

    long widthMillis() {
        return days * DAY_MILLIS;
    }

    /** Makes the partitions that hold the times from {@code from} to {@code to} (milliseconds, both included). */
    void make(Handle handle, long from, long to) {
        handle.createQuery("select collector.make_partitions(:table, :from, :to)")
                .bind("table", table)
                .bind("from", Instant.ofEpochMilli(from))
                .bind("to", Instant.ofEpochMilli(to))
                .mapTo(Integer.class)
                .one();
    }

    /** Drops the partition that begins at {@code from}. */
    void drop(Handle handle, long from) {
        handle.createQuery("select 1 from (select collector.drop_partition(:table, :from)) as dropped")
                .bind("table", table)
                .bind("from", Instant.ofEpochMilli(from))
                .mapTo(Integer.class)
                .one();
    }
}
