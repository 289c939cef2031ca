package id.ronda.dashboards.chart;

import id.ronda.collector.Series;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One chart: lines of one unit over the same time.
 *
 * @param metric what it shows; decides its title together with {@code subject}
 * @param subject of what, for example the name of an interface; empty if the metric says it all
 * @param unit UCUM, of all lines
 * @param omitted how many more lines there would be, had they room
 */
public record Chart(String metric, String subject, String unit, List<Line> lines, int omitted) {

    /** Lines that an eye can still tell apart. */
    public static final int MOST_LINES = 6;

    /** The metric of a chart of what goes in and out of an interface. */
    public static final String TRAFFIC = "traffic";

    public Chart {
        lines = List.copyOf(lines);
    }

    /** One line. */
    public record Line(int series, String metric, String label) {}

    /** The chart of what goes in and out of one interface. */
    public static Chart traffic(String interfaceName, Series in, Series out) {
        return new Chart(TRAFFIC, interfaceName, in.unit(), List.of(line(in), line(out)), 0);
    }

    /** The chart of series that share metric and unit; at most {@link #MOST_LINES} are drawn. */
    public static Chart of(List<Series> series) {
        Series first = series.getFirst();
        List<Line> lines = series.stream().limit(MOST_LINES).map(Chart::line).toList();
        String subject = series.size() == 1 ? first.instance() : "";
        return new Chart(first.metric(), subject, first.unit(), lines, series.size() - lines.size());
    }

    /** The series ids, as the address of its points names them. */
    public String ids() {
        return lines.stream().map(line -> Integer.toString(line.series())).collect(Collectors.joining(","));
    }

    private static Line line(Series series) {
        return new Line(series.id(), series.metric(), series.instance());
    }
}
