package id.ronda.dashboards.chart;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.collector.Gap;
import id.ronda.collector.GapReason;
import id.ronda.collector.SeriesPoints;
import id.ronda.collector.SeriesPoints.Point;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChartDataTest {

    private static final Gap EARLY = gap(0, 30, GapReason.TIMEOUT);
    private static final Gap OPEN = gap(300, null, GapReason.NO_ROUTE);

    @Test
    void showsAGapOfTheWholeDeviceOnce() {
        assertThat(data(points(1, EARLY, OPEN), points(1, EARLY, OPEN)).gaps()).containsExactly(EARLY, OPEN);
    }

    @Test
    void joinsNeighboursOfTheSameReason() {
        SeriesPoints torn = points(1, EARLY, gap(40, 60, GapReason.TIMEOUT), gap(60, 80, GapReason.AUTH));
        assertThat(data(torn).gaps()).containsExactly(gap(0, 60, GapReason.TIMEOUT), gap(60, 80, GapReason.AUTH));
    }

    @Test
    void keepsAnOpenGapOpen() {
        assertThat(data(points(1, OPEN, gap(310, 320, GapReason.NO_ROUTE))).gaps())
                .containsExactly(OPEN);
    }

    @Test
    void coversAsMuchAsItsWorstSeries() {
        assertThat(data(points(1), points(0.4)).coverage()).isEqualTo(0.4);
        assertThat(data().coverage()).isZero();
    }

    @Test
    void becomesColumnsInSeconds() {
        JsonObject json = ChartJson.of(
                data(points(0.5, EARLY)), gap -> "alasan " + gap.reason().code());
        assertThat(json.getJsonArray("times")).containsExactly(1.5, 11.5);
        JsonObject series = json.getJsonArray("series").getJsonObject(0);
        assertThat(series.getJsonArray("avg"))
                .isEqualTo(new JsonArray().add(2.0).addNull());
        assertThat(series.containsKey("min")).isFalse();
        assertThat(json.getDouble("coverage")).isEqualTo(0.5);
        assertThat(json.getValue("step")).isNull();
        assertThat(json.getLong("interval")).isEqualTo(10);
        assertThat(json.getJsonArray("gaps").getJsonObject(0).getString("reason"))
                .isEqualTo("alasan timeout");
    }

    @Test
    void tellsTheBoundsOfAverages() {
        ChartData averages = new ChartData(
                Instant.EPOCH,
                Instant.ofEpochSecond(60),
                Duration.ofSeconds(60),
                Duration.ofSeconds(10),
                List.of(1),
                List.of(points(1)));
        JsonObject series =
                ChartJson.of(averages, gap -> "").getJsonArray("series").getJsonObject(0);
        assertThat(series.getJsonArray("min").getDouble(0)).isEqualTo(1.0);
        assertThat(series.getJsonArray("max").getDouble(0)).isEqualTo(3.0);
    }

    private static ChartData data(SeriesPoints... series) {
        List<Integer> ids = List.of(1, 2, 3).subList(0, series.length);
        return new ChartData(
                Instant.EPOCH, Instant.ofEpochSecond(600), null, Duration.ofSeconds(10), ids, List.of(series));
    }

    private static SeriesPoints points(double coverage, Gap... gaps) {
        List<Point> points = List.of(new Point(1_500, 1, 2, 3), new Point(11_500, Double.NaN, Double.NaN, Double.NaN));
        return new SeriesPoints("V", null, points, coverage, List.of(gaps));
    }

    private static Gap gap(long from, @Nullable Integer to, GapReason reason) {
        return new Gap(Instant.ofEpochSecond(from), to == null ? null : Instant.ofEpochSecond(to), reason);
    }
}
