package id.ronda.dashboards.page;

import id.ronda.collector.Reading;
import id.ronda.collector.Series;
import id.ronda.dashboards.live.LatestSamples.Sample;
import id.ronda.dashboards.text.PageText;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One reading with its newest value.
 *
 * @param series null if none is stored
 * @param value in words, a dash if nothing was read yet
 * @param time of the value, null if nothing was read yet
 * @param raw the number alone with all its digits, empty if nothing was read yet
 */
record ReadingRow(
        Reading reading,
        String metric,
        @Nullable Integer series,
        String value,
        @Nullable Instant time,
        String raw) {

    private static final String NOTHING = "–";

    static ReadingRow of(Reading reading, SeriesIndex index, PageText text) {
        Optional<Series> series = index.find(reading.metric(), reading.instance());
        Optional<Sample> newest = series.flatMap(index::newest).filter(sample -> isNewer(sample, reading));
        Double value = newest.map(Sample::value).orElse(reading.value());
        Instant time = newest.map(sample -> Instant.ofEpochMilli(sample.slot())).orElse(reading.time());
        return new ReadingRow(
                reading,
                metricName(reading.metric(), text),
                series.map(Series::id).orElse(null),
                value == null ? NOTHING : text.quantity(value, reading.unit()),
                time,
                value == null
                        ? ""
                        : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString());
    }

    /** The rows by their groups, in the order of the groups; groups without rows are absent. */
    static Map<ReadingKind, List<ReadingRow>> grouped(List<Reading> readings, SeriesIndex index, PageText text) {
        Map<ReadingKind, List<ReadingRow>> groups = new EnumMap<>(ReadingKind.class);
        readings.forEach(reading -> groups.computeIfAbsent(ReadingKind.of(reading.metric()), kind -> new ArrayList<>())
                .add(of(reading, index, text)));
        return groups;
    }

    /** Whether one of them is a state: else a column for states stands empty. */
    static boolean haveStates(List<ReadingRow> rows) {
        return rows.stream().anyMatch(row -> row.reading().state() != null);
    }

    /** The name of a metric in the reader's language, or the metric itself where the pages have no word for it. */
    static String metricName(String metric, PageText text) {
        return text.find("metric." + metric).orElse(metric);
    }

    /** What the device calls it. */
    String name() {
        return named(reading.name(), metric);
    }

    /** A name as it is; the kind where there is none, and the kind with it where it is a mere number. */
    static String named(String name, String kind) {
        if (name.isBlank()) {
            return kind;
        }
        return name.chars().allMatch(Character::isDigit) ? kind + " " + name : name;
    }

    private static boolean isNewer(Sample sample, Reading reading) {
        return reading.time() == null || sample.slot() >= reading.time().toEpochMilli();
    }
}
