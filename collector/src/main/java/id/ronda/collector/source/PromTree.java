package id.ronda.collector.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The series of a Prometheus endpoint as a tree. */
final class PromTree {
    private static final String BUILD = "_build_info";
    private static final int MOST_FAMILIES = 20;
    private static final double EXACT_INTEGERS = 0x1p53;

    /** Which label of which metric says what the system calls itself. */
    private static final SortedMap<String, String> NAMES = new TreeMap<>(Map.of(
            "node_uname_info", "nodename",
            "pve_node_info", "name",
            "windows_cs_hostname", "hostname",
            "windows_os_hostname", "hostname"));

    private final Map<String, PromSample> first = new HashMap<>();

    private PromTree(List<PromSample> samples) {
        samples.forEach(s -> first.putIfAbsent(s.metric(), s));
    }

    /** @param nowSeconds Unix seconds on this machine, for endpoints that do not tell theirs */
    static SourceTree of(List<PromSample> samples, double nowSeconds) {
        var known = new PromTree(samples);
        var tree = new SourceTree.Builder()
                .system(SourceNames.PROMETHEUS, known.description(), known.name())
                .uptime(known.uptime(nowSeconds));
        samples.forEach(s -> tree.put(SourceNames.series(s.metric(), s.labels()), text(s.value())));
        return tree.build();
    }

    /** A number that loses nothing: whole ones without an exponent, others as short as they can be read back. */
    static String text(double value) {
        return Math.abs(value) < EXACT_INTEGERS && value == Math.rint(value)
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /** By what its metrics' names begin with, and which programs say their version. */
    private String description() {
        var families = first.keySet().stream()
                .map(metric -> metric.replaceFirst("_.*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        String builds = first.values().stream()
                .filter(s -> s.metric().endsWith(BUILD))
                .map(s -> s.metric().substring(0, s.metric().length() - BUILD.length()) + " " + s.label("version"))
                .map(String::strip)
                .sorted()
                .collect(Collectors.joining(", "));
        return "Prometheus endpoint: " + families.stream().limit(MOST_FAMILIES).collect(Collectors.joining(" "))
                + (builds.isEmpty() ? "" : "; " + builds);
    }

    private String name() {
        return NAMES.entrySet().stream()
                .flatMap(told -> Stream.ofNullable(first.get(told.getKey())).map(s -> s.label(told.getValue())))
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElse("");
    }

    /** Since the system began, where it says so, else since the exporter did; both clocks of the device where it tells its own. */
    private double uptime(double nowSeconds) {
        if (first.containsKey("node_boot_time_seconds")) {
            return value("node_time_seconds", nowSeconds) - value("node_boot_time_seconds", Double.NaN);
        }
        double now = value("windows_time_current_timestamp_seconds", nowSeconds);
        double boot = value(
                "windows_system_boot_time_timestamp",
                value(
                        "windows_system_boot_time_timestamp_seconds",
                        value("windows_system_system_up_time", value("process_start_time_seconds", Double.NaN))));
        return now - boot;
    }

    private double value(String metric, double otherwise) {
        var sample = first.get(metric);
        return sample == null ? otherwise : sample.value();
    }
}
