package id.ronda.dashboards.live;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.collector.SampleBatch;
import id.ronda.dashboards.live.LatestSamples.Sample;
import org.junit.jupiter.api.Test;

class LatestSamplesTest {

    private final LatestSamples latest = new LatestSamples();

    @Test
    void remembersTheNewestOfEachSeries() {
        accept(5, 1_000, 1.5);
        accept(5, 2_000, 2.5);
        accept(7, 1_000, 9);
        assertThat(latest.of(5)).contains(new Sample(2_000, 2.5));
        assertThat(latest.of(7)).contains(new Sample(1_000, 9));
        assertThat(latest.of(6)).isEmpty();
    }

    @Test
    void isNotTurnedBackByLateSamples() {
        accept(5, 2_000, 2.5);
        accept(5, 1_000, 1.5);
        assertThat(latest.of(5)).contains(new Sample(2_000, 2.5));
    }

    @Test
    void growsUpToItsBound() {
        accept(LatestSamples.HIGHEST_ID, 1, 1);
        accept(LatestSamples.HIGHEST_ID + 1, 1, 1);
        accept(-1, 1, 1);
        assertThat(latest.of(LatestSamples.HIGHEST_ID)).isPresent();
        assertThat(latest.of(LatestSamples.HIGHEST_ID + 1)).isEmpty();
        assertThat(latest.of(-1)).isEmpty();
    }

    @Test
    void readsOnlyAsFarAsTheBatchIsFilled() {
        latest.accept(new SampleBatch(new int[] {1, 2}, new long[] {10, 10}, new double[] {1, 2}, 1));
        assertThat(latest.of(1)).isPresent();
        assertThat(latest.of(2)).isEmpty();
    }

    private void accept(int series, long slot, double value) {
        latest.accept(new SampleBatch(new int[] {series}, new long[] {slot}, new double[] {value}, 1));
    }
}
