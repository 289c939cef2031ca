package id.ronda.collector.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The shipped profiles as their files are written, with what an administrator wants to know of each. */
final class DeviceFamilies {
    /** Profiles of standards, asked of every device that speaks them. */
    static final List<String> STANDARDS = List.of(
            "if-mib",
            "host-resources",
            "entity-inventory",
            "entity-sensor",
            "ups-mib",
            "printer",
            "power-ethernet",
            "lldp",
            "ucd-snmp");

    private static final Path FOLDER = Path.of("src/main/resources/id/ronda/collector/profiles");
    private static final Map<String, String> PLAIN = Map.ofEntries(
            Map.entry("battery", "battery"),
            Map.entry("bit.rate", "bit rate"),
            Map.entry("cooling.power", "cooling"),
            Map.entry("count", "counts"),
            Map.entry("cpu", "processor"),
            Map.entry("current", "current"),
            Map.entry("expiry", "end of licences"),
            Map.entry("fan", "fan speed"),
            Map.entry("fuel", "fuel"),
            Map.entry("load.average", "processor"),
            Map.entry("memory", "memory"),
            Map.entry("operating.time", "operating time"),
            Map.entry("percent", "other percentages"),
            Map.entry("power", "power"),
            Map.entry("rate", "rates"),
            Map.entry("ratio", "ratios"),
            Map.entry("signal", "signal level"),
            Map.entry("state", "states"),
            Map.entry("storage", "storage"),
            Map.entry("traffic", "traffic"));

    private final SortedMap<String, JsonNode> files = new TreeMap<>();

    DeviceFamilies() throws IOException {
        var yaml = new YAMLMapper();
        try (var folder = Files.list(FOLDER)) {
            for (Path file : folder.filter(f -> f.toString().endsWith(".yaml")).toList()) {
                var profile = yaml.readTree(file.toFile());
                files.put(profile.path("name").asText(), profile);
            }
        }
    }

    JsonNode file(String name) {
        return Objects.requireNonNull(files.get(name), name);
    }

    int count() {
        return files.size();
    }

    /** Those that recognise devices by themselves, in the order of their names. */
    List<JsonNode> ofClass(String deviceClass) {
        return files.values().stream()
                .filter(profile -> profile.has("match")
                        && deviceClass.equals(profile.path("class").asText()))
                .toList();
    }

    /** The classes other than its own that a rule of the profile may tell. */
    static Set<String> otherClasses(JsonNode profile) {
        var classes = new LinkedHashSet<String>();
        profile.path("classes").forEach(rule -> classes.add(rule.path("class").asText()));
        classes.remove(profile.path("class").asText());
        return classes;
    }

    /** How many objects of each plain kind the family is asked for, standards aside. */
    SortedMap<String, Integer> kinds(String name) {
        var kinds = new TreeMap<String, Integer>();
        for (String part : parts(name)) {
            file(part).findValuesAsText("metric").forEach(metric -> kinds.merge(plain(metric), 1, Integer::sum));
        }
        return kinds;
    }

    /** The standards the family is asked for, by their profiles. */
    List<String> standards(String name) {
        return STANDARDS.stream()
                .filter(standard -> reached(name).contains(standard) && !standard.equals(name))
                .toList();
    }

    private List<String> parts(String name) {
        return reached(name).stream()
                .filter(part -> part.equals(name) || !STANDARDS.contains(part))
                .toList();
    }

    private Set<String> reached(String name) {
        var reached = new LinkedHashSet<String>();
        var open = new ArrayList<>(List.of(name));
        while (!open.isEmpty()) {
            String next = open.removeFirst();
            if (reached.add(next)) {
                file(next).path("uses").forEach(used -> open.add(used.asText()));
            }
        }
        return reached;
    }

    private static String plain(String metric) {
        String whole = metric.endsWith(".state") ? "state" : metric;
        String first = whole.contains(".") ? whole.substring(0, whole.indexOf('.')) : whole;
        return Objects.requireNonNullElse(PLAIN.get(whole), Objects.requireNonNullElse(PLAIN.get(first), whole));
    }
}
