package id.ronda.collector.discovery;

import id.ronda.collector.source.SourceNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The objects of a device: one an OID and metric, each with an instance of its own among those of its metric. */
final class FoundObjects {
    private final Map<String, Found> byPlace = new LinkedHashMap<>();

    /** The first word on an object holds: a vendor's profile comes before the MIBs it uses. */
    void add(Found found) {
        byPlace.putIfAbsent(found.metric() + " " + found.oid(), found);
    }

    List<Found> distinct() {
        Set<String> shared = byPlace.values().stream()
                .collect(Collectors.groupingBy(FoundObjects::identity, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(e -> e.getValue() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(HashSet::new));
        var distinct = new ArrayList<Found>();
        for (Found found : byPlace.values()) {
            distinct.add(shared.contains(identity(found)) ? found.called(numbered(found)) : found);
        }
        return distinct;
    }

    private static String identity(Found found) {
        return found.metric() + " " + found.instance();
    }

    /** Two with one name are told apart by their OIDs, so that neither depends on which was seen first. */
    private static String numbered(Found found) {
        return (found.instance() + " " + SourceNames.shown(found.oid())).strip();
    }
}
