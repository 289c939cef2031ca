package id.ronda.collector;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Points of one series in {@code [from, to)}, ascending. A missing value is an absent point.
 *
 * @param step width of a point, null for raw samples
 * @param coverage stored slots ÷ expected slots, 0 to 1
 */
public record SeriesPoints(String unit, @Nullable Duration step, List<Point> points, double coverage, List<Gap> gaps) {

    /** One point: of raw samples all three values are the same. */
    public record Point(long epochMillis, double min, double avg, double max) {}
}
