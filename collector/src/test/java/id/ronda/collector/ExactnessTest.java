package id.ronda.collector;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.identity.IdentityModule;
import id.ronda.kernel.database.Lane;
import id.ronda.simulator.Fault;
import id.ronda.simulator.Oid;
import id.ronda.simulator.ServedLog.Served;
import id.ronda.simulator.SyntheticFleet;
import id.ronda.testkit.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is in the table is what the devices served: each value, each rate, each slot, and gaps for the rest. One run of 52 devices
 * for all tests: forty are well, ten lose answers, one falls silent, one restarts.
 */
@Timeout(120)
final class ExactnessTest {

    private static final int WELL = 40;
    private static final int LOSING = 10;
    private static final int SILENT = WELL + LOSING;
    private static final int RESTARTING = SILENT + 1;
    private static final int DEVICES = RESTARTING + 1;
    private static final long SECOND = 1_000_000_000L;
    private static final long WRAP = 1L << 32;
    /** The clock of the day is read in milliseconds. */
    private static final long CLOCK_GRAIN = 5_000_000;
    /** A pause of the whole process that could cost a slot of a second, with the time that its watch needs to see it. */
    private static final Duration LONG_PAUSE = Duration.ofMillis(500);
    /** A rate's moments are known to a round trip; other work on the machine may stretch one. */
    private static final double JITTER_SECONDS = 0.25;

    private static final String SAMPLES = """
            select d.name, s.metric, s.instance, s.kind = 'counter', v.time, v.value
            from collector.sample v
            join collector.series s on s.id = v.series_id
            join collector.device d on d.id = s.device_id
            where d.name < :ill
            order by s.id, v.time
            """;

    private record Stored(String device, String metric, String instance, boolean isRate, Instant slot, double value) {

        /** The fleet's columns; a port whose number is a multiple of 8 is slow and has 32-bit counters only. */
        Oid oid() {
            int port = instance.startsWith("port") ? FleetUnderPoll.port(instance) : 1;
            boolean wide = port % 8 != 0;
            return Oid.of(switch (metric) {
                        case "if.in.octets" -> wide ? "1.3.6.1.2.1.31.1.1.1.6." : "1.3.6.1.2.1.2.2.1.10.";
                        case "if.out.octets" -> wide ? "1.3.6.1.2.1.31.1.1.1.10." : "1.3.6.1.2.1.2.2.1.16.";
                        case "if.in.packets" -> wide ? "1.3.6.1.2.1.31.1.1.1.7." : "1.3.6.1.2.1.2.2.1.11.";
                        case "if.out.packets" -> wide ? "1.3.6.1.2.1.31.1.1.1.11." : "1.3.6.1.2.1.2.2.1.17.";
                        case "if.in.errors" -> "1.3.6.1.2.1.2.2.1.14.";
                        case "if.out.errors" -> "1.3.6.1.2.1.2.2.1.20.";
                        case "if.in.discards" -> "1.3.6.1.2.1.2.2.1.13.";
                        case "if.out.discards" -> "1.3.6.1.2.1.2.2.1.19.";
                        case "if.oper.status" -> "1.3.6.1.2.1.2.2.1.8.";
                        case "cpu.load", "cpu.utilization", "percent" -> "1.3.6.1.2.1.25.3.3.1.2.";
                        case "temperature" -> "1.3.6.1.2.1.99.1.1.1.4.";
                        default -> throw new AssertionError("the fleet has no metric " + metric);
                    }
                    + port);
        }

        /** Parts of the unit: the fleet serves tenths of a degree. */
        double parts() {
            return metric.equals("temperature") ? 10 : 1;
        }
    }

    @TempDir
    private static Path data;

    @RegisterExtension
    static final TestDatabase database = TestDatabase.with(IdentityModule.MIGRATIONS, CollectorModule.MIGRATIONS);

    private static FleetUnderPoll polled;
    private static AuditFigures audit;
    private static Pauses pauses;

    @BeforeAll
    static void poll() throws Exception {
        pauses = Pauses.watch(LONG_PAUSE);
        polled = new FleetUnderPoll(DEVICES, database, data);
        var begin = Instant.now();
        polled.awaitAllPolled();
        for (int device = WELL; device < SILENT; device++) {
            polled.device(device).faults().loss(0.05);
        }
        polled.device(SILENT).faults().on(Fault.MUTE);
        polled.device(RESTARTING).faults().reboot();
        var end = Instant.now().plusSeconds(10);
        polled.pollUntil(end);
        audit = polled.audit(begin, end);
    }

    @AfterAll
    static void stop() {
        polled.close();
        pauses.close();
    }

    @Test
    void theCountIsSeriesTimesSlotsWithoutGapsAndFirstSlotsOfRates() {
        assertThat(audit.devices()).isEqualTo(DEVICES);
        assertThat(audit.series()).isEqualTo(DEVICES * (9L * FleetUnderPoll.INTERFACES + 2));
        assertThat(audit.firstSlots()).isPositive();
        assertThat(audit.stored()).as("%s", audit).isEqualTo(audit.expected());
        assertThat(audit.twice()).isZero();
        assertThat(audit.exact()).as("%s", audit).isTrue();
        assertThat(polled.counted("ronda.samples.lost")).isZero();
    }

