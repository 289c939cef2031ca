package id.ronda.collector.store;

import id.ronda.kernel.database.Database;
import id.ronda.kernel.database.Lane;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.function.LongSupplier;
import org.jdbi.v3.core.Handle;

/**
 * How the samples lie in the database: in our own partitions with our own rollups, or in TimescaleDB's hypertable with
 * its columnstore and continuous aggregates. The migrations chose; the program asks once, at its start. Tables, columns
 * and views have the same names in both, so that whoever reads need not know.
 */
public abstract sealed class SampleLayout permits PartitionLayout, TimescaleLayout {

    /**
     * The layout of that database.
     *
     * @param oldestUnstored slot of the oldest sample that has not left the spool, in milliseconds
     * @throws IllegalStateException when the database lies in a layout that its server can no longer work with
     */
    public static SampleLayout of(Database database, LongSupplier oldestUnstored, MeterRegistry registry) {
        String name = database.run(
                Lane.EDITS,
                handle -> handle.createQuery("select name from collector.layout")
                        .mapTo(String.class)
                        .one());
        return switch (name) {
            case "partitions" -> new PartitionLayout(new Rollups(database, oldestUnstored, registry));
            case "timescale" -> TimescaleLayout.open(database, registry);
            default ->
                throw new IllegalStateException("the database lies in the layout '" + name
                        + "', which this version does not know; start the version that made it");
        };
    }

    /** Samples before this time, in milliseconds, come late for their rollup and are noted. */
    public abstract long lateBefore();

    /** Sees to it that the rollups are written. */
    abstract void rollUp(Instant now);

    /** Makes room for samples from {@code from} to {@code to} (milliseconds, both included). */
    abstract void makeRoom(Handle handle, long from, long to);

    /** The pieces that can be dropped, with the bytes they take now. */
    abstract List<Partition> partitions(Handle handle);

    /** The same as the retention counts it. */
    abstract Holdings holdings(Handle handle);

    /** Drops one of them. */
    abstract void drop(Handle handle, Partition partition);

    /** In words, for people. */
    abstract String describe();
}
