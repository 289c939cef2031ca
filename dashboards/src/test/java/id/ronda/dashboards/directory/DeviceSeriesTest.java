package id.ronda.dashboards.directory;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.collector.DeviceId;
import id.ronda.collector.Reach;
import id.ronda.collector.Series;
import id.ronda.dashboards.office.InMemoryTimeSeries;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeviceSeriesTest {

    private final InMemoryTimeSeries stored =
            new InMemoryTimeSeries(Clock.systemUTC(), (reach, device) -> reach.isEverything());
    private final DeviceSeries series = new DeviceSeries(stored);

    @Test
    void readsAllPagesOfOneDevice() {
        for (int i = 0; i < 2_300; i++) {
            stored.add(new DeviceId(1 + i % 2), "count", "c" + i, "1", Duration.ofSeconds(60), slot -> 1, List.of());
        }
        List<Series> mine = series.of(Reach.EVERYTHING, new DeviceId(2)).result();
        assertThat(mine).hasSize(1_150).allMatch(one -> one.device().value() == 2);
        assertThat(mine).extracting(Series::id).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void findsNothingOfAnUnknownDevice() {
        assertThat(series.of(Reach.EVERYTHING, new DeviceId(9)).result()).isEmpty();
    }
}
