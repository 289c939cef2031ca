package id.ronda.collector.store;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.collector.GapReason;
import id.ronda.collector.spool.SpoolRecord.GapClosed;
import id.ronda.collector.spool.SpoolRecord.GapOpened;
import id.ronda.collector.spool.SpoolRecord.SamplesLost;
import id.ronda.collector.store.GapChanges.End;
import id.ronda.collector.store.GapChanges.NewGap;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GapChangesTest {

    private static GapOpened opened(long slot, GapReason reason) {
        return new GapOpened(1, 0, slot, reason);
    }

    private static GapClosed closed(long slot) {
        return new GapClosed(1, 0, slot);
    }

    @Test
    void openedAndClosedInOneBatchIsOneGap() {
        GapChanges changes = GapChanges.of(List.of(opened(10, GapReason.TIMEOUT), closed(30)));
        assertThat(changes.gaps()).containsExactly(new NewGap(1, 0, 10, 30L, GapReason.TIMEOUT));
    }

    @Test
    void closingEndsWhatIsOpenInTheTable() {
        GapChanges changes = GapChanges.of(List.of(closed(30), opened(50, GapReason.AUTH)));
        assertThat(changes.ends()).containsExactly(new End(1, 0, 30));
        assertThat(changes.gaps()).containsExactly(new NewGap(1, 0, 50, null, GapReason.AUTH));
    }

    @Test
    void openingEndsAnOlderGapOfTheTableToo() {
        GapChanges changes = GapChanges.of(List.of(opened(50, GapReason.COLLECTOR_STOPPED), closed(70)));
        assertThat(changes.ends()).containsExactly(new End(1, 0, 50));
        assertThat(changes.gaps()).containsExactly(new NewGap(1, 0, 50, 70L, GapReason.COLLECTOR_STOPPED));
    }

    @Test
    void anotherReasonEndsTheFirst() {
        GapChanges changes =
                GapChanges.of(List.of(opened(10, GapReason.TIMEOUT), opened(20, GapReason.NO_ROUTE), closed(30)));
        assertThat(changes.gaps())
                .containsExactly(
                        new NewGap(1, 0, 10, 20L, GapReason.TIMEOUT), new NewGap(1, 0, 20, 30L, GapReason.NO_ROUTE));
    }

    @Test
    void theSameReasonAgainChangesNothing() {
        GapChanges changes = GapChanges.of(List.of(opened(10, GapReason.TIMEOUT), opened(20, GapReason.TIMEOUT)));
        assertThat(changes.gaps()).containsExactly(new NewGap(1, 0, 10, null, GapReason.TIMEOUT));
    }

    @Test
    void aGapWithoutASlotIsNone() {
        GapChanges changes = GapChanges.of(List.of(opened(10, GapReason.TIMEOUT), closed(10)));
        assertThat(changes.gaps()).isEmpty();
    }

    @Test
    void seriesAndDeviceHaveGapsOfTheirOwn() {
        GapChanges changes = GapChanges.of(List.of(
                new GapOpened(1, 5, 10, GapReason.MISSING_OBJECT),
                opened(20, GapReason.TIMEOUT),
                new GapClosed(1, 5, 40),
                new SamplesLost(1, 50, 60, 7)));
        assertThat(changes.gaps())
                .containsExactlyInAnyOrder(
                        new NewGap(1, 5, 10, 40L, GapReason.MISSING_OBJECT),
                        new NewGap(1, 0, 20, null, GapReason.TIMEOUT));
        assertThat(changes.losses()).containsExactly(new SamplesLost(1, 50, 60, 7));
    }
}
