package id.ronda.collector.store;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.collector.StorageNote;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RetentionPlanTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant TODAY = Instant.parse("2026-11-21T00:00:00Z");
    private static final long GIBI = 1L << 30;

    private static Partition raw(int daysAgo, long bytes) {
        return new Partition(PartitionedTable.SAMPLE, TODAY.minus(Duration.ofDays(daysAgo)), bytes);
    }

    private static Partition fiveMinutes(int weeksAgo, long bytes) {
        return new Partition(PartitionedTable.FIVE_MINUTES, TODAY.minus(Duration.ofDays(weeksAgo * 7L)), bytes);
    }

    private static List<Partition> rawDays(int days, long bytes) {
        List<Partition> partitions = new ArrayList<>();
        for (int daysAgo = days - 1; daysAgo >= 0; daysAgo--) {
            partitions.add(raw(daysAgo, bytes));
        }
        return partitions;
    }

    private static RetentionPlan plan(List<Partition> partitions, int days, long budget) {
        return RetentionPlan.of(partitions, new RetentionSettings(days, 90, 1827, 1827, budget), NOW, TODAY, GIBI);
    }

    @Test
    void dropsNothingThatIsYoungAndFits() {
        RetentionPlan plan = plan(rawDays(10, GIBI), 14, 100 * GIBI);
        assertThat(plan.drops()).isEmpty();
        assertThat(plan.rawDays()).isEqualTo(14);
        assertThat(plan.notes()).isEmpty();
    }

    @Test
    void dropsWhatIsOlderThanItsAge() {
        RetentionPlan plan = plan(rawDays(20, GIBI), 14, 100 * GIBI);
        // A day is dropped when its youngest sample has the age: 14 whole days and the running one stay.
        assertThat(plan.drops())
                .extracting(Partition::from)
                .containsExactly(
                        raw(19, 0).from(),
                        raw(18, 0).from(),
                        raw(17, 0).from(),
                        raw(16, 0).from(),
                        raw(15, 0).from());
    }

    @Test
    void shortensTheRawDaysBeforeTheBudgetIsFull() {
        RetentionPlan plan = plan(rawDays(10, GIBI), 14, 8 * GIBI);
        assertThat(plan.drops()).hasSize(3);
        assertThat(plan.usedBytes() + GIBI).isLessThanOrEqualTo(8 * GIBI);
        assertThat(plan.rawDays()).isEqualTo(8);
        assertThat(plan.notes()).containsExactly(new StorageNote.FewerDays(14, 8.0));
    }

    @Test
    void dropsRollupsOfFiveMinutesOnlyWhenNoRawDayIsLeft() {
        List<Partition> partitions = rawDays(3, GIBI);
        partitions.add(fiveMinutes(3, GIBI));
        partitions.add(fiveMinutes(2, GIBI));
        RetentionPlan plan = plan(partitions, 14, 3 * GIBI);

        assertThat(plan.drops()).containsExactlyInAnyOrder(raw(2, GIBI), raw(1, GIBI), fiveMinutes(3, GIBI));
    }

    @Test
    void neverDropsTheRunningDayAndSaysWhenTheBudgetIsTooSmall() {
        RetentionPlan plan = plan(rawDays(1, GIBI), 14, GIBI / 2);
        assertThat(plan.drops()).isEmpty();
        assertThat(plan.notes()).contains(new StorageNote.BudgetTooSmall());
    }

    @Test
    void neverDropsADayWhoseRollupIsNotWritten() {
        RetentionPlan plan = RetentionPlan.of(
                rawDays(20, GIBI),
                new RetentionSettings(14, 90, 1827, 1827, 5 * GIBI),
                NOW,
                TODAY.minus(Duration.ofDays(18)),
                GIBI);
        assertThat(plan.drops()).containsExactly(raw(19, GIBI));
    }

    @Test
    void measuresTheGrowthByWholeDays() {
        List<Partition> partitions = List.of(raw(5, 9 * GIBI), raw(2, 3 * GIBI), raw(1, 4 * GIBI), raw(0, GIBI));
        assertThat(RetentionPlan.dayBytes(partitions, NOW, TODAY.minus(Duration.ofDays(9))))
                .isEqualTo(4 * GIBI);
    }

    @Test
    void measuresTheGrowthOfTheFirstDayByItsPart() {
        List<Partition> partitions = List.of(raw(0, GIBI));
        assertThat(RetentionPlan.dayBytes(partitions, NOW, NOW.minus(Duration.ofHours(6))))
                .isEqualTo(4 * GIBI);
        assertThat(RetentionPlan.dayBytes(List.of(), NOW, NOW)).isZero();
    }
}
