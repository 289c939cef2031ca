package id.ronda.dashboards.page;

import id.ronda.collector.DeviceId;
import id.ronda.collector.DeviceInterface;
import id.ronda.collector.Reading;
import id.ronda.dashboards.chart.Chart;
import id.ronda.dashboards.text.PageText;
import java.util.List;
import java.util.Locale;

/**
 * A chart before its points are there.
 *
 * @param lines the names of its lines, in the order of its series
 */
record ChartView(DeviceId device, Chart chart, String title, List<Line> lines) {

    /** One line: its series and its name. */
    record Line(int series, String name) {}

    static ChartView of(
            DeviceId device, Chart chart, List<DeviceInterface> interfaces, List<Reading> readings, PageText text) {
        List<Line> lines = chart.lines().stream()
                .map(line -> new Line(line.series(), name(line, chart, readings, text)))
                .toList();
        String kind = ReadingRow.metricName(chart.metric(), text);
        String subject =
                chart.lines().size() == 1 ? lines.getFirst().name() : chart.subject() + alias(chart, interfaces);
        return new ChartView(device, chart, title(kind, subject), lines);
    }

    /** The device's own name often begins with the kind already. */
    private static String title(String kind, String subject) {
        if (subject.isEmpty()) {
            return kind;
        }
        boolean saysKind = subject.toLowerCase(Locale.ROOT).startsWith(kind.toLowerCase(Locale.ROOT));
        return saysKind ? subject : kind + " · " + subject;
    }

    /** What people wrote on the port says more than its number. */
    private static String alias(Chart chart, List<DeviceInterface> interfaces) {
        return interfaces.stream()
                .filter(row ->
                        chart.metric().equals(Chart.TRAFFIC) && row.instance().equals(chart.subject()))
                .map(DeviceInterface::alias)
                .filter(alias -> !alias.isBlank())
                .findFirst()
                .map(alias -> " (" + alias + ")")
                .orElse("");
    }

    /** Where its points are. */
    String points() {
        return "/devices/" + device + "/points?series=" + chart.ids();
    }

    /** What goes in and out has words of its own; other lines are called what the device calls them. */
    private static String name(Chart.Line line, Chart chart, List<Reading> readings, PageText text) {
        if (chart.metric().equals(Chart.TRAFFIC)) {
            return text.say(line.metric().startsWith("if.in.") ? "line.in" : "line.out");
        }
        String kind = ReadingRow.metricName(line.metric(), text);
        return readings.stream()
                .filter(reading -> reading.metric().equals(line.metric()))
                .filter(reading -> reading.instance().equals(line.label()))
                .map(reading -> ReadingRow.named(reading.name(), kind))
                .findFirst()
                .orElseGet(() -> ReadingRow.named(line.label(), kind));
    }
}
