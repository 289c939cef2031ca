package id.ronda.collector.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import id.ronda.collector.DeviceClass;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** The text of docs/devices.md: which devices are known, by what, and what is read from them. */
final class DevicesPage {
    /** What is no number of a maker but stands for a source other than SNMP. */
    private static final Map<String, String> SOURCES =
            Map.of("2.999.1", "a NUT server", "2.999.2", "a page of metrics");

    private static final String HEAD = """
            # Devices that are known

            Is yours among them? Ask it: `ronda probe ADDRESS` names the profile by which it was recognised and everything it reads. A
            device that no profile knows is read all the same, by the [standards](#any-other-device) at the end of this page. To teach
            Ronda a new family, write one file: [adding-a-device.md](adding-a-device.md).

            This page is made from the profiles by `DevicesPageTest` (`-Dronda.docs.write=true`), which fails when it is not theirs.

            - **Recognised by**: `1.3.6.1.4.1.…` is the number the device tells as its sysObjectID, or the beginning of it; *says* is found in its
              description (sysDescr); *answers* is an object that only this family has.
            - **Readings**: how many different objects, or columns of a table, are asked for; a table has a reading for each of its rows. Ports
              are read from every device that tells them.
            - **Verified**: how many recordings of real devices were recognised by this profile, and what is read from them was compared. *MIB* means
              that no device of it was at hand: the profile is written from its maker's MIB alone.

            """;
    private static final int MOST_WAYS = 4;

    private final DeviceFamilies families;
    private final Map<String, Integer> seen;

    /** @param seen how many recordings were recognised by each profile */
    DevicesPage(DeviceFamilies families, Map<String, Integer> seen) {
        this.families = families;
        this.seen = seen;
    }

    String text() {
        var page = new StringBuilder(HEAD);
        var classes = Arrays.stream(DeviceClass.values())
                .map(DeviceClass::code)
                .filter(code -> !families.ofClass(code).isEmpty() && !code.equals("unknown"))
                .toList();
        summary(page, classes);
        classes.forEach(code -> section(page, code));
        others(page);
        return page.toString();
    }

    private void summary(StringBuilder page, List<String> classes) {
        page.append("| Class | Families | of these verified |\n|---|---|---|\n");
        int all = 0;
        int verified = 0;
        for (String code : classes) {
            var profiles = families.ofClass(code);
            int known = (int) profiles.stream().filter(this::isVerified).count();
            page.append("| [%s](#%s) | %d | %d |\n".formatted(code, code, profiles.size(), known));
            all += profiles.size();
            verified += known;
        }
        page.append("| **all** | **%d** | **%d** |\n".formatted(all, verified));
    }

    private boolean isVerified(JsonNode profile) {
        return seen.containsKey(name(profile));
    }

    private void section(StringBuilder page, String code) {
        page.append("\n## ").append(code).append("\n\n");
        page.append("| Maker | Family | Recognised by | Readings | Verified |\n|---|---|---|---|---|\n");
        for (JsonNode profile : families.ofClass(code)) {
            page.append("| %s | %s | %s | %s | %s |\n"
                    .formatted(
                            cell(profile.path("vendor").asText("any")),
                            family(profile),
                            ways(profile.path("match")),
                            readings(name(profile)),
                            isVerified(profile) ? seen.get(name(profile)) : "MIB"));
        }
    }

    private static String name(JsonNode profile) {
        return profile.path("name").asText();
    }

    private static String family(JsonNode profile) {
        var others = DeviceFamilies.otherClasses(profile);
        return "`" + name(profile) + "`: " + cell(profile.path("about").asText())
                + (others.isEmpty() ? "" : " May also be: " + String.join(", ", others) + ".");
    }

    /** Each entry of {@code match} in words; the same in other words is not said twice. */
    private static String ways(JsonNode match) {
        var ways = new LinkedHashSet<String>();
        entries(match).forEach(rule -> ways.add(way(rule)));
        var shown = ways.stream().limit(MOST_WAYS).collect(Collectors.joining("<br>"));
        return ways.size() > MOST_WAYS ? shown + "<br>and " + (ways.size() - MOST_WAYS) + " more" : shown;
    }

    /** A single entry may stand where a list may. */
    private static Iterable<JsonNode> entries(JsonNode node) {
        if (node.isArray()) {
            return node;
        }
        return node.isMissingNode() ? List.of() : List.of(node);
    }

    private static String way(JsonNode rule) {
        var words = new StringJoiner(", ");
        if (rule.has("sysObjectId")) {
            words.add(SOURCES.getOrDefault(
                    rule.path("sysObjectId").asText(),
                    "`" + rule.path("sysObjectId").asText() + "`"));
        }
        if (rule.has("sysDescr")) {
            words.add("says `" + cell(rule.path("sysDescr").asText()) + "`");
        }
        entries(rule.path("probe")).forEach(probe -> words.add("answers `" + probe.asText() + "`"));
        return words.length() == 0 ? "nothing else" : words.toString();
    }

    private String readings(String name) {
        var words = new StringJoiner(", ");
        families.kinds(name).forEach((kind, count) -> words.add(kind + " " + count));
        var standards = families.standards(name).stream()
                .filter(s -> !s.equals("if-mib"))
                .toList();
        String own = words.toString();
        if (standards.isEmpty()) {
            return own;
        }
        return (own.isEmpty() ? "" : own + "; ") + "by " + String.join(", ", standards);
    }

    private void others(StringBuilder page) {
        page.append("""

                ## Any other device

                What no profile knows is asked for standards, and its class is told by its words, by what it answers and by its maker's
                number (profile `makers`, %d makers). Most families above are asked for some of them too.

                | Standard | Gives | Readings | Asked of |
                |---|---|---|---|
                """.formatted(families.file("makers").at("/identity/vendor").size()));
        for (String standard : DeviceFamilies.STANDARDS) {
            page.append("| `%s` | %s | %s | %s |\n"
                    .formatted(
                            standard,
                            cell(families.file(standard).path("about").asText()),
                            standardReadings(standard),
                            askedOf(standard)));
        }
    }

    private String askedOf(String standard) {
        if (families.standards("unknown").contains(standard)) {
            return "any device";
        }
        return families.file(standard).has("match") ? "any device that answers it" : "the families that name it";
    }

    private String standardReadings(String standard) {
        return switch (standard) {
            case "if-mib" -> "ports with their traffic, packets, errors, discards, state";
            case "entity-inventory" -> "model, version, serial number";
            default -> readings(standard);
        };
    }

    private static String cell(String words) {
        return words.strip().replaceAll("\\s+", " ").replace("|", "\\|").replace("<", "&lt;");
    }
}
