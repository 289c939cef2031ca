package id.ronda.collector.store;

import id.ronda.collector.IngestFigures;
import id.ronda.collector.spool.ClockGuard;
import id.ronda.collector.spool.SampleSpool;
import id.ronda.collector.spool.SegmentContent;
import id.ronda.collector.spool.SpoolRecord;
import id.ronda.collector.spool.SpoolRecord.SampleGroup;
import id.ronda.collector.spool.SpoolSettings;
import id.ronda.kernel.database.BinaryCopy;
import id.ronda.kernel.database.Database;
import id.ronda.kernel.database.Lane;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.DoubleSupplier;
import org.jdbi.v3.core.Handle;

/**
 * Measures how many rows a second the store takes: bare binary COPY, the store alone, and the whole way through the
 * spool, each into a day of its own of the same table, in the same order and the same run. The days lie in 2001 and are
 * dropped at the end; nothing else is touched.
 */
public final class IngestBench {

    private static final String COPY = "copy collector.sample (series_id, time, value) from stdin (format binary)";
    private static final Instant FIRST_DAY = Instant.parse("2001-01-01T00:00:00Z");
    private static final int DAYS = 7;
    private static final int GROUP = 240;
    private static final int ROWS_A_BATCH = 240_000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Database database;
    private final SampleLayout layout;
    private final Path folder;
    private final int groups;
    private final long slots;
    private final DoubleSupplier databaseCpuSeconds;

    /**
     * Prepares a run.
     *
     * @param folder for the spool's files; empty
     * @param series how many series; rounded to whole devices of 240
     * @param slots how many samples each of them gets
     * @param databaseCpuSeconds processor time of the database so far
     */
    public IngestBench(Database database, Path folder, int series, long slots, DoubleSupplier databaseCpuSeconds) {
        this.database = database;
        this.layout = SampleLayout.of(database, () -> Long.MAX_VALUE, new SimpleMeterRegistry());
        this.folder = folder;
        this.groups = Math.max(1, series / GROUP);
        this.slots = slots;
        this.databaseCpuSeconds = databaseCpuSeconds;
    }

    /**
     * Measures all three ways.
     *
     * @throws IllegalStateException when not every row that was given is in the table
     */
    public IngestFigures run() throws IOException, InterruptedException {
        dropDays();
        try {
            bare(0);
            // In turns and the better of two each: what else the machine does must neither flatter nor blame one way.
            double bare = bare(1);
            double store = store(2);
            double spool = spool(3);
            bare = Math.min(bare, bare(4));
            store = Math.min(store, store(5));
            long cpu = cpuMillis();
            double databaseCpu = databaseCpuSeconds.getAsDouble();
            spool = Math.min(spool, spool(6));
            return figures(
                    bare, store, spool, (cpuMillis() - cpu) / 1000.0, databaseCpuSeconds.getAsDouble() - databaseCpu);
        } finally {
            dropDays();
        }
    }

