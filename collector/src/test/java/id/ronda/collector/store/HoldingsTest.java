package id.ronda.collector.store;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.collector.store.Holdings.Chunk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HoldingsTest {

    private static final Instant T0 = Instant.parse("2026-11-10T00:00:00Z");
    private static final long UNPACKED = 24_000;
    private static final long PACKED = 1_000;

    private static Partition day(int day, long bytes) {
        return new Partition(PartitionedTable.SAMPLE, T0.plus(Duration.ofDays(day)), bytes);
    }

    private static Chunk packed(int day) {
        return new Chunk(day(day, PACKED), UNPACKED);
    }

    private static Chunk open(int day, long bytes) {
        return new Chunk(day(day, bytes), null);
    }

    @Test
    void plainPartitionsAreWhatTheyAre() {
        Holdings held = Holdings.settled(List.of(day(0, 10)));
        assertThat(held).isEqualTo(new Holdings(List.of(day(0, 10)), 0, 0));
    }

    @Test
    void countsAnOpenDayByWhatItWillTake() {
        Holdings held = Holdings.of(List.of(packed(0), packed(1), open(2, 12_000)));

        assertThat(held.partitions()).containsExactly(day(0, PACKED), day(1, PACKED), day(2, 500));
        assertThat(held.passingBytes()).isEqualTo(11_500);
        assertThat(held.reservedBytes()).isEqualTo(27_000);
    }

    @Test
    void reservesWhatTwoOpenDaysTakeNow() {
        Holdings held = Holdings.of(List.of(packed(0), open(1, UNPACKED), open(2, 12_000)));
        assertThat(held.reservedBytes()).isEqualTo(held.passingBytes()).isEqualTo(36_000 - 1_500);
    }

    @Test
    void assumesLittleBeforeADayWasPacked() {
        Holdings held = Holdings.of(List.of(open(0, 8_000)));
        assertThat(held.partitions()).containsExactly(day(0, 1_000));
    }

    @Test
    void rollupsCountAsTheyAre() {
        Partition hours = new Partition(PartitionedTable.HOUR, T0, 5_000);
        Holdings held = Holdings.of(List.of(new Chunk(hours, null)));
        assertThat(held).isEqualTo(new Holdings(List.of(hours), 0, 0));
    }

    /** The hour after midnight, when yesterday is not packed yet, must not drop days that fit at noon. */
    @Test
    void dropsNothingAtMidnightThatFitsAtNoon() {
        List<Chunk> chunks = new ArrayList<>();
        for (int day = 0; day < 10; day++) {
            chunks.add(packed(day));
        }
        long budget = 40_000;
        List<Chunk> noon = new ArrayList<>(chunks);
        noon.add(open(10, UNPACKED / 2));
        List<Chunk> midnight = new ArrayList<>(chunks);
        midnight.add(open(10, UNPACKED));
        midnight.add(open(11, UNPACKED / 24));

        assertThat(plan(noon, T0.plus(Duration.ofHours(252)), budget).drops()).isEmpty();
        assertThat(plan(midnight, T0.plus(Duration.ofHours(265)), budget).drops())
                .isEmpty();
    }

    private static RetentionPlan plan(List<Chunk> chunks, Instant now, long budget) {
        Holdings held = Holdings.of(chunks);
        RetentionSettings settings = new RetentionSettings(14, 90, 365, 365, budget).without(held.reservedBytes());
        long day = RetentionPlan.dayBytes(held.partitions(), now, T0);
        return RetentionPlan.of(held.partitions(), settings, now, now, day);
    }
}
