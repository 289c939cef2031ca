package id.ronda.collector.discovery;

import id.ronda.collector.Reading;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Interfaces that come and go with their users: sessions of RouterOS ({@code <pppoe-name>}), Cisco's Virtual-Access, the host ends of
 * containers. They are counted; a series for each would be new ones every day.
 */
final class DynamicInterfaces {
    private static final Pattern SESSION = Pattern.compile("^<([a-z][a-z0-9]*)-.*>$");
    private static final Pattern VIRTUAL_ACCESS = Pattern.compile("^(Virtual-Access|Vi)\\d+(\\.\\d+)?$");
    private static final Pattern CONTAINER = Pattern.compile("^veth[0-9a-f]{6,}$");

    private DynamicInterfaces() {}

    /** What kind of session the interface is, or empty if it stays. */
    static Optional<String> kind(InterfaceRow row) {
        var session = SESSION.matcher(row.name());
        if (session.matches()) {
            return Optional.of(session.group(1).toLowerCase(Locale.ROOT));
        }
        if (VIRTUAL_ACCESS.matcher(row.name()).matches()) {
            return Optional.of("virtual-access");
        }
        return CONTAINER.matcher(row.name()).matches() ? Optional.of("veth") : Optional.empty();
    }

    /** How many there are of each kind; the OID is that of one of those counted. */
    static List<Reading> counts(Collection<InterfaceRow> rows) {
        var byKind = rows.stream()
                .filter(r -> kind(r).isPresent())
                .collect(Collectors.groupingBy(r -> kind(r).orElseThrow(), TreeMap::new, Collectors.toList()));
        return byKind.entrySet().stream()
                .map(k -> count(k.getKey(), k.getValue()))
                .toList();
    }

    private static Reading count(String kind, List<InterfaceRow> rows) {
        String oid = InterfaceTable.IF_DESCR + "." + rows.getFirst().index();
        String name = "Dynamic interfaces: " + kind;
        return new Reading("count", "interfaces.dynamic." + kind, name, oid, (double) rows.size(), "1", null, null);
    }
}
