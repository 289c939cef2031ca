package id.ronda.collector.poll;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.collector.GapReason;
import id.ronda.collector.spool.SpoolRecord;
import id.ronda.collector.spool.SpoolRecord.GapClosed;
import id.ronda.collector.spool.SpoolRecord.GapOpened;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GapTrackerTest {

    private final List<SpoolRecord> told = new ArrayList<>();
    private final GapTracker gaps = new GapTracker(7, List.of(), told::add);

    @Test
    void aSilentDeviceIsOneGapHoweverLongItLasts() {
        gaps.deviceFailed(1_000, GapReason.TIMEOUT);
        gaps.deviceFailed(2_000, GapReason.TIMEOUT);
        gaps.deviceAnswered(3_000);
        gaps.deviceAnswered(4_000);
        assertThat(told).containsExactly(new GapOpened(7, 0, 1_000, GapReason.TIMEOUT), new GapClosed(7, 0, 3_000));
    }

    @Test
    void anotherReasonIsAnotherGap() {
        gaps.deviceFailed(1_000, GapReason.COLLECTOR_STOPPED);
        gaps.deviceFailed(2_000, GapReason.TIMEOUT);
        assertThat(told)
                .containsExactly(
                        new GapOpened(7, 0, 1_000, GapReason.COLLECTOR_STOPPED),
                        new GapClosed(7, 0, 2_000),
                        new GapOpened(7, 0, 2_000, GapReason.TIMEOUT));
    }

    @Test
    void aSeriesTellsForItself() {
        gaps.series(3, 1_000, GapReason.MISSING_OBJECT);
        gaps.series(4, 1_000, null);
        gaps.series(3, 2_000, GapReason.MISSING_OBJECT);
        gaps.series(3, 3_000, null);
        assertThat(told)
                .containsExactly(new GapOpened(7, 3, 1_000, GapReason.MISSING_OBJECT), new GapClosed(7, 3, 3_000));
    }

    @Test
    void theGapOfTheDeviceEndsThoseOfItsSeriesSoThatNoSlotIsMissingTwice() {
        gaps.series(3, 1_000, GapReason.DISCONTINUITY);
        gaps.deviceFailed(2_000, GapReason.TIMEOUT);
        gaps.deviceAnswered(3_000);
        gaps.series(3, 3_000, GapReason.DISCONTINUITY);
        assertThat(told)
                .containsExactly(
                        new GapOpened(7, 3, 1_000, GapReason.DISCONTINUITY),
                        new GapClosed(7, 3, 2_000),
                        new GapOpened(7, 0, 2_000, GapReason.TIMEOUT),
                        new GapClosed(7, 0, 3_000),
                        new GapOpened(7, 3, 3_000, GapReason.DISCONTINUITY));
    }
}
