package id.ronda.dashboards.chart;

import id.ronda.collector.Gap;
import id.ronda.collector.SeriesPoints;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a chart draws.
 *
 * @param step width of a point, null for raw samples
 * @param interval of the device
 * @param series in the order asked for
 */
public record ChartData(
        Instant from,
        Instant to,
        @Nullable Duration step,
        Duration interval,
        List<Integer> ids,
        List<SeriesPoints> series) {

    /** The least of the coverages: a hole in one line must not hide behind the others. 0 if there is no series. */
    double coverage() {
        return series.stream().mapToDouble(SeriesPoints::coverage).min().orElse(0);
    }

    /** The expected distance of two points. */
    Duration width() {
        return step == null ? interval : step;
    }

    /** The gaps of all series, each stretch once; neighbours of the same reason within a point's width are one. */
    List<Gap> gaps() {
        List<Gap> merged = new ArrayList<>();
        series.stream()
                .flatMap(one -> one.gaps().stream())
                .distinct()
                .sorted(Comparator.comparing(Gap::reason).thenComparing(Gap::from))
                .forEach(gap -> add(merged, gap));
        merged.sort(Comparator.comparing(Gap::from));
        return merged;
    }

    private void add(List<Gap> merged, Gap gap) {
        Gap last = merged.isEmpty() ? null : merged.getLast();
        if (last != null && last.reason() == gap.reason() && touches(last, gap)) {
            merged.set(merged.size() - 1, new Gap(last.from(), later(last.to(), gap.to()), gap.reason()));
        } else {
            merged.add(gap);
        }
    }

    private boolean touches(Gap earlier, Gap later) {
        return earlier.to() == null || !later.from().isAfter(earlier.to().plus(width()));
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return null;
        }
        return one.isAfter(other) ? one : other;
    }
}
