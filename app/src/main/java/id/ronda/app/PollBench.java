package id.ronda.app;

import id.ronda.collector.AuditFigures;
import id.ronda.collector.CollectorBench;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Polls and stores a fleet of simulated devices: waits until all are known and have rates, measures a stretch of time, stops, and
 * counts in the table what became of that stretch.
 */
final class PollBench {

    private static final Duration TO_KNOW_ALL = Duration.ofMinutes(5);
    private static final Duration TO_STORE_ALL = Duration.ofMinutes(10);
    private static final double MIB = 1 << 20;

    /**
     * What to poll.
     *
     * @param measured how long
     * @param settling time for the last slots' answers, retries and timeouts
     * @param dead devices that fall silent before the measurement
     */
    record Load(FleetSize fleet, Duration interval, Duration measured, Duration settling, int dead) {}

    /** The line of figures, and what it says is wrong. */
    record Result(BenchLine line, AuditFigures audit, int devices, double residentMib) {

        /** Why the run counts as failed, empty if it does not. */
        Optional<String> failure(double residentLimit) {
            if (audit.devices() != devices) {
                return Optional.of(audit.devices() + " of " + devices + " devices were stored");
            }
            if (!audit.exact()) {
                return Optional.of(
                        "values stored are not values served: expected " + audit.expected() + ", found " + audit);
            }
            return residentMib > residentLimit
                    ? Optional.of("%.0f MiB are resident, more than %.0f".formatted(residentMib, residentLimit))
                    : Optional.empty();
        }
    }

    /** What had been spent and counted at a moment. */
    private record Meter(
            Instant at,
            double ronda,
            double database,
            double fleet,
            double stored,
            double overruns,
            double lost,
            double retries,
            double failures) {

        static Meter read(BenchServer.Running server, FleetProcess fleet) {
            var cost = ProcessCost.ofThisMachine();
            var meters = server.platform().meters();
            return new Meter(
                    Instant.now(),
                    cost.cpuSeconds(ProcessHandle.current().pid()).orElse(Double.NaN),
                    server.databaseCpuSeconds().orElse(Double.NaN),
                    cost.cpuSeconds(fleet.pid()).orElse(Double.NaN),
                    sum(meters, "ronda.samples.stored"),
                    sum(meters, "ronda.poll.overruns"),
                    sum(meters, "ronda.samples.lost"),
                    sum(meters, "ronda.snmp.retries"),
                    sum(meters, "ronda.poll.failures"));
        }

        private static double sum(MeterRegistry meters, String name) {
            return meters.find(name).counters().stream()
                    .mapToDouble(counter -> counter.count())
                    .sum();
        }

        Meter since(Meter before) {
            return new Meter(
                    at,
                    ronda - before.ronda,
                    database - before.database,
                    fleet - before.fleet,
                    stored - before.stored,
                    overruns - before.overruns,
                    lost - before.lost,
                    retries - before.retries,
                    failures - before.failures);
        }
    }

    private final Load load;

    PollBench(Load load) {
        this.load = load;
    }

    /** Runs once. */
    Result run(BenchServer options, Shutdown shutdown) throws IOException {
        var fleet = FleetProcess.start(load.fleet);
        shutdown.add("simulated devices", fleet);
        var server = options.start(shutdown);
        server.platform().collector().importDevices(fleet.csv(load.interval.toSeconds() + "s"));
        awaitRates(server.tables());
        fleet.mute(load.dead);
        return measure(server, fleet);
    }

    /** Until every device was polled, and twice more, so that every rate has begun. */
    private void awaitRates(CollectorBench tables) {
        await("all devices are polled", TO_KNOW_ALL, () -> tables.polledDevices() == load.fleet.devices());
        pause(load.interval.multipliedBy(2).plusSeconds(3));
    }

    private Result measure(BenchServer.Running server, FleetProcess fleet) {
        var before = Meter.read(server, fleet);
        var lateness = new Lateness(server.platform().meters());
        pause(load.measured);
        var end = Meter.read(server, fleet);
        var spent = end.since(before);
        double p50 = lateness.percentile(0.5);
        double p99 = lateness.percentile(0.99);
        var resident = Resident.of(server);
        var collector = server.platform().collector();
        pause(load.settling);
        // A load beyond what the database takes fills the spool for as long as it lasts.
        collector.stopPolling();
        await("all answers are stored", TO_STORE_ALL, () -> collector.hasStoredThrough(end.at));
        collector.close();
        var audit = server.tables().audit(fleet.rates(), before.at, end.at);
        var line = BenchSubject.of("poll", server.tables().store());
        describe(line, audit, spent, Duration.between(before.at, end.at).toNanos() / 1e9);
        line.with("latenessMillisP50", p50).with("latenessMillisP99", p99);
        resident.describe(line);
        return new Result(line, audit, load.fleet.devices(), resident.totalMib());
    }

    private void describe(BenchLine line, AuditFigures audit, Meter spent, double seconds) {
        line.with("devices", load.fleet.devices())
                .with("interfaces", load.fleet.interfaces())
                .with("intervalSeconds", load.interval.toSeconds())
                .with("seconds", seconds)
                .with("dead", load.dead)
                .with("series", audit.series())
                .with("valuesPerSecond", audit.stored() / seconds)
                .with("committedPerSecond", spent.stored / seconds)
                .with("valuesExpected", audit.expected())
                .with("valuesStored", audit.stored())
                .with("valuesTwice", audit.twice())
                .with("valuesMisplaced", audit.misplaced())
                .with("ratesChecked", audit.ratesChecked())
                .with("ratesWrong", audit.ratesWrong())
                .with("worstRateError", audit.worstRateError())
                .with("gapSlots", audit.gapSlots())
                .with("firstSlots", audit.firstSlots())
                .with("overruns", spent.overruns)
                .with("lost", spent.lost)
                .with("retries", spent.retries)
                .with("failures", spent.failures)
                .with("cpuSecondsPerMillionValues", spent.ronda * 1e6 / spent.stored)
                .with("databaseCpuSecondsPerMillionValues", spent.database * 1e6 / spent.stored)
                .with("simulatorCpuSecondsPerMillionValues", spent.fleet * 1e6 / spent.stored)
                .with("coresUsed", spent.ronda / seconds)
                .with("databaseCoresUsed", spent.database / seconds);
    }

    /** Memory that is kept, in MiB. */
    private record Resident(double ronda, double database) {

        static Resident of(BenchServer.Running server) {
            var cost = ProcessCost.ofThisMachine();
            return new Resident(
                    cost.residentBytes(ProcessHandle.current().pid()).orElse(0) / MIB,
                    cost.residentBytesWithChildren(server.databaseProcess()).orElse(0) / MIB);
        }

        double totalMib() {
            return ronda + database;
        }

        void describe(BenchLine line) {
            line.with("residentMib", totalMib()).with("residentMibRonda", ronda).with("residentMibDatabase", database);
        }
    }

    private static void await(String what, Duration patience, BooleanSupplier condition) {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Not within " + patience.toSeconds() + " s: " + what);
            }
            pause(Duration.ofMillis(200));
        }
    }

    private static void pause(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(Math.min(left, TimeUnit.SECONDS.toNanos(1)));
        }
    }
}
