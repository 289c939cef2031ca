package id.ronda.collector.store;

import id.ronda.collector.AuditFigures;
import id.ronda.collector.KnownRates;
import id.ronda.kernel.database.Database;
import id.ronda.kernel.database.Lane;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Counts in the tables what a stretch of polling left there, and what it should have: for benchmarks and tests. Reads whole
 * days of samples, one device at a time; nothing that runs every day should do that.
 */
public final class PollAudit {

    private static final double TOLERANCE = 0.01;
    /** The moment that an answer stands for is known to a round trip; on intervals below 25 s that may be more than 1 %. */
    private static final double ROUND_TRIP_MILLIS = 250;

    private static final String DEVICES = "select id, coalesce(name, ''), interval_s from collector.device order by id";

    /** The first sample of a series ever tells whether its first slot lies in the stretch. */
    private static final String SERIES = """
            select s.id, s.metric, s.instance, s.kind = 'counter' as is_rate
                 , count(v.time) as stored, count(distinct v.time) as times, min(v.value) as least, max(v.value) as most, avg(v.value) as mean
                 , count(*) filter (where mod((extract(epoch from v.time) * 1000)::bigint - :raster, :interval) <> 0) as misplaced
            from collector.series s
            left join collector.sample v on v.series_id = s.id and v.time >= :from and v.time < :to
            where s.device_id = :device
            group by s.id
            """;

    private static final String FIRST = """
            select min(v.time) from collector.series s join collector.sample v on v.series_id = s.id
            where s.device_id = :device
            """;

    private static final String GAPS = """
            select coalesce(series_id, 0), from_time, coalesce(to_time, :to) from collector.gap
            where device_id = :device and from_time < :to and coalesce(to_time, :to) > :from
            """;

    private final Database database;
    private final KnownRates rates;
    private final long from;
    private final long to;

    private record AuditedDevice(long id, String name, long interval) {}

    private record AuditedSeries(
            int id,
            String metric,
            String instance,
            boolean isRate,
            long stored,
            long times,
            double least,
            double most,
            double mean,
            long misplaced) {

        /** Of the worst of its samples. */
        double error(double truth) {
            return Math.max(off(least, truth), off(most, truth));
        }
    }

    /** An audit of the slots in {@code [from, to)}; all of them must have been answered or given up, and stored. */
    public PollAudit(Database database, KnownRates rates, Instant from, Instant to) {
        this.database = database;
        this.rates = rates;
        this.from = from.toEpochMilli();
        this.to = to.toEpochMilli();
    }

    /** The figures of all devices together. */
    public AuditFigures run() {
        var sum = new AuditFigures(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        for (AuditedDevice device : database.run(Lane.EDITS, PollAudit::devices)) {
            sum = sum.plus(database.run(Lane.EDITS, handle -> of(handle, device)));
        }
        return sum;
    }

    private static List<AuditedDevice> devices(Handle handle) {
        return handle.createQuery(DEVICES)
                .map((row, context) -> new AuditedDevice(row.getLong(1), row.getString(2), row.getLong(3) * 1000))
                .list();
    }

    private AuditFigures of(Handle handle, AuditedDevice device) {
        @Nullable
        Instant first = handle.createQuery(FIRST)
                .bind("device", device.id)
                .mapTo(Instant.class)
                .findOne()
                .orElse(null);
        if (first == null) {
            return new AuditFigures(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        }
        boolean beginsHere = first.toEpochMilli() >= from;
        long begin = Math.max(from, first.toEpochMilli());
        var window = new SlotWindow(begin, to, device.interval, first.toEpochMilli());
        var gaps = gaps(handle, device, window);
        var figures = new AuditFigures(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        for (AuditedSeries series : series(handle, device, window)) {
            figures = figures.plus(of(device, series, window, missing(gaps, series), beginsHere));
        }
        return figures;
    }

    private AuditFigures of(
            AuditedDevice device, AuditedSeries series, SlotWindow window, int missing, boolean beginsHere) {
        boolean hasFirst = series.isRate && beginsHere && missing < window.size();
        OptionalDouble truth = rates.of(device.name, series.metric, series.instance);
        boolean isKnown = truth.isPresent() && series.stored > 0;
        double error = isKnown ? series.error(truth.getAsDouble()) : 0;
        double drift = isKnown ? off(series.mean, truth.getAsDouble()) : 0;
        double known = ROUND_TRIP_MILLIS / device.interval;
        boolean isWrong = error > Math.max(TOLERANCE, known) || drift > Math.max(TOLERANCE, known / series.stored);
        return new AuditFigures(
                0,
                1,
                window.size(),
                missing,
                hasFirst ? 1 : 0,
                series.stored,
                series.stored - series.times,
                series.misplaced,
                isKnown ? 1 : 0,
                isWrong ? 1 : 0,
                error);
    }

    private static double off(double value, double truth) {
        return truth == 0 ? Math.abs(value) : Math.abs(value - truth) / truth;
    }

    private static int missing(Map<Integer, BitSet> gaps, AuditedSeries series) {
        BitSet missing = new BitSet();
        missing.or(gaps.getOrDefault(0, missing));
        missing.or(gaps.getOrDefault(series.id, missing));
        return missing.cardinality();
    }

    private List<AuditedSeries> series(Handle handle, AuditedDevice device, SlotWindow window) {
        return handle.createQuery(SERIES)
                .bind("raster", window.raster())
                .bind("interval", window.interval())
                .bind("from", Instant.ofEpochMilli(window.from()))
                .bind("to", Instant.ofEpochMilli(window.to()))
                .bind("device", device.id)
                .map((row, context) -> series(row))
                .list();
    }

    private static AuditedSeries series(ResultSet row) throws SQLException {
        return new AuditedSeries(
                row.getInt("id"),
                row.getString("metric"),
                row.getString("instance"),
                row.getBoolean("is_rate"),
                row.getLong("stored"),
                row.getLong("times"),
                row.getDouble("least"),
                row.getDouble("most"),
                row.getDouble("mean"),
                row.getLong("misplaced"));
    }

    /** By series, 0 for the whole device. */
    private static Map<Integer, BitSet> gaps(Handle handle, AuditedDevice device, SlotWindow window) {
        var gaps = new HashMap<Integer, BitSet>();
        handle.createQuery(GAPS)
                .bind("device", device.id)
                .bind("from", Instant.ofEpochMilli(window.from()))
                .bind("to", Instant.ofEpochMilli(window.to()))
                .map((row, context) -> new long[] {
                    row.getLong(1),
                    row.getTimestamp(2).getTime(),
                    row.getTimestamp(3).getTime()
                })
                .list()
                .forEach(gap -> window.mark(gaps.computeIfAbsent((int) gap[0], s -> new BitSet()), gap[1], gap[2]));
        return gaps;
    }
}
