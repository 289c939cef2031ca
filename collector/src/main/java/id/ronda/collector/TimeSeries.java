package id.ronda.collector;

import id.ronda.kernel.Page;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The stored time series of the devices in a reach; a series of another is as if it were not there. Futures complete on the caller's
 * Vert.x context.
 */
public interface TimeSeries {

    /** Most points that one answer holds. */
    int MOST_POINTS = 10_000;

    /** Series of a device, of a metric, or of both (null: any), with an id above {@code after}, in the order of their ids. */
    Future<Page<Series>> list(Reach reach, @Nullable DeviceId device, @Nullable String metric, int after, int limit);

    Future<Optional<Series>> find(Reach reach, int id);

    /** The points in {@code [from, to)}; with a step each point is min, avg and max of its stretch. */
    Future<PointsResult> points(Reach reach, int series, Instant from, Instant to, @Nullable Duration step);

    /** How much of the disk the series take and how many days of raw samples fit. */
    Future<StorageUse> storage();

    /** What came of a question for points. */
    sealed interface PointsResult {
        record Found(SeriesPoints points) implements PointsResult {}

        /** More than {@link #MOST_POINTS}; the smallest step that fits is named. */
        record TooMany(Duration smallestStep) implements PointsResult {}

        record UnknownSeries() implements PointsResult {}
    }

    /**
     * The disk that samples and rollups take.
     *
     * @param usedBytes now
     * @param budgetBytes the setting
     * @param rawDays days of raw samples kept now, from the measured growth
     * @param oldest time of the oldest raw sample, null if there is none
     * @param notes empty when all is as it was set
     */
    record StorageUse(
            long usedBytes,
            long budgetBytes,
            double rawDays,
            @Nullable Instant oldest,
            List<StorageNote> notes) {

        /** The same with one note more. */
        public StorageUse with(StorageNote note) {
            return new StorageUse(
                    usedBytes,
                    budgetBytes,
                    rawDays,
                    oldest,
                    Stream.concat(notes.stream(), Stream.of(note)).toList());
        }
    }
}
