package id.ronda.collector.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StoredTimeTest {

    private static final Instant NEWEST = Instant.parse("2026-11-20T10:00:00Z");
    private static final Instant WRONG = Instant.parse("2031-05-01T10:00:00Z");

    private static List<Partition> days(String first, int count) {
        List<Partition> days = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            days.add(new Partition(PartitionedTable.SAMPLE, Instant.parse(first).plus(Duration.ofDays(i)), 1));
        }
        return days;
    }

    @Test
    void theClockCountsWhileSamplesCome() {
        Instant now = NEWEST.plusSeconds(60);
        assertThat(StoredTime.capped(now, NEWEST)).isEqualTo(now);
    }

    @Test
    void aClockThatIsAheadCountsNoMoreThanADay() {
        assertThat(StoredTime.capped(WRONG, NEWEST)).isEqualTo(NEWEST.plus(Duration.ofDays(1)));
    }

    @Test
    void withoutSamplesNothingAges() {
        assertThat(StoredTime.capped(WRONG, null)).isEqualTo(Instant.EPOCH);
    }

    @Test
    void samplesOfAWrongClockDoNotMakeTheOldOnesOld() {
        List<Partition> partitions = days("2026-11-10T00:00:00Z", 13);
        partitions.addAll(days("2031-05-01T00:00:00Z", 3));

        // Up to the end of the last right day, and ten hours more: what was lived through.
        assertThat(StoredTime.ageing(WRONG, partitions)).isEqualTo("2026-11-23T10:00:00Z");
    }

    @Test
    void aPauseOfAYearCountsAsTime() {
        List<Partition> partitions = days("2025-11-10T00:00:00Z", 13);
        partitions.addAll(days("2026-11-20T00:00:00Z", 3));

        assertThat(StoredTime.ageing(NEWEST, partitions)).isEqualTo(NEWEST);
    }

    @Test
    void onceTheDaysBeforeTheHoleAreGoneTheClockCountsAgain() {
        assertThat(StoredTime.ageing(WRONG, days("2031-04-20T00:00:00Z", 14))).isEqualTo(WRONG);
    }

    @Test
    void whatAWrongClockWouldDropIsKept() {
        List<Partition> partitions = days("2026-11-10T00:00:00Z", 13);
        partitions.addAll(days("2031-05-01T00:00:00Z", 1));
        RetentionPlan plan = RetentionPlan.of(
                partitions, RetentionSettings.defaults(Long.MAX_VALUE), StoredTime.ageing(WRONG, partitions), WRONG, 1);

        assertThat(plan.drops()).isEmpty();
    }
}
