package id.ronda.kernel.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** One pool of connections with its gate before it. */
final class LanePool implements AutoCloseable {

    private static final int SECONDS_TO_CONNECT = 5;
    private static final int SECONDS_WITHOUT_ANSWER = 60;
    private static final long IDLE_MILLIS_BEFORE_PROBE = 120_000;

    private final Lane lane;
    private final LaneGate gate;
    private final HikariDataSource source;
    private final Jdbi jdbi;
    private final Counter away;
    private final Timer duration;

    LanePool(Lane lane, DatabaseLogin login, LaneBounds bounds, MeterRegistry meters) {
        this.lane = lane;
        this.gate = new LaneGate(lane, bounds, meters);
        this.source = new HikariDataSource(settings(lane, login, bounds, meters));
        this.jdbi = Jdbi.create(source);
        this.away = meters.counter("ronda.database.away", "lane", lane.tag());
        this.duration = meters.timer("ronda.database.work", "lane", lane.tag());
    }

    private static HikariConfig settings(Lane lane, DatabaseLogin login, LaneBounds bounds, MeterRegistry meters) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(lane.tag());
        config.setJdbcUrl(login.url());
        config.setDataSourceProperties(login.properties());
        config.setMaximumPoolSize(bounds.connections());
        config.setConnectionTimeout(bounds.connectTimeout().toMillis());
        config.setValidationTimeout(Math.min(2_000, bounds.connectTimeout().toMillis()));
        config.setKeepaliveTime(IDLE_MILLIS_BEFORE_PROBE);
        config.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(meters));
        // The pool opens while the database is away; the first work then says so.
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("ApplicationName", "ronda-" + lane.tag());
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("connectTimeout", String.valueOf(SECONDS_TO_CONNECT));
        config.addDataSourceProperty("loginTimeout", String.valueOf(SECONDS_TO_CONNECT));
        config.addDataSourceProperty("socketTimeout", String.valueOf(SECONDS_WITHOUT_ANSWER));
        return config;
    }

    LaneGate gate() {
        return gate;
    }

    /** Does the work of a caller whom the gate has admitted, and lets it leave the gate. */
    <T> T admitted(Work<T> work) {
        try {
            gate.awaitTurn();
            try {
                return duration.record(() -> transaction(work));
            } finally {
                gate.endTurn();
            }
        } finally {
            gate.leave();
        }
    }

    private <T> T transaction(Work<T> work) {
        try (Handle handle = jdbi.open()) {
            return handle.inTransaction(work::in);
        } catch (ConnectionException e) {
            throw away(e);
        } catch (RuntimeException e) {
            throw ConnectionLoss.causedBy(e) ? away(e) : e;
        } catch (Exception e) {
            throw ConnectionLoss.causedBy(e) ? away(e) : new WorkFailed(e);
        }
    }

    private DatabaseAway away(Exception cause) {
        away.increment();
        return new DatabaseAway(lane, cause);
    }

    @Override
    public void close() {
        source.close();
    }
}
