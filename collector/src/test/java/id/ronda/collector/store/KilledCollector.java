package id.ronda.collector.store;

import id.ronda.collector.spool.ClockGuard;
import id.ronda.collector.spool.SampleSpool;
import id.ronda.collector.spool.SpoolRecord.SampleGroup;
import id.ronda.collector.spool.SpoolSettings;
import id.ronda.kernel.Secret;
import id.ronda.kernel.database.Database;
import id.ronda.kernel.database.DatabaseLogin;
import id.ronda.kernel.database.Lane;
import id.ronda.kernel.database.LaneBounds;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * The process that {@link KillTest} kills: appends slots without end while it drains them into the database. Arguments:
 * folder of the spool, JDBC URL, user, password. Its line on the standard output says that it runs.
 */
final class KilledCollector {

    private static final int SERIES = 20;

    private KilledCollector() {}

    public static void main(String[] arguments) throws Exception {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        DatabaseLogin login = new DatabaseLogin(arguments[1], arguments[2], new Secret(arguments[3]));
        LaneBounds bounds = LaneBounds.of(2, 10);
        Database database = Database.open(login, Map.of(Lane.INGEST, bounds, Lane.EDITS, bounds), meters);
        SpoolSettings settings = new SpoolSettings(
                Path.of(arguments[0]),
                64 << 20,
                8 << 20,
                16 << 10,
                Duration.ofMillis(5),
                Duration.ofMillis(50),
                Duration.ofMillis(20));
        SampleSpool spool = SampleSpool.open(settings, UUID::randomUUID, meters);
        SampleStore store = new SampleStore(
                database,
                SampleLayout.of(database, () -> Long.MAX_VALUE, new SimpleMeterRegistry()),
                () -> Long.MIN_VALUE);
        Resumption resumption = store.resume(spool.recovery().unstored());
        new SpoolDrain(
                        spool,
                        store,
                        new CommittedFeed(meters),
                        new ClockGuard(Instant.EPOCH),
                        Clock.systemUTC(),
                        meters)
                .start();
        announce();
        poll(spool, resumption.lastSlot(1).orElse(0) + 1000);
    }

    @SuppressWarnings("SystemOut")
    private static void announce() {
        System.out.println("running");
        System.out.flush();
    }

    /** A slot each millisecond, in the past: slot k holds the value k for every series. */
    private static void poll(SampleSpool spool, long first) throws InterruptedException {
        int[] series = java.util.stream.IntStream.range(0, SERIES).toArray();
        for (long slot = first; ; slot += 1000) {
            double[] values = new double[SERIES];
            java.util.Arrays.fill(values, slot / 1000.0);
            spool.append(new SampleGroup(1, slot, series, values));
            Thread.sleep(1);
        }
    }
}
