package id.ronda.dashboards.live;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.dashboards.live.SampleBacklog.Sample;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SampleBacklogTest {

    @Test
    void givesWhatCameInItsOrder() {
        SampleBacklog backlog = new SampleBacklog(3);
        backlog.offer(1, 10, 0.5);
        backlog.offer(2, 10, 0.7);
        assertThat(backlog.drain()).containsExactly(new Sample(1, 10, 0.5), new Sample(2, 10, 0.7));
        assertThat(backlog.drain()).isEmpty();
        assertThat(backlog.takeLost()).isZero();
    }

    @Test
    void losesTheOldestAndSaysHowMany() {
        SampleBacklog backlog = new SampleBacklog(2);
        for (int slot = 0; slot < 5; slot++) {
            backlog.offer(1, slot, slot);
        }
        assertThat(backlog.takeLost()).isEqualTo(3);
        assertThat(backlog.takeLost()).isZero();
        assertThat(backlog.drain()).extracting(Sample::slot).containsExactly(3L, 4L);
    }

    /** Offered = drained + lost, whatever the rhythm; a true in the list is a drain. */
    @Property(tries = 200)
    void losesNothingInSilence(
            @ForAll @IntRange(min = 1, max = 20) int capacity, @ForAll @Size(max = 200) List<Boolean> steps) {
        SampleBacklog backlog = new SampleBacklog(capacity);
        List<Sample> seen = new ArrayList<>();
        long lost = 0;
        int offered = 0;
        for (boolean drain : steps) {
            if (drain) {
                seen.addAll(backlog.drain());
                lost += backlog.takeLost();
            } else {
                backlog.offer(1, offered++, 0);
            }
        }
        seen.addAll(backlog.drain());
        assertThat(seen).extracting(Sample::slot).isSorted();
        assertThat(seen.size() + lost + backlog.takeLost()).isEqualTo(offered);
    }
}
