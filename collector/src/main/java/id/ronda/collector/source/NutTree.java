package id.ronda.collector.source;

import id.ronda.collector.reading.NumericValue;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The variables of a UPS as a tree. */
final class NutTree {
    /** What counts in a variable's name: a number, a phase, a pair of them (RFC 9271, 5: L1, L2-N, N). */
    private static final Pattern COUNTED = Pattern.compile("\\d+|L\\d(-(L\\d|N))?|N");

    private NutTree() {}

    static SourceTree of(String ups, Map<String, String> variables) {
        var tree = new SourceTree.Builder()
                .system(SourceNames.NUT, description(variables), ups)
                .uptime(uptime(variables));
        variables.forEach((name, value) -> put(tree, name, value));
        return tree.build();
    }

    private static void put(SourceTree.Builder tree, String name, String value) {
        tree.put(SourceNames.scalar(SourceNames.row(SourceNames.NUT, List.of(name))), value);
        String[] parts = name.split("\\.", -1);
        for (int i = 1; i < parts.length; i++) {
            if (COUNTED.matcher(parts[i]).matches()) {
                tree.put(SourceNames.row(SourceNames.NUT, List.of(starred(parts, i), parts[i])), value);
            }
        }
    }

    private static String starred(String[] parts, int at) {
        var starred = parts.clone();
        starred[at] = "*";
        return String.join(".", starred);
    }

    private static String description(Map<String, String> variables) {
        String maker = variables.getOrDefault("device.mfr", variables.getOrDefault("ups.mfr", ""));
        String model = variables.getOrDefault("device.model", variables.getOrDefault("ups.model", ""));
        String driver = variables.getOrDefault("driver.name", "");
        return ("NUT " + maker + " " + model + (driver.isEmpty() ? "" : " (driver " + driver + ")"))
                .replaceAll("\\s+", " ");
    }

    private static double uptime(Map<String, String> variables) {
        return NumericValue.of(variables.getOrDefault("device.uptime", variables.getOrDefault("ups.uptime", "")));
    }
}