    private static long cpuMillis() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElse(Duration.ZERO)
                .toMillis();
    }

    private IngestFigures figures(double bare, double store, double spool, double cpuSeconds, double databaseSeconds) {
        return new IngestFigures(
                rows(),
                rows() / bare,
                rows() / store,
                rows() / spool,
                bare / spool,
                database.run(Lane.EDITS, handle -> bytes(handle, 3)) / (double) rows(),
                cpuSeconds * 1e6 / rows(),
                databaseSeconds * 1e6 / rows());
    }

    private long rows() {
        return slots * groups * GROUP;
    }

    private static long day(int day) {
        return FIRST_DAY.toEpochMilli() + day * PartitionedTable.DAY_MILLIS;
    }

    /** Slots of a second, so that all fit into the day. */
    private static SampleGroup group(int day, long slot, int group) {
        int[] series = new int[GROUP];
        double[] values = new double[GROUP];
        for (int i = 0; i < GROUP; i++) {
            series[i] = -1 - (group * GROUP + i);
            values[i] = slot * 0.25 + i;
        }
        return new SampleGroup(-1L - group, day(day) + slot * 1000, series, values);
    }

    /** Gives the seconds it took. */
    private double bare(int day) {
        long begin = System.nanoTime();
        BinaryCopy copy = new BinaryCopy();
        database.run(Lane.INGEST, handle -> {
            layout.makeRoom(handle, day(day), day(day));
            return true;
        });
        for (List<SpoolRecord> batch : new Batches(day)) {
            database.run(
                    Lane.INGEST,
                    handle -> copy.into(
                            handle,
                            COPY,
                            rows -> batch.forEach(r -> {
                                SampleGroup group = (SampleGroup) r;
                                for (int i = 0; i < GROUP; i++) {
                                    rows.sample(group.series()[i], group.slot() * 1000, group.values()[i]);
                                }
                            })));
        }
        return checked(day, begin);
    }

    private double store(int day) {
        long begin = System.nanoTime();
        SampleStore store = new SampleStore(database, layout, () -> Long.MIN_VALUE);
        UUID spool = UUID.randomUUID();
        long segment = 1;
        for (List<SpoolRecord> batch : new Batches(day)) {
            store.store(spool, segment, segment, SegmentContent.of(batch));
            segment++;
        }
        return checked(day, begin);
    }

    private double spool(int day) throws IOException, InterruptedException {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        SpoolSettings settings = SpoolSettings.of(folder);
        Counter stored = meters.counter("ronda.samples.stored");
        try (SampleSpool spool = SampleSpool.open(settings, UUID::randomUUID, meters);
                SpoolDrain drain = new SpoolDrain(
                        spool,
                        new SampleStore(database, layout, () -> Long.MIN_VALUE),
                        new CommittedFeed(meters),
                        new ClockGuard(Instant.EPOCH),
                        Clock.systemUTC(),
                        meters)) {
            drain.start();
            long begin = System.nanoTime();
            for (long slot = 0; slot < slots; slot++) {
                for (int group = 0; group < groups; group++) {
                    spool.append(group(day, slot, group));
                }
                // The poller never waits; here the spool must not overflow, or the rows would not be all.
                await(() -> spool.bytes() < settings.maxBytes() / 4, begin);
            }
            await(() -> (long) stored.count() >= rows(), begin);
            return checked(day, begin);
        }
    }

    private static void await(java.util.function.BooleanSupplier condition, long begin) {
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new IllegalStateException("the rows were not stored within " + PATIENCE);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    private double checked(int day, long begin) {
        double seconds = (System.nanoTime() - begin) / 1e9;
        long found = database.run(
                Lane.EDITS,
                handle -> handle.createQuery("select count(*) from collector.sample where time >= :from and time < :to")
                        .bind("from", Instant.ofEpochMilli(day(day)))
                        .bind("to", Instant.ofEpochMilli(day(day + 1)))
                        .mapTo(Long.class)
                        .one());
        if (found != rows()) {
            throw new IllegalStateException("rows stored: " + found + ", rows given: " + rows());
        }
        return seconds;
    }

    private long bytes(Handle handle, int day) {
        return layout.partitions(handle).stream()
                .filter(p -> p.isRaw() && p.from().toEpochMilli() == day(day))
                .mapToLong(Partition::bytes)
                .sum();
    }

    private void dropDays() {
        database.run(Lane.EDITS, handle -> {
            for (int day = 0; day < DAYS; day++) {
                layout.drop(handle, new Partition(PartitionedTable.SAMPLE, Instant.ofEpochMilli(day(day)), 0));
            }
            return handle.execute("delete from collector.device_progress where device_id < 0");
        });
    }

    /** The same rows for every way, in batches of whole groups. */
    private final class Batches implements Iterable<List<SpoolRecord>> {

        private final int day;

        Batches(int day) {
            this.day = day;
        }

        @Override
        public java.util.Iterator<List<SpoolRecord>> iterator() {
            return new java.util.Iterator<>() {
                private long next;

                @Override
                public boolean hasNext() {
                    return next < slots * groups;
                }

                @Override
                public List<SpoolRecord> next() {
                    List<SpoolRecord> batch = new ArrayList<>();
                    for (int i = 0; i < ROWS_A_BATCH / GROUP && hasNext(); i++, next++) {
                        batch.add(group(day, next / groups, (int) (next % groups)));
                    }
                    return batch;
                }
            };
        }
    }
}
