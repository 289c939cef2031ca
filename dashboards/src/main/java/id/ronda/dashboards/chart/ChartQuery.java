package id.ronda.dashboards.chart;

import id.ronda.kernel.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a chart asks for: some series over {@code [from, to)}, in about as many points as it has pixels for.
 *
 * @param series at most {@link #MOST_SERIES} ids
 */
public record ChartQuery(List<Integer> series, Instant from, Instant to, int points) {

    static final int MOST_SERIES = 12;

    private static final int LEAST_POINTS = 50;
    private static final int MOST_POINTS = 2_000;
    private static final Duration LONGEST = Duration.ofDays(3_660);
    private static final Pattern IDS = Pattern.compile("\\d{1,9}(,\\d{1,9}){0," + (MOST_SERIES - 1) + "}");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,11}");
    private static final Pattern COUNT = Pattern.compile("\\d{1,6}");

    /** What a query string became. */
    public sealed interface Parsed {
        record Asked(ChartQuery query) implements Parsed {}

        /** The name of the parameter that is wrong and why. */
        record Refused(String field, Wording reasons) implements Parsed {}
    }

    /** The series ids of {@code 1,2,3}; empty if it is no such list. */
    public static List<Integer> ids(@Nullable String text) {
        return text != null && IDS.matcher(text).matches()
                ? Stream.of(text.split(",")).map(Integer::valueOf).distinct().toList()
                : List.of();
    }

    /** Reads {@code series=1,2&from=…&to=…&points=…}; times are seconds since 1970 UTC. */
    public static Parsed parse(
            @Nullable String series, @Nullable String from, @Nullable String to, @Nullable String points) {
        List<Integer> ids = ids(series);
        if (ids.isEmpty()) {
            return refused(
                    "series",
                    "must be 1 to " + MOST_SERIES + " series ids with commas between",
                    "harus 1 sampai " + MOST_SERIES + " id deret yang dipisahkan koma");
        }
        Instant start = time(from);
        Instant end = time(to);
        if (start == null || end == null || !start.isBefore(end)) {
            return refused(
                    "from",
                    "must be seconds since 1970, before to, which is there too",
                    "harus detik sejak 1970, sebelum to, yang juga diisi");
        }
        if (Duration.between(start, end).compareTo(LONGEST) > 0) {
            return refused("from", "must be at most ten years before to", "paling banyak sepuluh tahun sebelum to");
        }
        return new Parsed.Asked(new ChartQuery(ids, start, end, points(points)));
    }

    private static Parsed refused(String field, String en, String id) {
        return new Parsed.Refused(field, new Wording(en, id));
    }

    private static int points(@Nullable String text) {
        return text != null && COUNT.matcher(text).matches()
                ? Math.clamp(Integer.parseInt(text), LEAST_POINTS, MOST_POINTS)
                : 600;
    }

    private static @Nullable Instant time(@Nullable String text) {
        return text != null && SECONDS.matcher(text).matches() ? Instant.ofEpochSecond(Long.parseLong(text)) : null;
    }
}
