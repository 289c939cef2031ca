package id.ronda.dashboards.chart;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.collector.Reach;
import id.ronda.collector.Series;
import id.ronda.dashboards.office.Office;
import id.ronda.testkit.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChartReaderTest {

    private static final Duration INTERVAL = Duration.ofSeconds(10);
    private final MutableClock clock = MutableClock.at("2026-11-21T04:00:07Z");
    private final Office office = new Office(clock, INTERVAL, 0);
    private final ChartReader reader = new ChartReader(office.series);
    private final Series series = office.find(Office.UPS, "load", "");

    @Test
    void readsRawSamplesWhereTheyFit() {
        ChartData data = read(Duration.ofMinutes(10), 600, INTERVAL);
        assertThat(data.step()).isNull();
        assertThat(data.series().getFirst().points()).hasSize(60);
        assertThat(data.coverage()).isEqualTo(1);
    }

    @Test
    void readsWholeStretchesWhereTheyDoNot() {
        ChartData data = read(Duration.ofHours(24), 600, INTERVAL);
        assertThat(data.step()).isEqualTo(Duration.ofMinutes(5));
        assertThat(data.from().getEpochSecond() % 300).isZero();
        assertThat(data.series().getFirst().points()).hasSizeBetween(288, 290);
    }

    /** The store may hold samples closer together than the interval of today. */
    @Test
    void takesAWiderStepWhenTheStoreHasMoreThanItGives() {
        ChartData data = read(Duration.ofDays(7), 2_000, Duration.ofHours(1));
        assertThat(data.step()).isEqualTo(Duration.ofMinutes(2));
        assertThat(data.series().getFirst().points()).isNotEmpty();
    }

    @Test
    void drawsNothingOfASeriesThatIsGone() {
        ChartQuery query = new ChartQuery(List.of(9_999), clock.instant().minusSeconds(60), clock.instant(), 100);
        ChartData data = reader.read(Reach.EVERYTHING, query, INTERVAL).result();
        assertThat(data.series().getFirst().points()).isEmpty();
        assertThat(data.coverage()).isZero();
    }

    private ChartData read(Duration back, int points, Duration interval) {
        Instant now = clock.instant();
        ChartQuery query = new ChartQuery(List.of(series.id()), now.minus(back), now, points);
        return reader.read(Reach.EVERYTHING, query, interval).result();
    }
}
