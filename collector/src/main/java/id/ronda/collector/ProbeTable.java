package id.ronda.collector;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A probe report as text for a terminal: who, interfaces, readings, notes. */
final class ProbeTable {
    private static final int WIDEST = 44;
    private static final int DIGITS = 7;
    private static final double MEGA = 1e6;

    private final ProbeReport report;
    private final ResourceBundle words;
    private final StringBuilder text = new StringBuilder();

    ProbeTable(ProbeReport report, Locale locale) {
        this.report = report;
        words = ResourceBundle.getBundle(
                "id.ronda.collector.probe",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    String text() {
        line(report.address() + "  " + words.getString(report.reachable() ? "reachable" : "unreachable"));
        if (report.device() != null) {
            device(report.device());
        }
        section("interfaces", interfaces());
        section("readings", readings());
        report.notes().forEach(note -> line(words.getString("note") + ": " + note));
        return text.toString();
    }

    private void device(ProbeReport.Identity device) {
        field("class", device.deviceClass() + " (" + report.profile() + ")");
        field("vendor", device.vendor());
        field("model", device.model());
        field("version", device.version());
        field("serial", device.serial());
        field("name", device.sysName());
        field("description", device.sysDescr());
        var uptime = device.uptimeSeconds();
        field(
                "uptime",
                uptime == null
                        ? null
                        : java.time.Duration.ofSeconds(uptime.longValue()).toString());
    }

    private void field(String word, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            line("  %-12s %s".formatted(words.getString(word), value));
        }
    }

    private List<List<String>> interfaces() {
        var rows = new ArrayList<List<String>>();
        rows.add(heads("index", "name", "alias", "speed", "admin", "oper"));
        for (var port : report.interfaces()) {
            rows.add(List.of(
                    String.valueOf(port.index()),
                    port.name(),
                    port.alias(),
                    speed(port.speed()),
                    port.adminStatus(),
                    port.operStatus()));
        }
        return rows;
    }

    private static String speed(@Nullable Long bits) {
        return bits == null ? "" : plain(bits / MEGA) + " Mb/s";
    }

    private List<List<String>> readings() {
        var rows = new ArrayList<List<String>>();
        rows.add(heads("metric", "name", "value", "unit", "state"));
        for (var reading : report.readings()) {
            var value = reading.value();
            var state = reading.state();
            rows.add(List.of(
                    reading.metric(),
                    reading.name(),
                    value == null ? "" : plain(value),
                    reading.unit(),
                    state == null ? "" : words.getString(state)));
        }
        return rows;
    }

    private static String plain(double number) {
        return new BigDecimal(number)
                .round(new MathContext(DIGITS))
                .stripTrailingZeros()
                .toPlainString();
    }

    private List<String> heads(String... names) {
        return List.of(names).stream().map(words::getString).toList();
    }

    private void section(String word, List<List<String>> rows) {
        if (rows.size() == 1) {
            return;
        }
        line("");
        line("%s (%d)".formatted(words.getString(word), rows.size() - 1));
        int[] widths = IntStream.range(0, rows.getFirst().size())
                .map(column -> rows.stream()
                        .mapToInt(r -> cut(r.get(column)).length())
                        .max()
                        .orElse(0))
                .toArray();
        for (List<String> row : rows) {
            line(IntStream.range(0, widths.length)
                    .mapToObj(i -> ("%-" + Math.max(1, widths[i]) + "s").formatted(cut(row.get(i))))
                    .collect(Collectors.joining("  ", "  ", ""))
                    .stripTrailing());
        }
    }

    private static String cut(String cell) {
        return cell.length() <= WIDEST ? cell : cell.substring(0, WIDEST - 1) + "…";
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
