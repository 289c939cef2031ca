package id.ronda.dashboards.chart;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How wide a point must be so that a stretch of time fits the width of a chart. */
final class ChartStep {

    private static final List<Duration> LADDER = List.of(
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofDays(1));

    /** So many samples are drawn as they are even where they outnumber the pixels: only those can move live. */
    private static final int MOST_RAW = 2_000;

    private ChartStep() {}

    /**
     * The step for a stretch, or null if the raw samples fit: then nothing is averaged away.
     *
     * @param points how many averages a chart can show
     */
    static @Nullable Duration of(Duration stretch, Duration interval, int points) {
        Duration needed = stretch.dividedBy(points);
        boolean rawFits = stretch.dividedBy(MOST_RAW).compareTo(interval) <= 0;
        return rawFits || needed.compareTo(interval) <= 0 ? null : atLeast(needed);
    }

    /** The smallest step of the ladder that is not below that one. */
    static Duration atLeast(Duration needed) {
        return LADDER.stream()
                .filter(step -> step.compareTo(needed) >= 0)
                .findFirst()
                .orElseGet(() -> Duration.ofDays(
                        Math.ceilDiv(needed.toSeconds(), Duration.ofDays(1).toSeconds())));
    }
}
