package id.ronda.dashboards.chart;

import static org.assertj.core.api.Assertions.assertThat;

import id.ronda.collector.SeriesPoints;
import id.ronda.collector.SeriesPoints.Point;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ChartColumnsTest {

    @Test
    void laysSeriesOnOneAxis() {
        ChartColumns columns = ChartColumns.join(List.of(at(0, 10, 20), at(0, 20)), 10);
        assertThat(columns.times()).containsExactly(0, 10, 20);
        assertThat(columns.column(0)).doesNotContainNull();
        assertThat(columns.column(1)[1]).isNull();
        assertThat(columns.column(1)[2]).isEqualTo(point(20));
    }

    @Test
    void breaksTheLineWhereNoSeriesHasAPoint() {
        ChartColumns columns = ChartColumns.join(List.of(at(0, 10, 20, 60, 70)), 10);
        assertThat(columns.times()).containsExactly(0, 10, 20, 25, 60, 70);
        assertThat(columns.column(0)[3]).isNull();
    }

    @Test
    void toleratesAJitterOfLessThanHalfAStep() {
        assertThat(ChartColumns.join(List.of(at(0, 14, 20, 34)), 10).times()).hasSize(4);
    }

    @Test
    void doesNotTearPointsApartThatWereTakenAtALongerInterval() {
        assertThat(ChartColumns.join(List.of(at(0, 60, 120, 180)), 10).times()).containsExactly(0, 60, 120, 180);
    }

    @Test
    void isEmptyWithoutPoints() {
        assertThat(ChartColumns.join(List.of(at()), 10).times()).isEmpty();
        assertThat(ChartColumns.join(List.of(), 10).times()).isEmpty();
    }

    @Property(tries = 300)
    void keepsEveryPointAndAscends(@ForAll @Size(max = 60) List<@LongRange(min = 0, max = 5_000) Long> slots) {
        long[] times =
                slots.stream().mapToLong(Long::longValue).sorted().distinct().toArray();
        ChartColumns columns = ChartColumns.join(List.of(at(times)), 10);
        assertThat(columns.times()).isSorted().doesNotHaveDuplicates();
        assertThat(Arrays.stream(columns.column(0))
                        .filter(Objects::nonNull)
                        .mapToLong(Point::epochMillis)
                        .toArray())
                .isEqualTo(times);
    }

    private static SeriesPoints at(long... times) {
        List<Point> points =
                LongStream.of(times).mapToObj(ChartColumnsTest::point).toList();
        return new SeriesPoints("V", null, points, 1, List.of());
    }

    private static Point point(long time) {
        return new Point(time, time, time, time);
    }
}
