package id.ronda.collector.store;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.collector.AuditFigures;
import id.ronda.collector.CollectorBench;
import id.ronda.collector.KnownRates;
import java.time.Instant;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A device with a rate and a gauge, every 30 s at 12, 42, 72... seconds past the minute's begin. */
final class PollAuditTest {

    private static final Instant BEGIN = Instant.parse("2026-11-21T08:00:12Z");
    private static final KnownRates RATES = (device, metric, instance) ->
            metric.equals("if.in.octets") ? OptionalDouble.of(1_000) : OptionalDouble.empty();

    @RegisterExtension
    static final StoreDatabase database = new StoreDatabase();

    private long device;

    @BeforeEach
    void register() {
        device = database.device("core-1", 30);
        database.execute(
                "insert into collector.series (device_id, metric, instance, unit, kind, since) overriding user value"
                        + " values (%1$d, 'if.in.octets', 'port1', 'By/s', 'counter', now()), (%1$d, 'temperature', '', 'Cel', 'gauge', now())"
                                .formatted(device));
        database.execute("select collector.make_partitions('sample', '%s', '%1$s')".formatted(BEGIN));
    }

    private void store(int series, int slot, double value) {
        database.execute("insert into collector.sample values (%d, '%s', %s)"
                .formatted(series, BEGIN.plusSeconds(30L * slot), value));
    }

    private void storeSlots(int from, int to) {
        for (int slot = from; slot < to; slot++) {
            store(1, slot, 1_000 + slot % 2);
            store(2, slot, 21.5);
        }
    }

    private void gap(@Nullable Integer series, int from, @Nullable Integer to) {
        database.execute(
                "insert into collector.gap (device_id, series_id, from_time, to_time, reason) values (%d, %s, '%s', %s, 'timeout')"
                        .formatted(
                                device,
                                String.valueOf(series),
                                BEGIN.plusSeconds(30L * from),
                                to == null ? "null" : "'" + BEGIN.plusSeconds(30L * to) + "'"));
    }

    private AuditFigures audit(int from, int to) {
        return new CollectorBench(database.app())
                .audit(RATES, BEGIN.plusSeconds(30L * from - 5), BEGIN.plusSeconds(30L * to - 5));
    }

    @Test
    void everySlotOfEverySeriesIsExpected() {
        storeSlots(0, 10);
        assertThat(audit(2, 8)).isEqualTo(new AuditFigures(1, 2, 12, 0, 0, 12, 0, 0, 1, 0, 0.001));
        assertThat(audit(2, 8).exact()).isTrue();
        assertThat(audit(2, 11).exact()).as("the last slot is missing").isFalse();
    }

    @Test
    void aDeviceThatBeginsInTheStretchMissesTheFirstSlotOfItsRates() {
        storeSlots(1, 6);
        store(2, 0, 21.5);
        var figures = audit(-3, 6);
        assertThat(figures.slots()).isEqualTo(12);
        assertThat(figures.firstSlots()).isEqualTo(1);
        assertThat(figures.exact()).isTrue();
    }

    @Test
    void slotsInGapsAreNotExpectedAndCountOnce() {
        storeSlots(0, 3);
        store(2, 5, 21.5);
        storeSlots(6, 7);
        gap(null, 3, 5);
        gap(1, 4, 6);
        gap(null, 7, null);
        var figures = audit(1, 9);
        assertThat(figures.gapSlots()).isEqualTo(2 * 2 + 1 + 2 * 2);
        assertThat(figures.exact()).isTrue();
    }

    @Test
    void aSampleTwiceOrBesideItsSlotIsSeen() {
        storeSlots(0, 4);
        store(2, 1, 21.5);
        assertThat(audit(1, 4).twice()).isEqualTo(1);
        database.execute(
                "update collector.sample set time = time + interval '1 second' where series_id = 1 and time = '%s'"
                        .formatted(BEGIN.plusSeconds(60)));
        assertThat(audit(1, 4).misplaced()).isEqualTo(1);
        assertThat(audit(1, 4).exact()).isFalse();
    }

    @Test
    void aRateBesideTheTruthIsSeen() {
        storeSlots(0, 4);
        store(1, 4, 1_011);
        store(2, 4, 21.5);
        var figures = audit(1, 5);
        assertThat(figures.ratesWrong()).isEqualTo(1);
        assertThat(figures.worstRateError()).isEqualTo(0.011);
        assertThat(figures.exact()).isFalse();
    }

    @Test
    void anEmptyDatabaseHasNothing() {
        assertThat(new CollectorBench(database.app()).isEmpty()).isFalse();
        assertThat(audit(0, 5).devices()).isZero();
    }
}
