package id.ronda.collector.discovery;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Gives each interface the name by which its series are known: ifName; where that is empty or not unique ifDescr, then the MAC
 * address, then ifIndex, which alone may change when the device restarts.
 */
final class InterfaceNames {
    private static final List<Function<InterfaceRow, String>> WORDS =
            List.of(InterfaceRow::ifName, InterfaceRow::ifDescr, InterfaceRow::mac, row -> "index-" + row.index());

    private InterfaceNames() {}

    /** A name for each ifIndex, all different. */
    static Map<Long, String> of(Collection<InterfaceRow> rows) {
        var names = new HashMap<Long, String>();
        var taken = new HashSet<String>();
        for (var word : WORDS) {
            var open = rows.stream().filter(r -> !names.containsKey(r.index())).toList();
            var uses = open.stream().collect(Collectors.groupingBy(word, Collectors.counting()));
            for (InterfaceRow row : open) {
                String name = word.apply(row);
                if (!name.isEmpty() && uses.getOrDefault(name, 0L) == 1 && taken.add(name)) {
                    names.put(row.index(), name);
                }
            }
        }
        return names;
    }
}
