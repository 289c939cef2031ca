package id.ronda.collector;

import id.ronda.collector.store.IngestBench;
import id.ronda.collector.store.PollAudit;
import id.ronda.collector.store.QueryBench;
import id.ronda.collector.store.ServerView;
import id.ronda.kernel.database.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.DoubleSupplier;

/** What the benchmarks ask of the collector's tables. */
public final class CollectorBench {

    private final Database database;

    /** Benchmarks on that database, whose migrations have run. */
    public CollectorBench(Database database) {
        this.database = database;
    }

    /** Whether no device is registered: a benchmark must never poll a real one. */
    public boolean isEmpty() {
        return new ServerView(database).devices() == 0;
    }

    /** How many devices have been polled at least once. */
    public long polledDevices() {
        return new ServerView(database).polledDevices();
    }

    /** The process of the database server that serves this connection; it may be on another machine. */
    public long serverProcess() {
        return new ServerView(database).process();
    }

    /** The server in one line: product, version, how it stores samples. */
    public String store() {
        return new ServerView(database).store();
    }

    /**
     * Stores the same rows three ways and measures each.
     *
     * @param folder for the spool's files; empty
     * @param series how many; rounded to whole devices of 240
     * @param slots samples of each
     * @param databaseCpuSeconds processor time of the database so far
     * @throws IllegalStateException when not every row that was given is in the table
     */
    public IngestFigures ingest(Path folder, int series, long slots, DoubleSupplier databaseCpuSeconds)
            throws IOException, InterruptedException {
        return new IngestBench(database, folder, series, slots, databaseCpuSeconds).run();
    }

    /**
     * Registers so many devices that nobody asks, and measures pages of their list.
     *
     * @param devices the face over which is asked
     */
    public QueryFigures query(Devices devices, int count, int requests) {
        return new QueryBench(database, devices, count, requests).run();
    }

    /** Counts the slots in {@code [from, to)}, all of which must have been answered or given up, and stored. */
    public AuditFigures audit(KnownRates rates, Instant from, Instant to) {
        return new PollAudit(database, rates, from, to).run();
    }
}
