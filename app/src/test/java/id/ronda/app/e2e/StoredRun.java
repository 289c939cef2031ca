package id.ronda.app.e2e;

import id.ronda.kernel.database.DatabaseLogins;
import id.ronda.kernel.database.EmbeddedDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything a stopped Ronda left in its database. Times are milliseconds since 1970 UTC.
 *
 * @param series by their ids
 * @param samples of each series, by their times
 * @param gaps of all devices
 * @param twice series and times that are stored more than once
 */
record StoredRun(
        Map<Integer, Series> series,
        Map<Integer, SortedMap<Long, Double>> samples,
        List<Gap> gaps,
        List<String> twice) {

    /** @param interval of the device */
    record Series(int id, long device, String metric, String instance, boolean isRate, long interval) {}

    /**
     * @param series 0: the whole device
     * @param to null: it lasts
     */
    record Gap(long device, int series, long from, @Nullable Long to, String reason) {

        boolean covers(long slot) {
            return from <= slot && (to == null || slot < to);
        }
    }

    /** Starts the embedded database of the data folder, reads it, and stops it again. */
    static StoredRun of(Path data) throws SQLException {
        Path keys = data.resolve("keys");
        try (var server = EmbeddedDatabase.start(data.resolve("postgres"), keys);
                var connection = DatabaseLogins.embedded(server, keys, "ronda")
                        .owner()
                        .dataSource()
                        .getConnection()) {
            return of(connection);
        }
    }

    /** Reads a database that runs. */
    static StoredRun of(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            return read(statement);
        }
    }

    private static StoredRun read(Statement statement) throws SQLException {
        statement.setFetchSize(10_000);
        var samples = new HashMap<Integer, SortedMap<Long, Double>>();
        var twice = new ArrayList<String>();
        each(statement, "select series_id, time, value from collector.sample", row -> {
            var before = samples.computeIfAbsent(row.getInt(1), id -> new TreeMap<>())
                    .put(row.getTimestamp(2).getTime(), row.getDouble(3));
            if (before != null) {
                twice.add(
                        "series " + row.getInt(1) + " at " + row.getTimestamp(2).toInstant());
            }
        });
        return new StoredRun(series(statement), samples, gaps(statement), twice);
    }

    private static Map<Integer, Series> series(Statement statement) throws SQLException {
        var series = new HashMap<Integer, Series>();
        String query = """
                select s.id, s.device_id, s.metric, s.instance, s.kind = 'counter', d.interval_s * 1000
                from collector.series s join collector.device d on d.id = s.device_id
                """;
        each(
                statement,
                query,
                row -> series.put(
                        row.getInt(1),
                        new Series(
                                row.getInt(1),
                                row.getLong(2),
                                row.getString(3),
                                row.getString(4),
                                row.getBoolean(5),
                                row.getLong(6))));
        return series;
    }

    private static List<Gap> gaps(Statement statement) throws SQLException {
        var gaps = new ArrayList<Gap>();
        each(
                statement,
                "select device_id, coalesce(series_id, 0), from_time, to_time, reason from collector.gap order by from_time",
                row -> gaps.add(new Gap(
                        row.getLong(1), row.getInt(2), millis(row, 3), end(row.getTimestamp(4)), row.getString(5))));
        return gaps;
    }

    private static long millis(ResultSet row, int column) throws SQLException {
        return row.getTimestamp(column).getTime();
    }

    private static @Nullable Long end(@Nullable Timestamp time) {
        return time == null ? null : (Long) time.getTime();
    }

    @FunctionalInterface
    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private static void each(Statement statement, String query, RowReader reader) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }
}