    @Test
    void onlyDevicesThatWereUnwellHaveGaps() {
        assertThat(gapReasons(RESTARTING)).containsExactly("discontinuity");
        assertThat(gapReasons(SILENT)).containsExactly("timeout");
        for (int device = 0; device < WELL; device++) {
            assertThat(gapReasons(device)).isEmpty();
        }
        assertThat(polled.counted("ronda.poll.device.restarts")).isEqualTo(1);
        assertThat(polled.counted("ronda.snmp.retries")).isPositive();
    }

    /** Without the gaps of slots that the machine itself slept through: those are told as they should be. */
    private static List<String> gapReasons(int device) {
        return gaps(device).stream()
                .filter(gap -> !(gap.reason.equals("collector-stopped") && pauses.anyIn(gap.begun, gap.ended)))
                .map(Gap::reason)
                .distinct()
                .sorted()
                .toList();
    }

    private record Gap(String reason, Instant begun, Instant ended) {}

    private static List<Gap> gaps(int device) {
        return database.database()
                .run(
                        Lane.EDITS,
                        handle -> handle.createQuery(
                                        "select reason, from_time, coalesce(to_time, from_time) from collector.gap g"
                                                + " join collector.device d on d.id = g.device_id where d.name = :name")
                                .bind("name", SyntheticFleet.name(device))
                                .map((row, context) -> new Gap(
                                        row.getString(1),
                                        row.getTimestamp(2).toInstant(),
                                        row.getTimestamp(3).toInstant()))
                                .list());
    }

    @Test
    void slotsAreAskedOnTime() {
        assertThat(polled.shareOnTime(Duration.ofSeconds(1))).isGreaterThanOrEqualTo(0.99);
    }

    @Test
    void everyGaugeAndEveryRateIsThatOfTheAnswersServed() {
        Map<String, Map<Long, List<Served>>> answers = new HashMap<>();
        var errors = new ArrayList<Double>();
        var samples = samples();
        for (var sample : samples) {
            var slots = answers.computeIfAbsent(sample.device + sample.oid(), key -> bySlot(sample));
            long slot = sample.slot.getEpochSecond();
            var served = Objects.requireNonNull(slots.get(slot), sample::toString);
            if (sample.isRate) {
                var before = Objects.requireNonNull(slots.get(slot - 1), sample::toString);
                double error = rateError(sample, before, served);
                assertThat(error).as("%s of %s and %s", sample, before, served).isLessThan(JITTER_SECONDS);
                errors.add(error);
            } else {
                assertThat(served).as("%s", sample).anyMatch(s -> sample.value == s.value() / sample.parts());
            }
        }
        errors.sort(null);
        assertThat(errors).hasSizeGreaterThan(WELL * 8 * FleetUnderPoll.INTERFACES * 8);
        assertThat(errors.get(errors.size() / 2))
                .as("the middle error of a rate")
                .isLessThan(0.01);
    }

    private static List<Stored> samples() {
        return database.database()
                .run(
                        Lane.EDITS,
                        handle -> handle.createQuery(SAMPLES)
                                .bind("ill", SyntheticFleet.name(WELL))
                                .map((row, context) -> new Stored(
                                        row.getString(1),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getBoolean(4),
                                        row.getTimestamp(5).toInstant(),
                                        row.getDouble(6)))
                                .list());
    }

    /**
     * The answers in the second that began with each slot, by the slot: usually one, more when the request was repeated because
     * the machine was busy, or when the device was discovered in the same second.
     */
    private static Map<Long, List<Served>> bySlot(Stored sample) {
        long origin = polled.nanosOf(Instant.EPOCH);
        return polled.log().served(sample.device, sample.oid()).stream()
                .collect(groupingBy(served -> Math.floorDiv(served.nanos() - origin + CLOCK_GRAIN, SECOND)));
    }

    /** Of the two answers that explain the rate best: a busy machine may ask for one slot in the second of the next. */
    private static double rateError(Stored sample, List<Served> before, List<Served> after) {
        var both = Stream.concat(before.stream(), after.stream()).toList();
        return IntStream.range(1, both.size())
                .boxed()
                .flatMapToDouble(
                        b -> IntStream.range(0, b).mapToDouble(a -> rateError(sample, both.get(a), both.get(b))))
                .min()
                .orElseThrow();
    }

    /** How far the rate is from Δvalue ÷ Δtime of the two answers, as a share of it. */
    private static double rateError(Stored sample, Served before, Served after) {
        long delta = after.value() - before.value();
        // A 32-bit counter of a slow port may wrap within the run.
        double truth = (delta < 0 ? delta + WRAP : delta) * (double) SECOND / (after.nanos() - before.nanos());
        return truth == 0 ? Math.abs(sample.value) : Math.abs(sample.value / truth - 1);
    }
}
